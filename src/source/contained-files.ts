import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readOpened } from '../files/read-file.js';
import { memoize, memoizeByKey } from '../memoize.js';
import { toSlashes } from './project-root.js';

/** Files below one folder. Nothing outside it is opened; nothing is read before it is asked for, and only once. */
export interface ContainedFiles {
  /** The real path of the folder. */
  root(): string;
  /** By its letters only: the path may not exist. */
  isInside(path: string): boolean;
  /** The real path of a file inside the folder; undefined when there is none, or when it leads out. */
  contain(path: string): string | undefined;
  /** The path to report: relative to the folder, with `/`. */
  toRelative(path: string): string;
  /** Text of a file, by the real path that `contain` gave. */
  read(real: string): string | undefined;
  lines(real: string): readonly string[] | undefined;
  /** For each line the length without white space at its end. */
  lineLengths(real: string): readonly number[] | undefined;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_SOURCE_BYTES = 8 * 1024 * 1024;

export function createContainedFiles(directory: string): ContainedFiles {
  const folder = resolve(directory);
  const root = memoize(() => realFolder(folder));
  const isBelow = (path: string, parent: string) => path.startsWith(parent.endsWith(sep) ? parent : parent + sep);
  const isInside = (path: string) => isBelow(path, root()) || isBelow(path, folder);

  function read(real: string, maxBytes = MAX_BYTES): string | undefined {
    const file = readOpened(real, maxBytes);
    return 'bytes' in file ? file.bytes.toString('utf8') : undefined;
  }

  return {
    root,
    isInside,
    contain(path) {
      // By its letters first: merely looking for `\\host\share` makes Windows log on there.
      if (!isInside(path)) return undefined;
      try {
        if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
        const real = realpathSync(path);
        return isBelow(real, root()) ? real : undefined;
      } catch {
        return undefined;
      }
    },
    toRelative: (path) => toSlashes(relative(isBelow(path, root()) ? root() : folder, path)),
    read: (real) => read(real),
    lines: memoizeByKey((real) => read(real, MAX_SOURCE_BYTES)?.split('\n')),
    lineLengths: memoizeByKey((real) =>
      read(real, MAX_SOURCE_BYTES)
        ?.split('\n')
        .map((line) => line.trimEnd().length),
    ),
  };
}

/** A folder that is not there stays as it is written. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
