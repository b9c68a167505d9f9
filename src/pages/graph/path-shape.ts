interface Point {
  readonly x: number;
  readonly y: number;
}

/** A path through the points whose corners are round. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [index, corner] of rest.entries()) {
    const before = points[index] as Point;
    const after = rest[index + 1];
    if (after === undefined) {
      path += `L${corner.x} ${corner.y}`;
      continue;
    }
    const enter = towards(corner, before, radius);
    const leave = towards(corner, after, radius);
    path += `L${enter.x} ${enter.y}Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`;
  }
  return path;
}

/** A triangle at the end of the path. */
export function arrowHead(points: readonly Point[], size: number): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return '';
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const x = (end.x - before.x) / length;
  const y = (end.y - before.y) / length;
  const base = { x: end.x - x * size, y: end.y - y * size };
  const half = size * 0.42;
  return `M${end.x} ${end.y}L${base.x - y * half} ${base.y + x * half}L${base.x + y * half} ${base.y - x * half}Z`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** A curve from the first point to the last, pulled by the two between. */
export function curvedPath(points: readonly Point[]): string {
  const [start, ...rest] = points;
  return start === undefined ? '' : `M${start.x} ${start.y}C${rest.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`;
}
