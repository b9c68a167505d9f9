import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import { isInside } from './inside.js';

/** The bytes of a file, or what is wrong with it, as in "is not a regular file". */
export type FileBytes = { readonly bytes: Buffer; readonly stats: Stats } | { readonly problem: string; readonly stats?: Stats };
export type FileText = { readonly text: string } | { readonly problem: string };

export interface ReadOptions {
  readonly maxBytes: number;
  /** A folder that no link may lead out of. Left out: links are followed. */
  readonly within?: string | undefined;
}

export const MISSING = 'does not exist';
export const LINK_OUT = 'is a link that leads out of its folder';
/** Configurations, baselines: what people write. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/**
 * Reads a regular file of bounded size. The file is opened once, and what was opened is examined and read, so that nothing can take its place
 * in between. Links are resolved before; the last part of the real path may not be one.
 */
export function readRegularFile(path: string, { maxBytes, within }: ReadOptions): FileBytes {
  try {
    const real = realpathSync.native(path);
    if (within !== undefined && !isInside(real, realpathSync.native(within))) return { problem: LINK_OUT };
    return readOpened(real, maxBytes);
  } catch (error) {
    return { problem: describeReadFailure(error) };
  }
}

/** Whether a link on the way to a file leads out of a folder. */
export function leadsOut(path: string, folder: string): boolean {
  try {
    return !isInside(realpathSync.native(path), realpathSync.native(folder));
  } catch {
    return true;
  }
}

/** The same for a path without links, as `realpath` gives it. */
export function readOpened(real: string, maxBytes: number): FileBytes {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK opening a named pipe would wait for ever.
    descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { problem: 'is not a regular file' };
    if (stats.size > maxBytes) return { problem: `is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`, stats };
    return { bytes: readWhole(descriptor, stats.size), stats };
  } catch (error) {
    return { problem: describeReadFailure(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** As UTF-8; without a byte order mark. */
export function readRegularText(path: string, options: ReadOptions): FileText {
  const read = readRegularFile(path, options);
  return 'bytes' in read ? { text: read.bytes.toString('utf8').replace(/^\uFEFF/, '') } : { problem: read.problem };
}

export function describeReadFailure(error: unknown): string {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? MISSING : `cannot be read (${code})`;
}

/** As in `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function readWhole(descriptor: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, buffer, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}
