// What of the sources may name something of `aws-cdk-lib` in a fix. `words.txt` has what the library was last asked for, so that a test tells without
// the library when names.json is stale.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = ['checks', 'src/diff', 'src/facts'].map((folder) => fileURLToPath(new URL(`../../${folder}/`, import.meta.url)));
export const WORDS = fileURLToPath(new URL('words.txt', import.meta.url));

const QUOTED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
/** Code in a text of its own, which a sentence is put together with: `'key.grantDecrypt(…)'`, `'masterKey: key'`. */
const IS_CODE = /^.(?:new [a-z]|[a-z]\w*\.[a-z]\w*\(|[a-z]\w*: \S)/;

/** Each identifier, and `name: {` for those that have an object or a list of objects as value, sorted. */
export function wordsOfFixes() {
  const code = textsOfSources().flatMap(codeIn);
  return [
    ...new Set([
      ...code.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []),
      ...code.flatMap((text) => [...text.matchAll(/(\w+): \[?\{/g)].map(([, name]) => `${name}: {`)),
    ]),
  ].sort();
}

function textsOfSources() {
  return SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ts$/.test(path) && !/[\\/]fixes[\\/]|index/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  );
}

/** What stands between backticks in a text of the source, or is a text that looks like code. */
function codeIn(source) {
  const quoted = source.match(QUOTED) ?? [];
  const inTemplates = (source.match(/\\`(?:[^`\\]|\\[^`])+\\`/g) ?? []).map((span) => span.replace(/(?<!\\)\$\{[^}]*\}/g, ' '));
  const spans = [...quoted.flatMap((text) => text.match(/``.+?``|`[^`]+`/g) ?? []), ...inTemplates];
  // A word with a capital alone is a property of CloudFormation.
  return [...spans.filter((span) => !/^\\?`(?!Cfn)[A-Z]\w*\\?`$/.test(span)), ...quoted.filter((text) => IS_CODE.test(text))];
}
