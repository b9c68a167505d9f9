import { groupBy } from '../../group-by.js';
import type { Placed, PlacedLine } from './placed.js';
import type { Line } from './scene.js';

type Side = 'left' | 'right' | 'top' | 'bottom';

interface End {
  readonly line: Line;
  readonly box: string;
  readonly side: Side;
  /** Where the other end is, along this side. */
  readonly towards: number;
}

/** Lines straight over the picture, for those that a layout did not route: from the sides that face each other, next to one another. */
export function drawCurves(lines: readonly Line[], boxes: ReadonlyMap<string, Placed>): ReadonlyMap<string, PlacedLine> {
  const ends: { readonly from: End; readonly to: End }[] = [];
  for (const line of lines) {
    const from = boxes.get(line.from);
    const to = boxes.get(line.to);
    if (from === undefined || to === undefined) continue;
    const [out, into] = facingSides(from, to);
    ends.push({
      from: { line, box: line.from, side: out, towards: along(out, to) },
      to: { line, box: line.to, side: into, towards: along(into, from) },
    });
  }
  const points = placeEnds(
    ends.flatMap(({ from, to }) => [from, to]),
    boxes,
  );
  return new Map(
    ends.map(({ from, to }) => {
      const start = points.get(from) ?? { x: 0, y: 0 };
      const end = points.get(to) ?? { x: 0, y: 0 };
      const reach = Math.max(24, Math.hypot(end.x - start.x, end.y - start.y) * 0.35);
      return [
        from.line.key,
        { points: [start, ahead(start, from.side, reach), ahead(end, to.side, reach), end], label: undefined, isCurve: true },
      ];
    }),
  );
}

function facingSides(from: Placed, to: Placed): readonly [Side, Side] {
  const right = to.x - (from.x + from.width);
  const left = from.x - (to.x + to.width);
  const below = to.y - (from.y + from.height);
  const above = from.y - (to.y + to.height);
  const widest = Math.max(right, left, below, above);
  if (widest === right) return ['right', 'left'];
  if (widest === left) return ['left', 'right'];
  return widest === below ? ['bottom', 'top'] : ['top', 'bottom'];
}

function along(side: Side, { x, y, width, height }: Placed): number {
  return side === 'left' || side === 'right' ? y + height / 2 : x + width / 2;
}

function ahead({ x, y }: { readonly x: number; readonly y: number }, side: Side, distance: number): { x: number; y: number } {
  if (side === 'left' || side === 'right') return { x: x + (side === 'right' ? distance : -distance), y };
  return { x, y: y + (side === 'bottom' ? distance : -distance) };
}

/** Spreads what ends at the same side of a box. */
function placeEnds(ends: readonly End[], boxes: ReadonlyMap<string, Placed>): ReadonlyMap<End, { readonly x: number; readonly y: number }> {
  const points = new Map<End, { x: number; y: number }>();
  for (const together of groupBy(ends, ({ box, side }) => `${box} ${side}`).values()) {
    const ordered = [...together].sort((a, b) => a.towards - b.towards);
    for (const [index, end] of ordered.entries()) {
      const { x, y, width, height } = boxes.get(end.box) as Placed;
      const part = (index + 1) / (ordered.length + 1);
      const isUpright = end.side === 'left' || end.side === 'right';
      points.set(
        end,
        isUpright
          ? { x: end.side === 'right' ? x + width : x, y: y + height * part }
          : { x: x + width * part, y: end.side === 'bottom' ? y + height : y },
      );
    }
  }
  return points;
}
