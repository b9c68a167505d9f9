import { describe, expect, test } from 'vitest';
import { writeIndex, writePage } from './support/catalogue.js';
import { CHECKS_FOLDER, readCheckFiles } from './support/check-files.js';
import { findingsIn } from './support/findings-in.js';

const files = await readCheckFiles();

// `npm run generate` writes both.
test('the list of checks is up to date', async () => {
  await expect(writeIndex(files.map(({ id }) => id))).toMatchFileSnapshot(`${CHECKS_FOLDER}index.ts`);
});

test('the catalogue page is up to date', async () => {
  await expect(writePage(files.map(({ check }) => check))).toMatchFileSnapshot(`${CHECKS_FOLDER}README.md`);
});

describe.each(files)('$id', ({ id, check }) => {
  test('is named after its file', () => {
    expect(check.id).toBe(id);
  });

  test('says why and how to mend it, on whose word', () => {
    expect(check.title).toMatch(/^[A-Z].*[^.]$/);
    expect(check.docs.why).toMatch(/\S/);
    expect(check.docs.fix).toMatch(/\S/);
    expect(check.docs.sources).not.toEqual([]);
    for (const source of check.docs.sources) expect(source).toMatch(/^https:\/\/\S+$/);
  });

  test('speaks on its bad example, with the severity it promises', () => {
    const found = findingsIn(check.docs.bad, check);
    expect(found.map(({ checkId }) => checkId)).toContain(id);
    expect(found.map(({ severity }) => severity)).toContain(check.severity);
  });

  test('is silent on its good example', () => {
    expect(findingsIn(check.docs.good, check)).toEqual([]);
  });
});
