import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { groupsOf, groupsOfFixes, writeContents, writeFixes, writeIndex, writePage } from './support/catalogue.js';
import { CHECKS_FOLDER, readCheckFiles } from './support/check-files.js';
import { findingsIn, ignores } from './support/findings-in.js';

const files = await readCheckFiles();

// `npm run generate` writes these.
test('the list of checks is up to date', async () => {
  await expect(writeIndex(files)).toMatchFileSnapshot(`${CHECKS_FOLDER}index.ts`);
});

test('the list of checks for people is up to date', async () => {
  await expect(writeContents(files)).toMatchFileSnapshot(`${CHECKS_FOLDER}README.md`);
});

test.each([...groupsOf(files)])('the page of %s is up to date', async (group, checks) => {
  await expect(writePage(group, checks)).toMatchFileSnapshot(`${CHECKS_FOLDER}${group}/README.md`);
});

test.each([...groupsOfFixes()])('the fixes of %s as code are up to date', async (group, ids) => {
  await expect(writeFixes(group, ids)).toMatchFileSnapshot(`${CHECKS_FOLDER}${group}/FIXES.md`);
});

test('every check is named after its file, or, in a family, after its export', () => {
  expect(files.map(({ check }) => check.id)).toEqual(files.map(({ id }) => id));
});

test('the id of every check stands in its file', () => {
  for (const { file, check } of files) expect(readFileSync(`${CHECKS_FOLDER}${file}.ts`, 'utf8'), check.id).toContain(`'${check.id}'`);
});

test('every check says why it matters and how to fix it, with sources', () => {
  for (const { id, check } of files) {
    expect(check.title, id).toMatch(/^[A-Z].*[^.]$/);
    expect(check.docs.why, id).toMatch(/\S/);
    expect(check.docs.fix, id).toMatch(/\S/);
    expect(check.docs.sources, id).not.toEqual([]);
    for (const source of check.docs.sources) expect(source, id).toMatch(/^https:\/\/\S+$/);
  }
});

describe.each(files)('$id', ({ id, check }) => {
  test('reports its bad example, with the severity of the catalogue', () => {
    const found = findingsIn(check.docs.bad, check);
    expect(found.map(({ checkId }) => checkId)).toContain(id);
    expect(found.map(({ severity }) => severity)).toContain(check.severity);
  });

  test('ignores its good example', () => ignores(check, check.docs.good));
});
