import { el } from './dom.js';
import { homeOf, type Model, type PageNode } from './model.js';
import type { Visit } from './visit.js';

const MAX_RESULTS = 40;

/** Finds resources and stacks by any part of their path, id, name or type; all words must be there. */
export class SearchBox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #model: Model;
  readonly #visit: Visit;
  readonly #change: () => void;
  #found: readonly PageNode[] = [];
  #active = -1;
  #isFinished = false;

  constructor(input: HTMLInputElement, list: HTMLElement, model: Model, visit: Visit, change: () => void) {
    this.#input = input;
    this.#list = list;
    this.#model = model;
    this.#visit = visit;
    this.#change = change;
    input.addEventListener('input', () => this.#search());
    input.addEventListener('focus', () => this.#open(input.value !== ''));
    input.addEventListener('blur', () => this.#open(false));
    input.addEventListener('keydown', (event) => this.#key(event));
    // Before the input loses focus, and with it the list.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const item = (event.target as Element).closest('[data-index]');
      if (item !== null) this.#choose(Number(item.getAttribute('data-index')));
    });
  }

  /** What fits; undefined while nothing is searched for. */
  get found(): ReadonlySet<PageNode> | undefined {
    return this.#isFinished || this.#input.value.trim() === '' ? undefined : new Set(this.#found);
  }

  /** One was chosen: the others are not marked any more. */
  finish(): void {
    this.#isFinished = true;
    this.#change();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  clear(): void {
    this.#input.value = '';
    this.#search();
  }

  #search(): void {
    this.#isFinished = false;
    const words = this.#input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text: string): boolean => words.every((word) => text.includes(word));
    this.#found =
      words.length === 0
        ? []
        : [
            ...this.#model.stacks.filter(({ name, label, constructPath }) => fits(`${name}\n${label}\n${constructPath}`.toLowerCase())),
            ...this.#model.resources.filter(({ text }) => fits(text)),
          ];
    this.#active = this.#found.length > 0 ? 0 : -1;
    this.#list.replaceChildren(
      ...this.#found.slice(0, MAX_RESULTS).map((node, index) => result(node, index)),
      el('div', { class: 'sum' }, this.#sum()),
    );
    this.#open(words.length > 0);
    this.#mark();
    this.#change();
  }

  #sum(): string {
    const { length } = this.#found;
    if (length === 0) return 'No match.';
    return length > MAX_RESULTS ? `${length} match; the first ${MAX_RESULTS} are listed, all are marked in the graph.` : `${length} match.`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (this.#input.value === '') this.#input.blur();
      else this.clear();
    } else if (event.key === 'Enter') this.#choose(this.#active);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const shown = Math.min(this.#found.length, MAX_RESULTS);
      if (shown > 0) this.#active = (this.#active + (event.key === 'ArrowDown' ? 1 : shown - 1)) % shown;
      this.#mark();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(index: number): void {
    const node = this.#found[index];
    if (node === undefined) return;
    this.#input.blur();
    this.#visit(node);
  }

  #mark(): void {
    for (const [index, item] of [...this.#list.querySelectorAll('[data-index]')].entries()) {
      item.setAttribute('aria-selected', String(index === this.#active));
      if (index === this.#active) item.scrollIntoView({ block: 'nearest' });
    }
    if (this.#active >= 0) this.#input.setAttribute('aria-activedescendant', `result-${this.#active}`);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', String(isOpen));
  }
}

function result(node: PageNode, index: number): HTMLElement {
  const path = node.kind === 'resource' ? (node.constructPath ?? node.id) : node.name;
  return el(
    'div',
    { role: 'option', id: `result-${index}`, 'data-index': index },
    el('span', { class: 'text' }, path),
    el('small', {}, node.kind === 'resource' ? `${node.type} · ${homeOf(node).environment}` : `stack · ${node.environment}`),
  );
}
