import { counted } from '../../counted.js';
import type { Choices } from './choices.js';
import { byId, svg } from './dom.js';
import type { Model, PageNode } from './model.js';
import { ancestorsOf, foldTheRest, type Line } from './scene.js';
import { Stage } from './stage.js';

interface MapEvents {
  /** A box is pressed, or none. */
  readonly select: (node: PageNode | undefined) => void;
}

/** The graph beside a list. On a phone it lies over the list when it is asked for. */
export class MapBeside {
  readonly stage: Stage;
  readonly #model: Model;
  readonly #choices: Choices;
  readonly #events: MapEvents;
  #isDrawn = false;

  constructor(model: Model, choices: Choices, events: MapEvents) {
    this.#model = model;
    this.#choices = choices;
    this.#events = events;
    this.stage = new Stage(model, choices, { select: (target) => this.#select(target), fold: (key) => this.#fold(key) });
    this.#listen();
  }

  /** Goes to a box, and unfolds what it is in. */
  async show(node: PageNode): Promise<void> {
    await this.#open();
    if (!this.#choices.isShown(node)) this.#choices.onlyChanges = false;
    for (const key of ancestorsOf(node, this.#model)) this.#choices.folded.delete(key);
    await this.stage.redraw();
    this.stage.select(node);
    this.stage.show(node.key);
  }

  /** What is not seen is not drawn: it would have no size. */
  async draw(): Promise<void> {
    if (this.#isDrawn || byId('picture').clientWidth === 0) return;
    this.#isDrawn = true;
    await this.redraw();
  }

  async redraw(): Promise<void> {
    if (this.#isDrawn && (await this.stage.redraw())) this.stage.fit();
  }

  async #open(): Promise<void> {
    document.body.dataset.sheet = 'map';
    await this.draw();
  }

  #select(target: PageNode | Line | undefined): void {
    this.stage.select(target);
    this.#events.select(target === undefined || 'links' in target ? undefined : target);
  }

  #fold(key: string): void {
    if (!this.#choices.folded.delete(key)) this.#choices.folded.add(key);
    void this.stage.redraw(key);
  }

  async #unfoldAll(): Promise<void> {
    const { folded, open } = foldTheRest(this.#model, (node) => this.#choices.isShown(node));
    this.#choices.folded = new Set(folded);
    await this.redraw();
    if (folded.size > 0) this.stage.say(`Expanded ${counted(open, 'stack')}, those with findings first: no more are drawn at once.`);
  }

  #foldAll(): void {
    this.#choices.folded = new Set(this.#model.stacks.map(({ key }) => key));
    void this.redraw();
  }

  #listen(): void {
    const press = (id: string, action: () => void): void => byId(id).addEventListener('click', action);
    const close = (): void => {
      delete document.body.dataset.sheet;
    };
    press('open-map', () => void this.#open());
    press('close-map', close);
    press('unfold-all', () => void this.#unfoldAll());
    press('fold-all', () => this.#foldAll());
    press('fit', () => this.stage.fit());
    press('zoom-in', () => this.stage.camera.zoom(1.3));
    press('zoom-out', () => this.stage.camera.zoom(1 / 1.3));
    document.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      close();
      this.#select(undefined);
    });
    window.addEventListener('resize', () => void this.draw());
    /** On paper the picture comes after the list, as it is unfolded. */
    const paper = byId('paper');
    window.addEventListener('beforeprint', () => {
      if (!this.#isDrawn) return;
      const { content, size } = this.stage.copy();
      paper.replaceChildren(svg('svg', { viewBox: `0 0 ${size.width} ${size.height}`, class: 'picture' }, content));
    });
    window.addEventListener('afterprint', () => paper.replaceChildren());
  }
}
