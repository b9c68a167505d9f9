import { isAscii, isUtf8 } from 'node:buffer';
import { realpathSync, type Stats, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { isInside } from '../files/inside.js';
import { describeReadFailure, MISSING, readOpened } from '../files/read-file.js';
import type { Attempt } from './attempt.js';
import type { CloudAssembly } from './model.js';
import type { PackedFiles } from './pack/tar.js';

export { MISSING };

export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A file or folder that was proven to lie in the assembly. */
export interface LocatedFile {
  /** Path below the assembly's root, with `/`. Empty for the root itself. */
  readonly path: string;
  /** The real absolute path: what is opened, so that a link cannot lead elsewhere after the check. */
  readonly real: string;
}

/**
 * The only way to files of an assembly. The manifest is untrusted (it may come from a fork's pull request), and CDK's own
 * reader follows `"templateFile": "../../../../etc/passwd"`; this one leaves the root neither by `..` nor by a link.
 */
export class AssemblyFiles {
  readonly root: string;
  /** What the root is, in messages. */
  readonly noun: string;
  /** All there is, when it was read from a pack. A pack holds no assets: what is not in it may well be in the assembly. */
  readonly packed: PackedFiles | undefined;
  /** What was read, as it was when it was opened. */
  readonly #seen = new Map<string, Stats>();

  constructor(realRoot: string, noun = 'the assembly', packed?: PackedFiles) {
    this.root = realRoot;
    this.noun = noun;
    this.packed = packed;
  }

  /** Of what was loaded before. */
  static of({ root, packed }: Pick<CloudAssembly, 'root' | 'packed'>): AssemblyFiles {
    return new AssemblyFiles(root, undefined, packed as PackedFiles | undefined);
  }

  /** Finds the file that a manifest in `directory` (below the root) calls `stored`. */
  locate(directory: string, stored: string): Attempt<LocatedFile> {
    const path = this.resolve(directory, stored);
    if ('problem' in path) return path;
    if (this.packed !== undefined) return this.#locatePacked(path.value, this.packed);
    try {
      const real = realpathSync.native(`${this.root}${sep}${path.value}`);
      return isInside(real, this.root) ? { value: { path: path.value, real } } : { problem: this.#outside };
    } catch (error) {
      return { problem: describeReadFailure(error) };
    }
  }

  #locatePacked(path: string, packed: PackedFiles): Attempt<LocatedFile> {
    const isThere = packed.has(path) || foldersOf(packed).has(path);
    return isThere ? { value: { path, real: join(this.root, path) } } : { problem: MISSING };
  }

  /** The path below the root, without asking the disk: messages must not tell what exists outside. */
  resolve(directory: string, stored: string): Attempt<string> {
    // A manifest written on Windows has backslashes; the CDK writes none on other systems.
    const normal = stored.replaceAll('\\', '/');
    if (normal.startsWith('/') || /^[A-Za-z]:/.test(normal)) return { problem: `is an absolute path: only files in ${this.noun} are read` };
    const path = posix.join(directory, normal).replace(/\/$/, '');
    if (path === '..' || path.startsWith('../')) return { problem: this.#outside };
    return { value: path === '.' ? '' : path };
  }

  get #outside(): string {
    return `leads outside ${this.noun}: only files in it are read`;
  }

  isFolder(file: LocatedFile): boolean {
    if (this.packed !== undefined) return foldersOf(this.packed).has(file.path);
    return statSync(file.real, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  read(file: LocatedFile): Attempt<string> {
    const bytes = this.readBytes(file);
    return 'value' in bytes ? decode(bytes.value) : bytes;
  }

  readBytes(file: LocatedFile): Attempt<Buffer> {
    if (this.packed !== undefined) {
      const bytes = this.packed.get(file.path);
      return bytes === undefined ? { problem: 'is not a regular file' } : { value: bytes };
    }
    const read = readOpened(file.real, MAX_FILE_BYTES);
    if (read.stats !== undefined) this.#seen.set(file.real, read.stats);
    return 'bytes' in read ? { value: read.bytes } : { problem: read.problem };
  }

  /** Forgets what was read until now. */
  begin(): void {
    this.#seen.clear();
  }

  /** Whether a file that was read is not the same any more. */
  haveChanged(): boolean {
    for (const [real, stats] of this.#seen) if (!isSameFile(stats, statSync(real, { throwIfNoEntry: false }))) return true;
    return false;
  }

  /**
   * When the last of the files that were read was written, in milliseconds. One that is empty is being written: Linux empties a file that is written
   * anew before it notes the time, so that a reader may see no bytes and the time of the synth before.
   */
  lastWritten(): number {
    let last = 0;
    for (const { mtimeMs, size } of this.#seen.values()) last = Math.max(last, size === 0 ? Date.now() : mtimeMs);
    return last;
  }
}

const FOLDERS = new WeakMap<PackedFiles, ReadonlySet<string>>();

/** The folders that the names of a pack lead through, and its root. */
function foldersOf(packed: PackedFiles): ReadonlySet<string> {
  const known = FOLDERS.get(packed);
  if (known !== undefined) return known;
  const folders = new Set(['']);
  for (const name of packed.keys())
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) folders.add(name.slice(0, end));
  FOLDERS.set(packed, folders);
  return folders;
}

export function isSameFile(before: Stats | undefined, after: Stats | undefined): boolean {
  return before?.mtimeMs === after?.mtimeMs && before?.size === after?.size && before?.ino === after?.ino;
}

/** Templates are ASCII but for rare comments, and those bytes become a string six times faster as Latin-1. */
function decode(bytes: Buffer): Attempt<string> {
  if (isAscii(bytes)) return { value: bytes.toString('latin1') };
  return isUtf8(bytes) ? { value: bytes.toString('utf8') } : { problem: 'is not UTF-8 text' };
}
