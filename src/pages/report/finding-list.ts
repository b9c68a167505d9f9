import { counted } from '../../counted.js';
import type { Finding } from '../../finding/report.js';
import { byId, el } from '../graph/dom.js';

interface ListEvents {
  /** A finding is to be shown in the picture. */
  readonly show: (index: number) => void;
  /** These findings are left by the filters. */
  readonly change: (shown: readonly number[]) => void;
}

/** On every card. */
export const SHOW = 'Show in graph';

type Grouping = 'severity' | 'stack' | 'check';

/** The findings of the page, which stand in it as text: filters and groups them. */
export class FindingList {
  readonly #list = byId('findings');
  readonly #cards: readonly HTMLElement[];
  readonly #texts: readonly string[];
  readonly #findings: readonly Finding[];
  #shown: readonly number[] = [];
  readonly #events: ListEvents;

  constructor(findings: readonly Finding[], events: ListEvents) {
    this.#events = events;
    this.#cards = [...this.#list.querySelectorAll<HTMLElement>('.finding')].sort(
      (a, b) => Number(a.dataset.index) - Number(b.dataset.index),
    );
    this.#findings = findings;
    this.#texts = this.#cards.map(({ textContent }) => (textContent ?? '').replace(SHOW, '').toLowerCase());
    for (const [index, card] of this.#cards.entries()) {
      const button = card.querySelector<HTMLElement>('.show');
      if (button !== null) button.hidden = false;
      button?.addEventListener('click', () => events.show(index));
    }
    const form = byId<HTMLFormElement>('choice');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#update());
    for (const button of document.querySelectorAll<HTMLElement>('[data-choose-stack]'))
      button.addEventListener('click', () => {
        byId<HTMLSelectElement>('stack').value = button.dataset.chooseStack ?? '';
        this.#update();
      });
    readFilters();
    this.#update();
  }

  /** What the filters leave, in the order of the report. */
  get shown(): readonly Finding[] {
    return this.#shown.flatMap((index) => this.#findings[index] ?? []);
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
    const folded = first.closest('details');
    if (folded !== null) folded.open = true;
    first.scrollIntoView({ block: 'nearest' });
  }

  #update(): void {
    const words = byId<HTMLInputElement>('words').value.toLowerCase().split(/\s+/).filter(Boolean);
    const stack = byId<HTMLSelectElement>('stack').value;
    const check = byId<HTMLSelectElement>('check').value;
    const severities = new Set(severityBoxes().flatMap(({ checked, value }) => (checked ? [value] : [])));
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
    writeFilters();
    this.#shown = shown;
    byId('exported').textContent = '';
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
      el(
        'section',
        { class: 'group' },
        el('h2', {}, titleOf(key, cards), el('span', { class: 'count' }, String(cards.length))),
        ...byCause(cards),
      ),
    );
    this.#list.replaceChildren(
      ...sections,
      ...(shown.length === 0 && this.#cards.length > 0 ? [el('p', {}, 'No finding matches the filters.')] : []),
    );
  }
}

/** The first card of each cause, and the others folded behind it. */
function byCause(cards: readonly HTMLElement[]): readonly HTMLElement[] {
  const causes = new Map<string, HTMLElement[]>();
  for (const card of cards) causes.set(card.dataset.cause ?? '', [...(causes.get(card.dataset.cause ?? '') ?? []), card]);
  return [...causes.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const title = counted(others.length, 'more place');
    return [first, el('details', { class: 'others' }, el('summary', {}, title), ...others)];
  });
}

const FIELDS = ['words', 'stack', 'check', 'group'] as const;

function severityBoxes(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.severities input')];
}

/** The filters stand in the address, so that a view can be sent to somebody. */
function writeFilters(): void {
  const filters = new URLSearchParams();
  for (const name of FIELDS) {
    const { value } = byId<HTMLInputElement>(name);
    if (value !== '' && !(name === 'group' && value === 'severity')) filters.set(name, value);
  }
  const hidden = severityBoxes().flatMap(({ checked, value }) => (checked ? [] : [value]));
  if (hidden.length > 0) filters.set('hide', hidden.join(','));
  const wanted = filters.size === 0 ? '' : `#${filters}`;
  // Only where it changes: it is a navigation.
  if (location.hash !== wanted) location.replace(wanted === '' ? '#' : wanted);
}

function readFilters(): void {
  const filters = new URLSearchParams(location.hash.slice(1));
  for (const name of FIELDS) {
    const value = filters.get(name);
    if (value !== null) byId<HTMLInputElement>(name).value = value;
    // A choice that this report does not have.
    if (byId<HTMLInputElement>(name).value === '' && name === 'group') byId<HTMLSelectElement>(name).value = 'severity';
  }
  const hidden = (filters.get('hide') ?? '').split(',');
  for (const box of severityBoxes()) box.checked = !hidden.includes(box.value);
}
