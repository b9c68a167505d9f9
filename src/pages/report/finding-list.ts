import type { Finding } from '../../finding/report.js';
import { byId, el } from '../graph/dom.js';

interface ListEvents {
  /** A finding is to be shown in the picture. */
  readonly show: (index: number) => void;
  /** These findings are left by the filters. */
  readonly change: (shown: readonly number[]) => void;
}

type Grouping = 'severity' | 'stack' | 'check';

/** The findings of the page, which stand in it as text: filters and groups them. */
export class FindingList {
  readonly #list = byId('findings');
  readonly #cards: readonly HTMLElement[];
  readonly #texts: readonly string[];
  readonly #events: ListEvents;

  constructor(findings: readonly Finding[], events: ListEvents) {
    this.#events = events;
    this.#cards = [...this.#list.querySelectorAll<HTMLElement>('.finding')].sort(
      (a, b) => Number(a.dataset.index) - Number(b.dataset.index),
    );
    this.#texts = findings.map((finding) => JSON.stringify(finding).toLowerCase());
    for (const [index, card] of this.#cards.entries()) {
      const button = card.querySelector<HTMLElement>('.show');
      if (button !== null) button.hidden = false;
      button?.addEventListener('click', () => events.show(index));
    }
    const form = byId<HTMLFormElement>('choice');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#update());
    this.#update();
  }

  /** Points at findings; goes to the first, and takes away filters that hide it. */
  choose(indexes: readonly number[], isFar = true): void {
    for (const [index, card] of this.#cards.entries()) card.classList.toggle('chosen', indexes.includes(index));
    const first = this.#cards[indexes[0] ?? -1];
    if (first === undefined || !isFar) return;
    if (!first.isConnected || first.hidden) {
      byId<HTMLFormElement>('choice').reset();
      this.#update();
    }
    first.scrollIntoView({ block: 'nearest' });
  }

  #update(): void {
    const words = byId<HTMLInputElement>('words').value.toLowerCase().split(/\s+/).filter(Boolean);
    const stack = byId<HTMLSelectElement>('stack').value;
    const check = byId<HTMLSelectElement>('check').value;
    const severities = new Set(
      [...document.querySelectorAll<HTMLInputElement>('.severities input')].filter(({ checked }) => checked).map(({ value }) => value),
    );
    const shown = this.#cards.flatMap(({ dataset }, index) => {
      const isShown =
        severities.has(dataset.severity ?? '') &&
        (stack === '' || dataset.stack === stack) &&
        (check === '' || dataset.check === check) &&
        words.every((word) => this.#texts[index]?.includes(word));
      return isShown ? [index] : [];
    });
    this.#arrange(shown, byId<HTMLSelectElement>('group').value as Grouping);
    byId('shown').textContent =
      shown.length === this.#cards.length ? `${shown.length} findings` : `${shown.length} of ${this.#cards.length} findings`;
    this.#events.change(shown);
  }

  #arrange(shown: readonly number[], grouping: Grouping): void {
    const groups = new Map<string, HTMLElement[]>();
    for (const index of shown) {
      const card = this.#cards[index];
      if (card === undefined) continue;
      const key = card.dataset[grouping] ?? '';
      groups.set(key, [...(groups.get(key) ?? []), card]);
    }
    const options = new Map([...byId(grouping === 'check' ? 'check' : 'stack').querySelectorAll('option')].map((o) => [o.value, o.text]));
    const titleOf = (key: string, cards: readonly HTMLElement[]): string =>
      grouping === 'severity' ? (cards[0]?.dataset.severityTitle ?? key) : (options.get(key) ?? key);
    const sections = [...groups].map(([key, cards]) =>
      el('section', { class: 'group' }, el('h2', {}, titleOf(key, cards), el('span', { class: 'count' }, String(cards.length))), ...cards),
    );
    this.#list.replaceChildren(
      ...sections,
      ...(shown.length === 0 && this.#cards.length > 0 ? [el('p', {}, 'Nothing fits the filters.')] : []),
    );
  }
}
