import { dirname, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

export interface SaltOptions {
  readonly redact?: boolean | undefined;
  readonly saltFile?: string | undefined;
}

export const REDACT = {
  type: 'boolean',
  describe: 'Hashes in place of names and accounts; needs a salt that all applications share',
} as const;
export const SALT_FILE = {
  type: 'string',
  describe: 'File with the salt',
  defaultDescription: 'SYNTHCHECK_SALT',
  requiresArg: true,
} as const;

const LEAST_SALT = 16;

/** Throws `UsageError` where a salt is needed and there is none, and `InputError` for one that is easily found by trying. */
export async function saltOf({ redact = false, saltFile }: SaltOptions, io: Io, command: string): Promise<string | undefined> {
  const { MAX_TEXT_BYTES, readRegularText } = await import('../files/read-file.js');
  const path = saltFile === undefined ? undefined : resolve(io.cwd, saltFile);
  const read =
    path === undefined
      ? { text: io.env.SYNTHCHECK_SALT ?? '' }
      : readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within: dirname(path) });
  if (!('text' in read)) throw new InputError(`--salt-file: ${saltFile} ${read.problem}`);
  const salt = read.text.trim();
  if (salt === '' && path === undefined) {
    if (redact) throw new UsageError('--redact needs a salt: --salt-file FILE or SYNTHCHECK_SALT', command);
    return undefined;
  }
  if (salt.length < LEAST_SALT) throw new InputError(`the salt is shorter than ${LEAST_SALT} characters: names could be guessed`);
  return salt;
}
