import { memoizeByKey } from '../memoize.js';

export type Steps = readonly (string | number)[];

/**
 * The steps of a dotted path (`Rules.0.Destination`), a number for an index; a leading dot says that it begins below something else. Read once
 * for each path, of which there are as many as tables and configurations write: V8 looks up a property more slowly by a part of a text.
 */
export const stepsOf: (path: string) => Steps = memoizeByKey((path) => {
  const rest = path.replace(/^\./, '');
  return rest === '' ? [] : rest.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
});
