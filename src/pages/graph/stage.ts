import { closedText, headingWidth, lineLabel } from './box-text.js';
import { Camera } from './camera.js';
import type { Choices } from './choices.js';
import { byId } from './dom.js';
import { nextBox } from './keys.js';
import { type Arrangement, type ArrangeOptions, arrange, type Direction, type Sizes } from './layout.js';
import { Cancelled, Layouter } from './layouter.js';
import type { Model, PageNode } from './model.js';
import { drawPicture, type Picture } from './picture.js';
import { pictureFile } from './picture-file.js';
import { composeScene, countBoxes, type Line, MAX_BOXES, type Scene } from './scene.js';
import { Status } from './status.js';

export interface StageEvents {
  readonly select: (target: PageNode | Line | undefined) => void;
  readonly fold: (key: string) => void;
  /** What was chosen last is not drawn; the choices are again those of the picture. */
  readonly undone?: () => void;
}

const EMPTY: Arrangement = { size: { width: 1, height: 1 }, boxes: new Map(), lines: new Map() };

/** With more lines than this, labels would hide the picture: the kind is shown when a line is pointed at. */
const MAX_LABELS = 36;
/** Trying other ways to lay out more than this would keep people waiting. */
const MAX_BOXES_FOR_TRIES = 150;

/** The drawing area: draws what was chosen, and follows pointer and keys. */
export class Stage {
  readonly camera: Camera;
  readonly #model: Model;
  readonly #choices: Choices;
  readonly #events: StageEvents;
  readonly #element = byId<SVGSVGElement>('picture');
  readonly #world = byId<SVGGElement>('world');
  readonly #status = new Status();
  readonly #layouter = new Layouter();
  #direction: Direction | undefined;
  #lastOptions: ArrangeOptions | undefined;
  #drawn: { scene: Scene; arrangement: Arrangement; picture: Picture; choices: Choices } | undefined;
  #selected: PageNode | Line | undefined;
  #found: ReadonlySet<PageNode> | undefined;
  #focused: string | undefined;
  #turn = 0;

  constructor(model: Model, choices: Choices, events: StageEvents) {
    this.#model = model;
    this.#choices = choices;
    this.#events = events;
    this.camera = new Camera(this.#element, this.#world, () => this.#covered());
    this.#element.addEventListener('click', (event) => this.#click(event));
    this.#element.addEventListener('dblclick', (event) => this.#unfoldAt(event));
    this.#element.addEventListener('keydown', (event) => this.#key(event));
    this.#element.addEventListener('focusin', (event) => this.#focusIn(event));
  }

  get size(): Arrangement['size'] {
    return this.#drawn?.arrangement.size ?? { width: 1, height: 1 };
  }

  /**
   * Draws anew. What `anchor` names stays where it is seen; `isStep`: a small change, after which the picture should look as before.
   * False when the picture stays as it was: it would be too large, or the user did not wait.
   */
  async redraw(anchor?: string, isStep = anchor !== undefined): Promise<boolean> {
    const turn = ++this.#turn;
    const before = anchor === undefined ? undefined : this.#drawn?.arrangement.boxes.get(anchor);
    const seen = before && this.camera.toView(before);
    const scene = composeScene(this.#model, this.#choices.toChoice());
    const boxes = countBoxes(scene.boxes);
    if (boxes > MAX_BOXES) {
      const [many, most] = [boxes, MAX_BOXES].map((number) => number.toLocaleString('en'));
      this.#undo(`That would be ${many} boxes; at most ${most} are drawn at once. Expand single stacks, or filter.`);
      return false;
    }
    const end = this.#status.wait(`Arranging ${boxes.toLocaleString('en')} boxes`, () => this.#layouter.cancel());
    let arrangement: Arrangement;
    try {
      arrangement = await this.#arrange(scene, isStep ? this.#lastOptions : undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (turn === this.#turn)
        this.#undo(error instanceof Cancelled ? 'Cancelled.' : `This cannot be arranged (${reason}). Collapse stacks, or filter.`);
      return false;
    } finally {
      end();
    }
    if (turn !== this.#turn) return false;
    const picture = drawPicture(scene, arrangement);
    const hadFocus = this.#element.contains(document.activeElement);
    this.#world.replaceChildren(picture.element);
    this.#drawn = { scene, arrangement, picture, choices: this.#choices.copy() };
    this.say(scene.boxes.length === 0 ? 'Nothing matches the filters.' : '');
    const after = anchor === undefined ? undefined : arrangement.boxes.get(anchor);
    if (seen !== undefined && after !== undefined) {
      const now = this.camera.toView(after);
      this.camera.pan(seen.x - now.x, seen.y - now.y);
    }
    this.#focused = this.#focused !== undefined && picture.boxes.has(this.#focused) ? this.#focused : scene.boxes[0]?.key;
    this.#paint();
    if (hadFocus) this.#focusBox(this.#focused);
    return true;
  }

  select(target: PageNode | Line | undefined): void {
    this.#selected = target;
    if (target !== undefined && !('links' in target)) this.#focused = this.#drawn?.scene.boxOf.get(target.key) ?? this.#focused;
    this.#paint();
  }

  /** Shows what a search found. */
  mark(found: ReadonlySet<PageNode> | undefined): void {
    this.#found = found;
    this.#paint();
  }

  show(key: string): void {
    const box = this.#drawn?.scene.boxOf.get(key);
    const place = box === undefined ? undefined : this.#drawn?.arrangement.boxes.get(box);
    if (place !== undefined) this.camera.show(place, true);
  }

  fit(): void {
    this.camera.fit(this.size);
  }

  /** Lays out the other way. */
  async turn(): Promise<void> {
    this.#direction = this.#lastOptions?.direction === 'DOWN' ? 'RIGHT' : 'DOWN';
    await this.redraw();
    this.fit();
  }

  /** As drawn now, for paper. */
  copy(): { readonly content: Node; readonly size: Arrangement['size'] } {
    const content = this.#world.cloneNode(true) as SVGGElement;
    content.removeAttribute('id');
    content.removeAttribute('transform');
    return { content, size: this.size };
  }

  /** As drawn now, as a file. */
  file(): string {
    return pictureFile(this.#element, this.#world, this.size);
  }

  /** Until the picture changes. */
  say(text: string): void {
    this.#status.say(text);
  }

  async #arrange(scene: Scene, usual: ArrangeOptions | undefined): Promise<Arrangement> {
    const sizes: Sizes = {
      box: closedText,
      heading: headingWidth,
      label: (line) => (line.crossing !== 'none' && scene.lines.length <= MAX_LABELS ? lineLabel(line) : undefined),
    };
    if (usual !== undefined) return arrange(this.#layouter, scene, sizes, usual);
    const aspect = this.camera.view.width / this.camera.view.height;
    const isLarge = countBoxes(scene.boxes) > MAX_BOXES_FOR_TRIES;
    const hasFar = scene.lines.some(({ crossing }) => crossing === 'environment');
    const directions: readonly Direction[] = this.#direction === undefined ? ['RIGHT', 'DOWN'] : [this.#direction];
    const together = directions.map((direction) => ({ direction, isApart: false, aspect }));
    const apart = hasFar ? directions.map((direction) => ({ direction, isApart: true, aspect })) : [];
    // Lines over everything are the last resort, but a large picture is only ever clear with them.
    const candidates = isLarge ? [...apart, ...together].slice(0, 1) : [...together, ...apart];

    let best: { readonly arrangement: Arrangement; readonly options: ArrangeOptions; readonly fitting: number } | undefined;
    for (const options of candidates) {
      if (best !== undefined && best.fitting >= (options.isApart ? 0.5 : 0.8)) break;
      const arrangement = await arrange(this.#layouter, scene, sizes, options);
      const fitting = this.camera.fitting(arrangement.size);
      if (best === undefined || fitting > best.fitting * 1.1) best = { arrangement, options, fitting };
    }
    this.#lastOptions = best?.options;
    return best?.arrangement ?? EMPTY;
  }

  #paint(): void {
    if (this.#drawn === undefined) return;
    const { scene, picture } = this.#drawn;
    const boxOf = (node: PageNode): string | undefined => scene.boxOf.get(node.key);
    const found = this.#found && new Set([...this.#found].map(boxOf));
    const selected = this.#selected;
    const line = selected !== undefined && 'links' in selected ? selected : undefined;
    const box = selected === undefined || 'links' in selected ? undefined : boxOf(selected);
    const near = new Set<string>();
    for (const other of scene.lines) {
      const isNear = other.key === line?.key || (box !== undefined && (other.from === box || other.to === box));
      if (isNear) near.add(other.from).add(other.to);
      picture.lines.get(other.key)?.classList.toggle('near', isNear);
      picture.labels.get(other.key)?.classList.toggle('near', isNear);
    }
    for (const [key, element] of picture.boxes) {
      element.classList.toggle('selected', key === box);
      element.classList.toggle('neighbour', near.has(key) && key !== box);
      element.classList.toggle('found', found?.has(key) ?? false);
      element.setAttribute('tabindex', key === this.#focused ? '0' : '-1');
    }
    this.#element.classList.toggle('has-selection', box !== undefined || line !== undefined);
    this.#element.classList.toggle('has-search', found !== undefined);
  }

  /** By the sheet that the details are on a phone. The page of a report has none. */
  #covered(): number {
    const details = document.getElementById('details');
    if (details === null || getComputedStyle(details).position !== 'fixed' || details.offsetHeight === 0) return 0;
    return Math.max(0, this.#element.getBoundingClientRect().bottom - details.getBoundingClientRect().top);
  }

  /** Back to what is drawn, and why. */
  #undo(why: string): void {
    if (this.#drawn !== undefined) this.#choices.restore(this.#drawn.choices);
    this.say(why);
    this.#events.undone?.();
  }

  #click(event: MouseEvent): void {
    if (this.camera.hasDragged || !(event.target instanceof Element)) return;
    const fold = event.target.closest('[data-fold]')?.getAttribute('data-fold');
    if (fold != null) {
      this.#events.fold(fold);
      return;
    }
    const lineKey = event.target.closest('[data-line]')?.getAttribute('data-line');
    const key = event.target.closest('[data-key]')?.getAttribute('data-key');
    if (lineKey != null) this.#events.select(this.#drawn?.scene.lines.find((line) => line.key === lineKey));
    else this.#events.select(key == null ? undefined : this.#model.node(key));
  }

  #unfoldAt({ target }: MouseEvent): void {
    const key = target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') : undefined;
    if (key != null && !key.startsWith('r')) this.#events.fold(key);
  }

  #key(event: KeyboardEvent): void {
    const key = this.#focused;
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith('Arrow')) this.#focusBox(nextBox(key, event.key, this.#stops()));
    else if (event.key === 'Enter') this.#events.select(this.#model.node(key));
    else if (event.key === ' ' && !key.startsWith('r')) this.#events.fold(key);
    else if (event.key === ' ') this.#events.select(this.#model.node(key));
    else return;
    event.preventDefault();
  }

  /** Of an open box the heading: it is what is reached, not the middle of its content. */
  #stops(): Arrangement['boxes'] {
    const { boxes } = this.#drawn?.picture ?? { boxes: new Map<string, SVGGElement>() };
    const places = this.#drawn?.arrangement.boxes ?? new Map();
    return new Map(
      [...boxes].map(([key, element]) => {
        const place = places.get(key);
        return [key, element.classList.contains('open') ? { ...place, height: 36, width: Math.min(place.width, 160) } : place];
      }),
    );
  }

  #focusBox(key: string | undefined): void {
    if (key !== undefined) this.#drawn?.picture.boxes.get(key)?.focus({ preventScroll: true });
  }

  #focusIn({ target }: FocusEvent): void {
    const key = target instanceof Element ? target.getAttribute('data-key') : null;
    if (key === null || this.#drawn === undefined) return;
    this.#drawn.picture.boxes.get(this.#focused ?? '')?.setAttribute('tabindex', '-1');
    this.#drawn.picture.boxes.get(key)?.setAttribute('tabindex', '0');
    this.#focused = key;
    const place = this.#stops().get(key);
    if (place !== undefined) this.camera.show(place, false);
  }
}
