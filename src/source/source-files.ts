import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { memoize, memoizeByKey } from '../memoize.js';
import type { ContainedFiles } from './contained-files.js';
import { foldersUpwards } from './project-root.js';

/** A file of the project that a trace or a source map names. */
export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** Real path, undefined when the file is not on disk. */
  readonly real: string | undefined;
  /** True when it may be another file: only its name was found but not its folder, or it is not on disk. */
  readonly guessed: boolean;
}

/** The project's file for a path as a trace has it. */
export type FindSourceFile = (path: string) => SourceFile | undefined;

/** Each path costs a look on disk for each of its parts in each folder, and paths come from the assembly. */
const MAX_PATHS = 5_000;
const MAX_PARTS = 32;

export function createSourceFinder(files: ContainedFiles, assemblyRoot: string, workingDirectory: string): FindSourceFile {
  const folders = memoize(() => baseFolders(files.root(), [dirname(assemblyRoot), workingDirectory]));

  function findBelow(path: string): string | undefined {
    for (const folder of folders()) {
      const real = files.contain(join(folder, path));
      if (real !== undefined) return real;
    }
    return undefined;
  }

  function findRelative(path: string): SourceFile | undefined {
    const real = findBelow(path);
    if (real !== undefined) return { path: files.toRelative(real), real, guessed: false };
    const absent = join(folders()[0] ?? files.root(), path);
    // `MyStack.java:23` and the like: without a folder there is nothing to hold on to.
    return path.includes('/') && files.isInside(absent) ? { path: files.toRelative(absent), real: undefined, guessed: true } : undefined;
  }

  function findAbsolute(path: string): SourceFile | undefined {
    const native = isAbsolute(path) ? join(path) : undefined;
    if (native !== undefined && files.isInside(native)) {
      const real = files.contain(native);
      return real === undefined ? undefined : { path: files.toRelative(real), real, guessed: false };
    }
    // The app ran on another machine, or in a container: the longest end of the path that is here too.
    const parts = path
      .replace(/^[A-Za-z]:/, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.');
    if (parts.length > MAX_PARTS || parts.includes('..')) return undefined;
    for (let from = 0; from < parts.length; from++) {
      const real = findBelow(parts.slice(from).join('/'));
      if (real !== undefined) return { path: files.toRelative(real), real, guessed: from === parts.length - 1 };
    }
    return undefined;
  }

  return memoizeByKey((path) => {
    const isWindows = /^(?:[A-Za-z]:|\\\\)/.test(path) || !path.includes('/');
    const slashed = isWindows ? path.replaceAll('\\', '/') : path;
    return /^(?:[A-Za-z]:)?\//.test(slashed) ? findAbsolute(slashed) : findRelative(slashed);
  }, MAX_PATHS);
}

/** The folders above the assembly, then those from the working directory on, as far as they are inside the project. */
function baseFolders(root: string, starts: readonly string[]): readonly string[] {
  const inside = starts.flatMap((start) => {
    const folders = foldersUpwards(realFolder(start), root);
    return folders.at(-1) === root ? folders : [];
  });
  return [...new Set([...inside, root])];
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
