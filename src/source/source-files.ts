import { basename, isAbsolute, join } from 'node:path';
import { memoizeByKey } from '../memoize.js';
import { type ContainedFiles, realFolder } from './contained-files.js';
import { isJava } from './frames.js';
import { foldersUpwards, toSlashes } from './project-root.js';

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

/** `folders`: what relative paths start at. `code`: the files of the app. */
export function createSourceFinder(files: ContainedFiles, folders: () => readonly string[], code: () => readonly string[]): FindSourceFile {
  function findBelow(path: string): string | undefined {
    for (const folder of folders()) {
      const real = files.contain(join(folder, path));
      if (real !== undefined) return real;
    }
    return undefined;
  }

  /** Of a Java file a trace has the package and the name: the folder above the packages may be any. */
  function findPackage(path: string): SourceFile | undefined {
    const sameName = code().filter((file) => basename(file) === basename(path));
    const samePackage = sameName.filter((file) => toSlashes(file).endsWith(`/${path}`));
    const [file, ...others] = samePackage.length > 0 ? samePackage : sameName;
    const real = file === undefined ? undefined : files.contain(file);
    // Kotlin leaves out the folders that all packages share.
    if (real === undefined || (samePackage.length === 0 && (others.length > 0 || path.endsWith('.java')))) return undefined;
    return { path: files.toRelative(real), real, guessed: others.length > 0 };
  }

  function findRelative(path: string): SourceFile | undefined {
    const real = findBelow(path);
    if (real !== undefined) return { path: files.toRelative(real), real, guessed: false };
    if (isJava(path)) return findPackage(path);
    const absent = join(folders()[0] ?? files.root(), path);
    // Without a folder there is nothing to hold on to.
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

/** These folders and those above each, as far as they are inside the project. */
export function foldersOf(root: string, starts: readonly string[]): readonly string[] {
  const inside = starts.flatMap((start) => {
    const folders = foldersUpwards(realFolder(start), root);
    return folders.at(-1) === root ? folders : [];
  });
  return [...new Set([...inside, root])];
}
