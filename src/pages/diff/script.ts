/** Runs in the page: shows the entries that fit the search, the stack and the kinds that are chosen. */
export const SCRIPT = `
'use strict';
const entries = [...document.querySelectorAll('article')];
const search = document.querySelector('#search');
const stack = document.querySelector('#stack');
const kinds = [...document.querySelectorAll('button[data-kind]')];
const none = document.querySelector('#none');
function apply() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const chosen = kinds.filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.dataset.kind);
  let shown = 0;
  for (const entry of entries) {
    const text = entry.textContent.toLowerCase();
    const fits = words.every((word) => text.includes(word)) && (stack.value === '' || entry.dataset.stack === stack.value) &&
      (chosen.length === 0 || chosen.includes(entry.dataset.kind));
    entry.hidden = !fits;
    if (fits) shown++;
  }
  const isFiltered = words.length > 0 || stack.value !== '' || chosen.length > 0;
  for (const section of document.querySelectorAll('section[data-entries]')) {
    const left = section.querySelectorAll('article:not([hidden])').length;
    section.hidden = left === 0;
    section.querySelector('.count').textContent = isFiltered ? left + ' of ' + section.dataset.entries : section.dataset.entries;
    const details = section.querySelector('details');
    if (isFiltered && left > 0 && left <= 50) details.open = true;
  }
  none.hidden = shown > 0 || entries.length === 0;
}
search.addEventListener('input', apply);
stack.addEventListener('change', apply);
for (const button of kinds) button.addEventListener('click', () => {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
  apply();
});
`;
