import { closeSync, constants, fstatSync, openSync, writeFileSync } from 'node:fs';
import { InputError } from '../diagnostic.js';
import { codeOf } from './read-file.js';

/** Adds text to a file that is there. Throws `InputError` when it is a link or no regular file: an earlier step can have put one in its place. */
export function appendSafely(file: string, text: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_WRONLY | constants.O_APPEND | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    if (!fstatSync(descriptor).isFile()) throw new InputError(`${file} is not written: it is not a regular file`);
    writeFileSync(descriptor, text);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      codeOf(error) === 'ELOOP' ? `${file} is not written: it is a link` : `${file} cannot be written (${codeOf(error)})`,
    );
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
