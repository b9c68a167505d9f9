import type { Described } from './check.js';

/**
 * Checks that differ by a row of data. `make` gives what is common to them, `types` and `resource` for most, for the row of one of them; what it
 * returns makes a check of a row. A row is all that a reader of the check's id looks for: its id, title, severity and docs, and what varies.
 */
export function defineFamily<Row extends object, Common extends object>(make: (row: Described & Row) => Common) {
  // Its docs may be a getter, which reads them when they are asked for.
  return (row: Described & Row): Described & Common => Object.defineProperties(make(row), Object.getOwnPropertyDescriptors(row)) as never;
}
