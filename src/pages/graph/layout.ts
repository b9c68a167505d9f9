import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import { componentsOf, type Part } from './components.js';
import { drawCurves } from './curves.js';
import type { Placed, PlacedLine } from './placed.js';
import { reversedLines } from './reversed-lines.js';
import type { Box, Line, Scene } from './scene.js';

export interface Arrangement {
  readonly size: { readonly width: number; readonly height: number };
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly lines: ReadonlyMap<string, PlacedLine>;
}

export interface Sizes {
  /** Of a resource or a folded box. */
  box(box: Box): { readonly width: number; readonly height: number };
  /** The least that the heading of an open box needs. */
  heading(box: Box): number;
  label(line: Line): { readonly width: number; readonly height: number } | undefined;
}

/** Height of the heading of an open box. */
export const HEADING = 38;

const LAYERED: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '16',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '32',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

/** For boxes without lines, which a layered layout would put into one long column. */
const PACKED: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.spacing.nodeNode': '16',
  'elk.aspectRatio': '1.6',
};

/** Between open boxes, where many lines pass. */
const WIDE: LayoutOptions = { 'elk.spacing.nodeNode': '32', 'elk.layered.spacing.nodeNodeBetweenLayers': '60' };

const NO_PADDING: LayoutOptions = { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' };

/** Where links lead. */
export type Direction = 'RIGHT' | 'DOWN';

/** elkjs, wherever it runs. */
interface Layered {
  layout(graph: ElkNode): Promise<ElkNode>;
}

export interface ArrangeOptions {
  readonly direction: Direction;
  /** Whether each environment is laid out for itself, and what links them is drawn over the picture. */
  readonly isApart: boolean;
  /** Width by height of what it is to fit into. */
  readonly aspect: number;
}

/** Places boxes and lines: layer by layer, those that need others first. What is not linked is packed. */
export async function arrange(
  elk: Layered,
  scene: Scene,
  sizes: Sizes,
  { direction, isApart, aspect }: ArrangeOptions,
): Promise<Arrangement> {
  const { boxes, lines } = scene;
  const routed = isApart ? lines.filter(({ crossing }) => crossing !== 'environment') : lines;
  const turned = reversedLines({ boxes, lines: routed });
  const linked = new Set(routed.flatMap(({ from, to }) => [from, to]));
  const hasLines = (box: Box): boolean => linked.has(box.key) || box.children.some(hasLines);
  const open = (box: Box, children: ElkNode[], options: LayoutOptions): ElkNode => ({
    id: box.key,
    children,
    layoutOptions: {
      ...options,
      'elk.padding': `[top=${HEADING + 8},left=14,bottom=14,right=14]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${sizes.heading(box)},${HEADING + 20})`,
    },
  });
  const closed = (box: Box): ElkNode => ({ id: box.key, ...sizes.box(box) });
  /** A box of a layered layout: lines may lead out of it. */
  const toNode = (box: Box): ElkNode => {
    if (box.children.length === 0) return closed(box);
    const children = unlinkedTogether(box, hasLines).map((child) => ('unlinked' in child ? packed(child) : toNode(child)));
    return open(box, children, hasLines(box) ? { ...LAYERED, 'elk.direction': direction } : PACKED);
  };
  const packed = ({ key, unlinked }: Unlinked): ElkNode => ({
    id: key,
    children: unlinked.map(toNode),
    layoutOptions: { ...PACKED, ...NO_PADDING },
  });
  const toEdge = (line: Line): ElkExtendedEdge => {
    const label = sizes.label(line);
    return {
      id: `line ${line.key}`,
      sources: [turned.has(line) ? line.to : line.from],
      targets: [turned.has(line) ? line.from : line.to],
      ...(label && { labels: [{ ...label, text: '-', layoutOptions: { 'elk.edgeLabels.inline': 'true' } }] }),
    };
  };
  /** Boxes that no line leads out of, by what is linked at all: each part is laid out for itself. */
  const inParts = (part: Part): ElkNode[] =>
    componentsOf(part).map(({ boxes, lines }) => {
      const [box] = boxes as readonly [Box];
      if (boxes.length === 1) return box.children.length === 0 ? closed(box) : open(box, inParts({ boxes: box.children, lines }), shaped);
      return {
        id: `part ${box.key}`,
        children: boxes.map(toNode),
        edges: lines.map(toEdge),
        layoutOptions: {
          ...LAYERED,
          ...NO_PADDING,
          'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
          'elk.direction': direction,
          ...(boxes.some(({ children }) => children.length > 0) && WIDE),
        },
      };
    });
  const shaped = { ...PACKED, 'elk.aspectRatio': String(aspect) };
  const root = await elk.layout({
    id: 'root',
    children: inParts({ boxes, lines: routed }),
    layoutOptions: {
      ...shaped,
      'elk.spacing.nodeNode': isApart ? '72' : '40',
      'elk.padding': '[top=24,left=24,bottom=24,right=24]',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
  });
  const arrangement = read(root, new Set([...turned].map(({ key }) => `line ${key}`)));
  const curves = drawCurves(isApart ? lines.filter(({ crossing }) => crossing === 'environment') : [], arrangement.boxes);
  return { ...arrangement, lines: new Map([...arrangement.lines, ...curves]) };
}

interface Unlinked {
  readonly key: string;
  readonly unlinked: readonly Box[];
}

/** The boxes with lines, and those without as one. */
function unlinkedTogether({ key, children }: Box, hasLines: (box: Box) => boolean): readonly (Box | Unlinked)[] {
  const unlinked = children.filter((box) => !hasLines(box));
  if (unlinked.length < 2 || unlinked.length === children.length) return children;
  return [...children.filter(hasLines), { key: `unlinked ${key}`, unlinked }];
}

function read(root: ElkNode, turned: ReadonlySet<string>): Arrangement {
  const boxes = new Map<string, Placed>();
  const lines = new Map<string, PlacedLine>();
  const visit = (node: ElkNode): void => {
    const { id, x = 0, y = 0, width = 0, height = 0 } = node;
    boxes.set(id, { x, y, width, height });
    node.children?.forEach(visit);
    for (const edge of node.edges ?? []) lines.set(edge.id.slice('line '.length), readLine(edge, turned.has(edge.id)));
  };
  root.children?.forEach(visit);
  return { size: { width: root.width ?? 0, height: root.height ?? 0 }, boxes, lines };
}

function readLine({ sections, labels }: ElkExtendedEdge, isTurned: boolean): PlacedLine {
  const points = (sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [startPoint, ...(bendPoints ?? []), endPoint]);
  const [label] = labels ?? [];
  return {
    points: isTurned ? points.toReversed() : points,
    label: label && { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0 },
    isCurve: false,
  };
}
