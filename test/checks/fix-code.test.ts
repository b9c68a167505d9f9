import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXES, fixCode } from '../../checks/fix-code.js';
import translations from '../../checks/fixes.json' with { type: 'json' };
import { checks } from '../../checks/index.js';
import { LANGUAGES } from '../../src/language.js';

const folder = join(import.meta.dirname, '../../checks');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^[^/]+\/fixes\//.test(path))
  .sort();

test('each snippet is translated as it is now: npm run translate-fixes', () => {
  const digests = files.map((path) => [
    path.replace('/fixes/', '/').replace(/\.ts$/, ''),
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
      .slice(0, 16),
  ]);
  expect(Object.entries(translations).map(([id, { digest }]) => [id, digest])).toEqual(digests);
});

test('the library was asked for each word of the fixes: npm run translate-fixes', async () => {
  const { wordsOfFixes, WORDS } = (await import(new URL('../../scripts/fixes/words.js', import.meta.url).href)) as {
    wordsOfFixes: () => readonly string[];
    WORDS: string;
  };
  const asked = new Set(readFileSync(WORDS, 'utf8').split('\n'));
  expect(wordsOfFixes().filter((word) => !asked.has(word))).toEqual([]);
});

test('each is the fix of a check, in every language', () => {
  const ids = new Set(checks.map(({ id }) => id));
  expect(FIXES.filter((id) => !ids.has(id))).toEqual([]);
  for (const id of FIXES) for (const language of LANGUAGES) expect(fixCode(id, language), `${id} in ${language}`).toMatch(/\S/);
});

test('the page of languages has their number', () => {
  const page = readFileSync(join(folder, '../docs/languages.md'), 'utf8');
  const numbers = [...page.matchAll(/^\| (?:TypeScript|Python|Java|Go|C#) \| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array(5).fill(FIXES.length));
});

test('what the languages call their own', () => {
  const id = 's3/replication-source-unversioned';
  expect(fixCode(id, 'typescript')).toContain("new s3.Bucket(this, 'Orders', {");
  expect(fixCode(id, 'javascript')).toBe(fixCode(id, 'typescript'));
  expect(fixCode(id, 'python')).toContain('versioned=True');
  expect(fixCode(id, 'java')).toContain('Bucket.Builder.create(this, "Orders")');
  expect(fixCode(id, 'csharp')).toContain('Versioned = true');
  expect(fixCode(id, 'go')).toContain('Versioned: jsii.Bool(true)');
  expect(fixCode('acme/own', 'python')).toBeUndefined();
  expect(fixCode('constructor', 'python')).toBeUndefined();
});
