import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '../assembly/files.js';

const MAX_FILES = 20_000;

/** Whether two folders hold the same files with the same bytes, so that one is as good as the other. Contents of assets are named by their hash. */
export function isSameFolder(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    const [files, others] = [listFiles(one, ''), listFiles(other, '')];
    if (files.length !== others.length || files.length > MAX_FILES) return false;
    return files.every((file, index) => file === others[index]) && files.every((file) => hasSameBytes(join(one, file), join(other, file)));
  } catch {
    // Whatever is the matter with it, the loader says it better.
    return false;
  }
}

function listFiles(root: string, below: string): readonly string[] {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries
    .filter((entry) => !entry.name.startsWith('asset.') && !entry.name.endsWith('.lock'))
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return path.split(/[\\/]/).length > 20 ? [] : listFiles(root, path);
      // Links are followed by nobody here: two folders with links are not compared by their bytes.
      if (!entry.isFile()) throw new Error('not a regular file');
      return [path];
    })
    .sort();
}

function hasSameBytes(one: string, other: string): boolean {
  const [first, second] = [open(one), open(other)];
  try {
    const { size } = fstatSync(first);
    if (size !== fstatSync(second).size || size > MAX_FILE_BYTES) return false;
    const [left, right] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
    return readAll(first, left) === size && readAll(second, right) === size && left.equals(right);
  } finally {
    closeSync(first);
    closeSync(second);
  }
}

function open(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
}

function readAll(descriptor: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
