import { scan, type Wanted } from './locate-scan.js';

/** Keys and indexes from the template's root: `['Resources', 'Table', 'Properties', 'Replicas', 0, 'Region']`. */
export type TemplatePath = readonly (string | number)[];

/** Both count from 1; columns are UTF-16 units, as editors and SARIF (`columnKind: utf16CodeUnits`) count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where paths are in a JSON text that `JSON.parse` has accepted: the opening quote of an object's key, the start of an array's element.
 * A path that is not there has the position of its nearest ancestor that is. Undefined only for an empty text.
 *
 * One pass over the text for all paths; what no path goes through is skipped by counting brackets. A text that is not JSON gives useless
 * positions, but ends. A byte order mark does not count as a column.
 */
export function locate(text: string, paths: readonly TemplatePath[]): (Position | undefined)[] {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const root: Wanted = { children: new Map(), offset: -1 };
  for (const path of paths) {
    let node = root;
    for (const part of path) {
      const child: Wanted = node.children.get(String(part)) ?? { children: new Map(), offset: -1 };
      node.children.set(String(part), child);
      node = child;
    }
  }
  scan(json, root);
  if (root.offset < 0) return paths.map(() => undefined);
  const offsets = paths.map((path) => nearestOffset(root, path));
  const positions = positionsOf(json, offsets);
  return offsets.map((offset) => positions.get(offset));
}

/**
 * What a repeated key held before its last occurrence is still marked, but before the mark of the key itself. `JSON.parse` takes the last.
 */
function nearestOffset(root: Wanted, path: TemplatePath): number {
  let node = root;
  for (const part of path) {
    const child = node.children.get(String(part));
    if (child === undefined || child.offset <= node.offset) break;
    node = child;
  }
  return node.offset;
}

/** One pass over the lines up to the last of them. */
function positionsOf(text: string, offsets: readonly number[]): ReadonlyMap<number, Position> {
  const positions = new Map<number, Position>();
  let line = 1;
  let start = 0;
  for (const offset of offsets.toSorted((one, other) => one - other)) {
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    positions.set(offset, { line, column: offset - start + 1 });
  }
  return positions;
}
