import { button, el } from '../graph/dom.js';

type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>;

const KEY = 'synthcheck.language';

/** Tabs above the code of fixes: a language that is chosen is that of all of them, and of the next page. */
export function fixTabs(codes: Codes): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('pre[data-code-of]')];
  const codesOf = ({ dataset }: HTMLElement): Readonly<Record<string, string>> => {
    const id = dataset.codeOf ?? '';
    return (Object.hasOwn(codes, id) ? codes[id] : undefined) ?? {};
  };
  const show = (block: HTMLElement, language: string): void => {
    const known = codesOf(block);
    const text = Object.hasOwn(known, language) ? known[language] : undefined;
    if (text === undefined) return;
    block.textContent = text;
    for (const tab of block.previousElementSibling?.children ?? []) tab.setAttribute('aria-pressed', String(tab.textContent === language));
  };
  const choose = (language: string): void => {
    keep(language);
    for (const block of blocks) show(block, language);
  };
  const kept = keptLanguage();
  for (const block of blocks) {
    const tabs = Object.keys(codesOf(block)).map((language) => button(language, {}, () => choose(language)));
    block.before(el('div', { class: 'tabs', role: 'group', 'aria-label': 'Language of the code' }, ...tabs));
    show(block, block.dataset.language ?? '');
    if (kept !== undefined) show(block, kept);
  }
}

/** Where the browser keeps nothing, the choice holds as long as the page is open. */
function keptLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {}
}
