import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import type { IndexFolder } from './database.js';

const MAX_FOLDERS = 200_000;
const STACKS = 'stacks.parquet';

export interface FoundIndexes {
  readonly indexes: readonly IndexFolder[];
  /** Folders with an index that do not say of which application it is. */
  readonly nameless: readonly string[];
  /** Files of another kind. */
  readonly others: readonly string[];
}

/**
 * The indexes at or below the paths, each once, in the order of the paths and of names. Links below a path are not followed: what a download
 * holds leads nowhere else. Throws `InputError` for a path that is not there.
 */
export function findIndexes(paths: readonly string[], workingDirectory: string): FoundIndexes {
  const indexes = new Map<string, IndexFolder>();
  const nameless = new Set<string>();
  const others = new Set<string>();
  const folders: string[] = [];
  for (const path of paths) {
    const { folder, other } = folderAt(path, workingDirectory);
    if (other === undefined) folders.push(folder);
    else others.add(other);
  }
  for (const folder of folders) {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
      if (entry.isDirectory() && folders.length < MAX_FOLDERS) folders.push(join(folder, entry.name));
      else if (entry.name === STACKS && entry.isFile()) {
        const application = applicationOf(folder);
        if (application === undefined) nameless.add(folder);
        else indexes.set(folder, { path: folder, application });
      }
    }
  }
  return { indexes: [...indexes.values()], nameless: [...nameless], others: [...others] };
}

/** Whether there is an index at or directly below a path. */
export function holdsIndex(path: string, workingDirectory: string): boolean {
  const folder = resolve(workingDirectory, path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const isIndex = (at: string) => lstatSync(join(at, STACKS), { throwIfNoEntry: false })?.isFile() === true;
  return isIndex(folder) || readdirSync(folder).some((name) => name.startsWith('application=') && isIndex(join(folder, name)));
}

/** A shell expands `index/**` to folders and files. */
function folderAt(path: string, workingDirectory: string): { readonly folder: string; readonly other?: string } {
  const absolute = resolve(workingDirectory, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new InputError(`${path} does not exist: write an index with \`synthcheck index\``);
  if (stats.isDirectory()) return { folder: absolute };
  return absolute.endsWith('.parquet') ? { folder: dirname(absolute) } : { folder: dirname(absolute), other: absolute };
}

function applicationOf(folder: string): string | undefined {
  const [, name] = /^application=(.+)$/.exec(basename(folder)) ?? [];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}
