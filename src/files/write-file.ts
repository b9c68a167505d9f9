import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import { isInside } from './inside.js';
import { codeOf } from './read-file.js';

/**
 * Writes a file in one step, so that nobody reads half of it. `file` is as the user wrote it, relative to `folder`.
 * A checkout or a downloaded artifact may hold links of others: below `folder` a file is written only when its real place is there too.
 * What the user names elsewhere (`/tmp/report.json`, `/dev/stdout`) is written as it is. Throws `InputError`.
 */
export function writeFileSafely(file: string, text: string | Uint8Array, folder: string): void {
  try {
    const path = resolve(folder, file);
    const isBelow = isInside(path, resolve(folder));
    const target = isBelow ? targetBelow(path, folder, file) : path;
    const existing = lstatSync(target, { throwIfNoEntry: false });
    if (existing === undefined || existing.isFile()) replace(target, text, existing);
    else if (isBelow) throw new InputError(`${file} is not written: there is something that is not a regular file`);
    else writeFileSync(target, text);
  } catch (error) {
    throw toInputError(error, file);
  }
}

/** Makes the folders of a file below `folder`, none of which may be a link out of it. Throws `InputError`. */
export function makeFolderSafely(file: string, folder: string): void {
  const root = realpathSync.native(folder);
  let parent = root;
  for (const name of dirname(file).split(/[\\/]/)) {
    parent = join(parent, name);
    mkdirSync(parent, { recursive: true });
    parent = realpathSync.native(parent);
    if (!isInside(parent, root)) throw new InputError(`${file} is not written: a link leads out of the working directory`);
  }
}

/** Makes the folders of a file: below `folder` safely, and elsewhere where the user says. Throws `InputError`. */
export function makeFolder(file: string, folder: string): void {
  const path = resolve(folder, file);
  try {
    if (isInside(path, resolve(folder))) makeFolderSafely(relative(folder, path), folder);
    else mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw toInputError(error, file);
  }
}

function toInputError(error: unknown, file: string): InputError {
  if (error instanceof InputError) return error;
  const code = codeOf(error);
  return new InputError(`${file} cannot be written${code === 'ENOENT' ? ': its folder does not exist' : ` (${code})`}`);
}

/** The real path to write. */
function targetBelow(path: string, folder: string, file: string): string {
  const root = realpathSync.native(folder);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  // A link to nothing has no real path, and what it would make may be anywhere.
  const real = isLink ? realOf(path) : join(realpathSync.native(dirname(path)), basename(path));
  if (real === undefined || !isInside(real, root))
    throw new InputError(`${file} is not written: a link leads out of the working directory`);
  return real;
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function replace(target: string, text: string | Uint8Array, existing: Stats | undefined): void {
  const temporary = `${target}.${Math.random().toString(36).slice(2)}.tmp`;
  try {
    // `wx` follows no link and opens nothing that is there.
    writeFileSync(temporary, text, { flag: 'wx' });
    if (existing !== undefined) chmodSync(temporary, existing.mode & 0o777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    // A folder that cannot be written, or a file that is mounted: it has to be written where it is.
    if (existing === undefined || !['EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'].includes(codeOf(error))) throw error;
    overwrite(target, text);
  }
}

function overwrite(target: string, text: string | Uint8Array): void {
  const descriptor = openSync(target, constants.O_WRONLY | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0));
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}
