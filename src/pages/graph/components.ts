import type { Box, Scene } from './scene.js';

/** Some boxes with the lines among them. */
export type Part = Pick<Scene, 'boxes' | 'lines'>;

/** The outermost boxes by what is linked at all, with the lines among them. */
export function componentsOf({ boxes, lines }: Part): readonly Part[] {
  const outermost = new Map<string, string>();
  const visit = (box: Box, top: string): void => {
    outermost.set(box.key, top);
    for (const child of box.children) visit(child, top);
  };
  for (const box of boxes) visit(box, box.key);
  const islandOf = new Map(boxes.map(({ key }) => [key, key]));
  const find = (key: string): string => islandOf.get(outermost.get(key) ?? '') ?? '';
  for (const { from, to } of lines) {
    const [kept, joined] = [find(from), find(to)];
    if (kept !== joined) for (const [key, island] of islandOf) if (island === joined) islandOf.set(key, kept);
  }
  return [...new Set(islandOf.values())].map((island) => ({
    boxes: boxes.filter(({ key }) => islandOf.get(key) === island),
    lines: lines.filter(({ from }) => find(from) === island),
  }));
}
