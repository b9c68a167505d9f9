// What the program says of itself, put into it: Node takes 5 ms to find the package by its own name, and one file alone has none beside it.
import { readFileSync } from 'node:fs';

const LOOKUP = "createRequire(import.meta.url)('synthcheck/package.json')";

/** The code of a file of `src` without the look-up. */
export function withOwnPackage(code) {
  const { name, version, homepage } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return code.replaceAll(LOOKUP, `(${JSON.stringify({ name, version, homepage })})`);
}
