import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The assemblies below a folder, without those that lie inside of another, by their paths from it. None if it is not there. */
export function assembliesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(find(folder).map((found) => [relative(folder, found), found]));
}

function find(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (existsSync(join(folder, 'manifest.json'))) return [folder];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return entries.flatMap(({ name }) => find(join(folder, name)));
}
