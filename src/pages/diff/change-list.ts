import { counted } from '../../counted.js';
import { byId } from '../graph/dom.js';
import { SHOW } from '../report/finding-list.js';

interface ListEvents {
  /** What an entry is about is to be shown in the picture. */
  readonly show: (id: string) => void;
  /** The ids that the filters leave; undefined when they leave all. */
  readonly change: (shown: readonly string[] | undefined) => void;
}

/** More entries than this stay folded when a filter leaves them. */
const MAX_UNFOLDED = 50;

/** The entries of the page, which stand in it as text, filtered by kind, stack and words. */
export class ChangeList {
  readonly #entries = [...document.querySelectorAll<HTMLElement>('.entry')];
  readonly #texts = this.#entries.map(({ textContent }) => (textContent ?? '').replace(SHOW, '').toLowerCase());
  readonly #tiles = [...document.querySelectorAll<HTMLElement>('.tiles button')];
  readonly #words = byId<HTMLInputElement>('words');
  readonly #stack = byId<HTMLSelectElement>('stack');
  readonly #events: ListEvents;

  constructor(events: ListEvents) {
    this.#events = events;
    for (const entry of this.#entries) {
      const button = entry.querySelector<HTMLElement>('.show');
      const id = entry.dataset.node;
      if (button === null || id === undefined) continue;
      button.hidden = false;
      button.addEventListener('click', () => events.show(id));
    }
    for (const tile of this.#tiles)
      tile.addEventListener('click', () => {
        tile.setAttribute('aria-pressed', String(!isPressed(tile)));
        this.#update();
      });
    const form = byId<HTMLFormElement>('choice');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#update());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#clear();
    });
    this.#read();
    this.#update();
  }

  /** Points at the entries about these; goes to the first, and takes away filters that hide it. Returns how many there are. */
  choose(ids: readonly string[], isFar = true): number {
    const wanted = new Set(ids);
    const chosen = this.#entries.filter(({ dataset }) => dataset.node !== undefined && wanted.has(dataset.node));
    for (const entry of this.#entries) entry.classList.toggle('chosen', chosen.includes(entry));
    const [first] = chosen;
    if (first === undefined || !isFar) return chosen.length;
    if (first.hidden) this.#clear();
    const folded = first.closest('details');
    if (folded !== null) folded.open = true;
    first.scrollIntoView({ block: 'nearest' });
    return chosen.length;
  }

  #clear(): void {
    this.#words.value = '';
    this.#stack.value = '';
    for (const tile of this.#tiles) tile.setAttribute('aria-pressed', 'false');
    this.#update();
  }

  #update(): void {
    const words = this.#words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const stack = this.#stack.value;
    const kinds = new Set(this.#tiles.filter(isPressed).map(({ dataset }) => dataset.kind));
    const isFiltered = words.length > 0 || stack !== '' || kinds.size > 0;
    const counts = new Map<string, number>();
    const shown = this.#entries.filter((entry, index) => {
      const { kind = '', stack: home } = entry.dataset;
      const isFound = (stack === '' || home === stack) && words.every((word) => this.#texts[index]?.includes(word));
      if (isFound) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      entry.hidden = !isFound || (kinds.size > 0 && !kinds.has(kind));
      return !entry.hidden;
    });
    for (const tile of this.#tiles) {
      const count = counts.get(tile.dataset.kind ?? '') ?? 0;
      const number = tile.querySelector('b');
      if (number !== null) number.textContent = String(count);
      tile.classList.toggle('none', count === 0);
    }
    this.#fold(isFiltered);
    byId('reset').hidden = !isFiltered;
    const all = this.#entries.length;
    byId('shown').textContent = isFiltered ? `${shown.length} of ${all} entries` : counted(all, 'entry', 'entries');
    this.#write(words.join(' '), stack, kinds);
    this.#events.change(isFiltered ? shown.flatMap(({ dataset }) => dataset.node ?? []) : undefined);
  }

  #fold(isFiltered: boolean): void {
    for (const section of document.querySelectorAll<HTMLElement>('[data-entries]')) {
      const left = section.querySelectorAll('.entry:not([hidden])').length;
      const all = section.dataset.entries ?? '';
      section.hidden = left === 0;
      const count = section.querySelector('.count');
      if (count !== null) count.textContent = isFiltered ? `${left} of ${all}` : all;
      const details = section.querySelector('details');
      if (details !== null && isFiltered && left > 0 && left <= MAX_UNFOLDED) details.open = true;
    }
  }

  /** The filters stand in the address, so that a view can be sent to somebody. */
  #write(words: string, stack: string, kinds: ReadonlySet<string | undefined>): void {
    const filters = new URLSearchParams({
      ...(words !== '' && { words }),
      ...(stack !== '' && { stack }),
      ...(kinds.size > 0 && { kinds: [...kinds].join(',') }),
    });
    const wanted = filters.size === 0 ? '' : `#${filters}`;
    if (location.hash !== wanted) location.replace(wanted === '' ? '#' : wanted);
  }

  #read(): void {
    const filters = new URLSearchParams(location.hash.slice(1));
    const kinds = (filters.get('kinds') ?? '').split(',');
    this.#words.value = filters.get('words') ?? '';
    this.#stack.value = filters.get('stack') ?? '';
    // A stack that this diff does not have.
    if (this.#stack.selectedIndex < 0) this.#stack.value = '';
    for (const tile of this.#tiles) tile.setAttribute('aria-pressed', String(kinds.includes(tile.dataset.kind ?? '')));
  }
}

function isPressed(tile: HTMLElement): boolean {
  return tile.getAttribute('aria-pressed') === 'true';
}
