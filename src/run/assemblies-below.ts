import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCloudAssembly } from '../plain/find-templates.js';

const MAX_DEPTH = 3;
const MAX_FOLDERS = 2_000;

/** Folders below this one that `cdk synth` wrote, `most` at most: where somebody may have meant one of them. Paths are relative to it. */
export function assembliesBelow(folder: string, most: number): readonly string[] {
  const found: string[] = [];
  let level = [''];
  let left = MAX_FOLDERS;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const below of level) {
      for (const name of foldersIn(join(folder, below))) {
        if (found.length >= most || left-- <= 0) return found;
        const path = join(below, name);
        if (isCloudAssembly(join(folder, path))) found.push(path);
        else next.push(path);
      }
    }
    level = next;
  }
  return found;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
