// Part of the built program: documentation-plugin.js writes the two files beside it.
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`documentation-${name}.json`, import.meta.url), 'utf8'));
const known = new Map();
let texts;
let examples;

/** The `docs` of a built-in check. Reads the texts when the first is asked for, and the examples when one of those is. */
export function documentationOf(id) {
  const found = known.get(id);
  if (found !== undefined) return found;
  texts ??= read('texts');
  const exampleOf = (name) => {
    examples ??= read('examples');
    return examples[id][name];
  };
  const docs = {
    ...texts[id],
    get bad() {
      return exampleOf('bad');
    },
    get good() {
      return exampleOf('good');
    },
  };
  known.set(id, docs);
  return docs;
}
