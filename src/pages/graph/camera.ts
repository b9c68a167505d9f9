interface Size {
  readonly width: number;
  readonly height: number;
}

/** Kept free by a picture as a whole: names stand above it, buttons below. */
const MARGIN = { top: 22, bottom: 58, side: 4 };
const MIN_SCALE = 0.02;
const MAX_SCALE = 3;
/** Below this, the text of resources cannot be read. */
export const FAR = 0.45;

/** Which part of the picture is seen, and how large. Follows wheel, drag and pinch. */
export class Camera {
  readonly #stage: SVGSVGElement;
  readonly #world: SVGGElement;
  readonly #covered: () => number;
  readonly #pointers = new Map<number, PointerEvent>();
  #x = 0;
  #y = 0;
  #scale = 1;
  #moved = 0;

  /** `covered`: how much of the stage something lies over, from below. */
  constructor(stage: SVGSVGElement, world: SVGGElement, covered: () => number) {
    this.#stage = stage;
    this.#covered = covered;
    this.#world = world;
    stage.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.#down(event));
    stage.addEventListener('pointermove', (event) => this.#move(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      stage.addEventListener(type, (event) => this.#pointers.delete(event.pointerId));
  }

  /** Whether the last press was a drag and not a click. */
  get hasDragged(): boolean {
    return this.#moved > 5;
  }

  get scale(): number {
    return this.#scale;
  }

  get view(): Size {
    return { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
  }

  /** The scale at which all of a picture is seen. */
  fitting({ width, height }: Size): number {
    const { top, bottom, side } = MARGIN;
    return Math.min((this.view.width - 2 * side) / width, (this.view.height - top - bottom) / height);
  }

  /** Shows all of a picture, in the middle of what is free. */
  fit(size: Size): void {
    const { width, height } = this.view;
    const { top, bottom } = MARGIN;
    this.#scale = Math.min(1.15, Math.max(MIN_SCALE, this.fitting(size)));
    this.#x = (width - size.width * this.#scale) / 2;
    this.#y = top + Math.max(0, (height - top - bottom - size.height * this.#scale) / 2);
    this.#apply();
  }

  zoom(factor: number, at = { x: this.view.width / 2, y: this.view.height / 2 }): void {
    const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, this.#scale * factor));
    this.#x = at.x - ((at.x - this.#x) / this.#scale) * scale;
    this.#y = at.y - ((at.y - this.#y) / this.#scale) * scale;
    this.#scale = scale;
    this.#apply();
  }

  pan(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
    this.#apply();
  }

  /** Where a point of the picture is seen. */
  toView({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
    return { x: x * this.#scale + this.#x, y: y * this.#scale + this.#y };
  }

  /** Brings a place into view: always to the middle, or only when it is not seen. */
  show({ x, y, width, height }: Size & { readonly x: number; readonly y: number }, always: boolean): void {
    if (always && this.#scale < 0.6) this.#scale = Math.min(0.9, Math.max(0.6, this.fitting({ width: width + 80, height: height + 80 })));
    const { width: viewWidth } = this.view;
    const viewHeight = this.view.height - this.#covered();
    const start = this.toView({ x, y });
    const end = this.toView({ x: x + width, y: y + height });
    const isSeen = start.x >= 8 && start.y >= 8 && end.x <= viewWidth - 8 && end.y <= viewHeight - 8;
    if (isSeen && !always) return;
    this.#x += viewWidth / 2 - (start.x + end.x) / 2;
    this.#y += viewHeight / 2 - (start.y + end.y) / 2;
    // What is larger than the view is shown from its heading on.
    if (end.x - start.x > viewWidth) this.#x += (end.x - start.x - viewWidth) / 2 + 16;
    if (end.y - start.y > viewHeight) this.#y += (end.y - start.y - viewHeight) / 2 + 16;
    this.#apply();
  }

  #apply(): void {
    this.#world.setAttribute('transform', `translate(${this.#x.toFixed(1)} ${this.#y.toFixed(1)}) scale(${this.#scale.toFixed(4)})`);
    this.#world.style.setProperty('--scale', this.#scale.toFixed(4));
    this.#stage.classList.toggle('far', this.#scale < FAR);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.shiftKey) {
      this.pan(-(event.deltaX || event.deltaY), 0);
      return;
    }
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0015;
    this.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * unit)) * speed), this.#inStage(event));
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, event);
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const other = [...this.#pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    const x = event.clientX - before.clientX;
    const y = event.clientY - before.clientY;
    this.#moved += Math.abs(x) + Math.abs(y);
    this.#pointers.set(event.pointerId, event);
    if (this.hasDragged && !this.#stage.hasPointerCapture(event.pointerId)) this.#stage.setPointerCapture(event.pointerId);
    if (other === undefined) {
      this.pan(x, y);
      return;
    }
    const distance = (a: PointerEvent): number => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY);
    this.pan(x / 2, y / 2);
    this.zoom(distance(event) / Math.max(1, distance(before)), this.#inStage(event));
  }

  #inStage({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top } = this.#stage.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}
