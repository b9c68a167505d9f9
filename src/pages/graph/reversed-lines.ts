import type { Box, Line, Scene } from './scene.js';

/**
 * The lines that are to be laid out against their direction. Between two groups that need each other, a layered layout leads every line back
 * around the whole picture; when all of them are laid out the way that most go, none is.
 */
export function reversedLines({ boxes, lines }: Pick<Scene, 'boxes' | 'lines'>): ReadonlySet<Line> {
  const pathOf = new Map<string, readonly Box[]>();
  const visit = (box: Box, above: readonly Box[]): void => {
    const path = [...above, box];
    pathOf.set(box.key, path);
    for (const child of box.children) visit(child, path);
  };
  for (const box of boxes) visit(box, []);

  /** By two neighbours in the tree of boxes, the smaller key first: lines in this direction, and back. */
  const pairs = new Map<string, { readonly there: Line[]; readonly back: Line[] }>();
  for (const line of lines) {
    const from = pathOf.get(line.from) ?? [];
    const to = pathOf.get(line.to) ?? [];
    const fork = from.findIndex((box, depth) => box.key !== to[depth]?.key);
    const start = from[fork];
    const end = to[fork];
    if (start === undefined || end === undefined || (start.children.length === 0 && end.children.length === 0)) continue;
    const isThere = start.key < end.key;
    const key = isThere ? `${start.key} ${end.key}` : `${end.key} ${start.key}`;
    const pair = pairs.get(key) ?? { there: [], back: [] };
    pairs.set(key, pair);
    pair[isThere ? 'there' : 'back'].push(line);
  }
  return new Set([...pairs.values()].flatMap(({ there, back }) => (there.length === 0 || there.length < back.length ? there : back)));
}
