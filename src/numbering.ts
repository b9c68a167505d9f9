import { memoizeByKey } from './memoize.js';

/** Gives each text a number, equal texts the same: a short key in place of a long one. */
export function numbering(): (text: string | undefined) => string | undefined {
  let count = 0;
  return memoizeByKey((text: string | undefined) => (text === undefined ? undefined : String(count++)));
}
