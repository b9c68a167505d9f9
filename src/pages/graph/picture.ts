import { kindsInWords } from '../../report/graph/words.js';
import { CHEVRON, changesOf, closedText, findingsOf, headingText, lineLabel, spoken } from './box-text.js';
import { changesInWords, SIGNS, worstChange } from './change-words.js';
import { svg } from './dom.js';
import { type Arrangement, HEADING } from './layout.js';
import { levelOf } from './model.js';
import { arrowHead, curvedPath, roundedPath } from './path-shape.js';
import type { Placed, PlacedLine } from './placed.js';
import type { Box, Line, Scene } from './scene.js';
import { textWidth } from './text-width.js';
import { findingsInWords } from './words.js';

/** The drawing of one scene, and how to find its parts again. */
export interface Picture {
  readonly element: SVGGElement;
  readonly boxes: ReadonlyMap<string, SVGGElement>;
  readonly lines: ReadonlyMap<string, SVGGElement>;
  readonly labels: ReadonlyMap<string, SVGGElement>;
}

/** Draws open boxes first, lines over them, closed boxes on top, and what must be read last. */
export function drawPicture(scene: Scene, { boxes: places, lines: ways }: Arrangement): Picture {
  const groups = svg('g');
  const lines = svg('g');
  const headings = svg('g');
  const cards = svg('g');
  const labels = svg('g');
  const far = svg('g', { class: 'far-names', 'aria-hidden': true });
  const boxElements = new Map<string, SVGGElement>();
  const lineElements = new Map<string, SVGGElement>();
  const labelElements = new Map<string, SVGGElement>();

  const drawBox = (box: Box, depth: number): void => {
    const place = places.get(box.key);
    if (place === undefined) return;
    const isOpen = box.children.length > 0;
    const element = isOpen ? openBox(box, place, depth) : closedBox(box, place);
    (isOpen ? groups : cards).append(element);
    if (isOpen) headings.append(heading(box, place));
    boxElements.set(box.key, element);
    if (box.of.kind !== 'resource') far.append(farName(box, place));
    for (const child of box.children) drawBox(child, depth + 1);
  };
  for (const box of scene.boxes) drawBox(box, 0);
  // Lines that cross more stand over those that cross less.
  for (const crossing of ['none', 'stack', 'environment'] as const) {
    for (const line of scene.lines) {
      const way = line.crossing === crossing ? ways.get(line.key) : undefined;
      if (way === undefined || way.points.length < 2) continue;
      const element = drawLine(line, way);
      lines.append(element);
      lineElements.set(line.key, element);
      if (way.label !== undefined) labelElements.set(line.key, drawLabel(line, way.label));
    }
  }
  labels.append(...labelElements.values());
  return {
    element: svg('g', {}, groups, lines, headings, labels, cards, far),
    boxes: boxElements,
    lines: lineElements,
    labels: labelElements,
  };
}

function boxGroup(box: Box, { x, y }: Placed, kind: string, ...children: readonly SVGElement[]): SVGGElement {
  const level = levelOf(findingsOf(box.of));
  const change = worstChange(changesOf(box.of));
  return svg(
    'g',
    {
      class: `box ${box.of.kind} ${kind} level-${level}${change === undefined ? '' : ` change-${change}`}`,
      transform: `translate(${x} ${y})`,
      tabindex: -1,
      role: 'button',
      'aria-label': spoken(box),
      'aria-expanded': box.of.kind === 'resource' ? undefined : String(!box.folded),
      'data-key': box.key,
    },
    ...children,
  );
}

function openBox(box: Box, place: Placed, depth: number): SVGGElement {
  const { width, height } = place;
  const frame = svg('rect', { class: 'frame', width, height, rx: box.of.kind === 'environment' ? 14 : 10 });
  return boxGroup(box, place, `open depth-${Math.min(depth, 3)}`, frame);
}

/** Over the lines, so that it can be read. */
function heading(box: Box, { x, y, width }: Placed): SVGGElement {
  const { name, note } = headingText(box.of, width - badgeWidth(box) - 8);
  return svg(
    'g',
    { class: `box heading ${box.of.kind}`, transform: `translate(${x} ${y})`, 'data-key': box.key },
    svg('rect', { class: 'reach', width, height: HEADING }),
    chevron(box, HEADING / 2),
    svg('text', { class: 'name', x: 12 + CHEVRON, y: HEADING / 2 + 5 }, name, svg('tspan', { class: 'note', dx: 10 }, note)),
    ...badge(box, width - 10, HEADING / 2),
    ...(changesOf(box.of).length > 0 && box.of.kind === 'stack' ? changeMark(box) : []),
  );
}

function closedBox(box: Box, place: Placed): SVGGElement {
  const { width, height } = place;
  const { name, note } = closedText(box);
  const isResource = box.of.kind === 'resource';
  const x = isResource ? 12 : 12 + CHEVRON;
  return boxGroup(
    box,
    place,
    box.folded ? 'folded' : 'closed',
    ...(isResource ? [] : [svg('rect', { class: 'behind', x: 4, y: 4, width, height, rx: 9 })]),
    svg('rect', { class: 'frame', width, height, rx: isResource ? 7 : 9 }),
    ...(box.folded ? [chevron(box, height / 2)] : []),
    svg('text', { class: 'name', x, y: height / 2 - 3 }, name),
    svg('text', { class: 'note', x, y: height / 2 + 13 }, note),
    ...badge(box, width + 6, 0),
    ...changeMark(box),
  );
}

function chevron({ folded, key }: Box, y: number): SVGElement {
  return svg(
    'g',
    { class: 'chevron', 'data-fold': key, transform: `translate(${12 + 4} ${y})` },
    svg('rect', { x: -12, y: -13, width: 26, height: 26, rx: 5 }),
    svg('path', { d: folded ? 'M-2 -4 L3 0 L-2 4' : 'M-4 -2 L0 3 L4 -2' }),
  );
}

function badgeText({ of }: Box): string {
  const { length } = findingsOf(of);
  return length === 0 ? '' : String(length);
}

function badgeWidth(box: Box): number {
  const text = badgeText(box);
  return text === '' ? 0 : Math.max(18, textWidth(text, 11, 700) + 11);
}

function badge(box: Box, right: number, middle: number): readonly SVGElement[] {
  const width = badgeWidth(box);
  if (width === 0) return [];
  return [
    svg(
      'g',
      { class: `badge level-${levelOf(findingsOf(box.of))}`, transform: `translate(${right - width} ${middle - 9})` },
      svg('title', {}, findingsInWords(findingsOf(box.of))),
      svg('rect', { width, height: 18, rx: 9 }),
      svg('text', { x: width / 2, y: 13 }, badgeText(box)),
    ),
  ];
}

/** In a diff: the worst that happens to a box or in it, at its corner. */
function changeMark({ of }: Box): readonly SVGElement[] {
  const changes = changesOf(of);
  const worst = worstChange(changes);
  if (worst === undefined || of.kind === 'environment') return [];
  const width = Math.max(18, textWidth(SIGNS[worst], 12, 700) + 10);
  return [
    svg(
      'g',
      { class: `mark change-${worst}`, transform: 'translate(-8 -9)' },
      svg('title', {}, changesInWords(changes)),
      svg('rect', { width, height: 18, rx: 4 }),
      svg('text', { x: width / 2, y: 13 }, SIGNS[worst]),
    ),
  ];
}

function drawLine(line: Line, { points, isCurve }: PlacedLine): SVGGElement {
  const isOrder = line.links.every(({ kind }) => kind === 'depends-on');
  const path = isCurve ? curvedPath(points) : roundedPath(points, 7);
  return svg(
    'g',
    {
      class: `line crossing-${line.crossing}${line.inferred ? ' inferred' : ''}${isOrder ? ' order' : ''}`,
      'data-line': line.key,
    },
    svg('title', {}, kindsInWords(line.links)),
    svg('path', { class: 'reach', d: path }),
    svg('path', { class: 'stroke', d: path }),
    svg('path', { class: 'head', d: arrowHead(points, line.crossing === 'environment' ? 11 : 8) }),
  );
}

function drawLabel(line: Line, { x, y, width, height }: Placed): SVGGElement {
  return svg(
    'g',
    { class: `label crossing-${line.crossing}`, transform: `translate(${x} ${y})`, 'data-line': line.key },
    svg('title', {}, kindsInWords(line.links)),
    // What is left beside it keeps labels apart.
    svg('rect', { x: 6, width: width - 12, height, rx: 5 }),
    svg('text', { x: width / 2, y: height / 2 + 4 }, lineLabel(line).text),
  );
}

/** From far away only the names of stacks and regions can be read; style makes them as large as they should be seen, or as there is room. */
function farName({ of, children }: Box, { x, y, width, height }: Placed): SVGElement {
  const room = (width - 16) / (textWidth(of.label, 100, 600) / 100);
  const isOpenRegion = of.kind === 'environment' && children.length > 0;
  const text = svg(
    'text',
    isOpenRegion ? { class: 'far-name region', x: x + 8, y: y - 6 } : { class: 'far-name', x: x + width / 2, y: y + height / 2 },
    of.label,
  );
  text.style.setProperty('--most', `${Math.min(room, isOpenRegion ? room : height * 0.5)}px`);
  return text;
}
