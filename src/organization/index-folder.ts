import { InputError } from '../diagnostic.js';
import { TABLES, type TableName } from './schema.js';

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Longer names of files are rejected by common file systems. */
const MAX_NAME_BYTES = 255;

/** The folder of an application in an index, as a partition in the style of Hive. Throws `InputError` for a name that cannot be one. */
export function partitionOf(application: string): string {
  const folder = `application=${application.replace(/[^\w.-]/gu, (character) => encode(character))}`;
  if (application === '' || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(application) || Buffer.byteLength(folder) > MAX_NAME_BYTES)
    throw new InputError('the name of an application is a text of printable characters, and short enough for the name of a folder');
  return folder;
}

function encode(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
