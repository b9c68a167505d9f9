import type { Choices, Facet } from './choices.js';
import { button, el } from './dom.js';

/** Check boxes for each facet. Calls `change` after each use. */
export class FilterPanel {
  readonly #facets: readonly Facet[];
  readonly #choices: Choices;
  readonly #change: () => void;
  readonly #refreshes: (() => void)[] = [];

  constructor(panel: HTMLElement, facets: readonly Facet[], choices: Choices, change: () => void) {
    this.#facets = facets;
    this.#choices = choices;
    this.#change = change;
    const reset = button('Show all', { class: 'reset' }, () => {
      choices.clear();
      this.#changed();
    });
    this.#refreshes.push(() => {
      reset.hidden = !choices.isFiltered;
    });
    panel.replaceChildren(el('header', {}, el('h2', {}, 'Show'), reset), ...this.#facets.map((facet) => this.#group(facet)));
    this.refresh();
  }

  /** After the choices were changed from elsewhere. */
  refresh(): void {
    for (const refresh of this.#refreshes) refresh();
  }

  #changed(): void {
    this.refresh();
    this.#change();
  }

  #group({ id, title, values }: Facet): HTMLElement {
    const hidden = this.#choices.hidden[id];
    const state = el('span', { class: 'count' });
    this.#refreshes.push(() => {
      const shown = values.filter(({ value }) => !hidden.has(value)).length;
      state.textContent = shown === values.length ? '' : `${shown} of ${values.length}`;
      state.classList.toggle('filtered', shown !== values.length);
    });
    const setAll = (isShown: boolean): void => {
      hidden.clear();
      if (!isShown) for (const { value } of values) hidden.add(value);
      this.#changed();
    };
    return el(
      'details',
      { class: 'facet', open: values.length <= 12, 'data-facet': id },
      el('summary', {}, title, state),
      values.length > 3 &&
        el(
          'p',
          { class: 'all' },
          button('all', {}, () => setAll(true)),
          button('none', {}, () => setAll(false)),
        ),
      el('ul', {}, ...values.map((value) => this.#row(id, value, values))),
    );
  }

  #row(id: Facet['id'], { value, label, count, note }: Facet['values'][number], values: Facet['values']): HTMLElement {
    const hidden = this.#choices.hidden[id];
    const box = el('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(value);
      else hidden.add(value);
      this.#changed();
    });
    this.#refreshes.push(() => {
      box.checked = !hidden.has(value);
    });
    const only = button('only', { class: 'only', 'aria-label': `Only ${label}` }, () => {
      for (const other of values) hidden.add(other.value);
      hidden.delete(value);
      this.#changed();
    });
    return el(
      'li',
      {},
      el(
        'label',
        { title: label },
        box,
        id === 'severity' && el('i', { class: `dot level-${value}` }),
        el('span', { class: 'text' }, label),
        note !== undefined && el('small', {}, note),
      ),
      only,
      el('span', { class: 'count' }, String(count)),
    );
  }
}
