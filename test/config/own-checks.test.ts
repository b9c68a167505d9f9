import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { setIdentifierMissing } from '../../checks/route53/record-groups.js';
import { loadOwnChecks, loadOwnChecksSync } from '../../src/config/own-checks.js';
import { givenConfig } from '../../src/config/read-config.js';
import { InputError } from '../../src/diagnostic.js';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { checkSketch, WRONG_RECORD } from '../support/planted.js';

const docs = `{ why: 'w', fix: 'f', sources: [], bad: {}, good: {} }`;
const own = (id: string, body = `yield { at: resource, message: 'Named ' + resource.logicalId };`): string =>
  `{ id: '${id}', title: 't', severity: 'warning', docs: ${docs}, types: ['AWS::Route53::RecordSet'], *resource(resource) { ${body} } }`;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const load = (names: readonly string[], files: Readonly<Record<string, string>>) => {
  writeFiles(folder, files);
  const loaded = { ...givenConfig({ ownChecks: names }, folder), origin: 'a.json' };
  return { all: loadOwnChecks(loaded, [setIdentifierMissing]), allAtOnce: () => loadOwnChecksSync(loaded, [setIdentifierMissing]) };
};

test.each<[string, readonly string[], Record<string, string>, readonly string[]]>([
  ['a file with a default', ['./own.mjs'], { 'own.mjs': `export default ${own('own/a')};` }, ['own/a']],
  [
    'a file with several',
    ['./own.mjs'],
    { 'own.mjs': `export const a = ${own('own/a')}; export const b = ${own('own/b')};` },
    ['own/a', 'own/b'],
  ],
  ['a list', ['./own.mjs'], { 'own.mjs': `export const checks = [${own('own/a')}, ${own('own/b')}];` }, ['own/a', 'own/b']],
  [
    'a package',
    ['company-checks'],
    {
      'node_modules/company-checks/package.json': '{"name":"company-checks","main":"main.cjs"}',
      'node_modules/company-checks/main.cjs': `module.exports = ${own('company/a')};`,
    },
    ['company/a'],
  ],
])('%s', async (_, names, files, expected) => {
  const { all, allAtOnce } = load(names, files);
  expect((await all).map(({ id }) => id)).toEqual(['route53/set-identifier-missing', ...expected]);
  expect(allAtOnce().map(({ id }) => id)).toEqual(['route53/set-identifier-missing', ...expected]);
});

describe('errors', () => {
  test.each<[string, readonly string[], Record<string, string>, string]>([
    ['a missing file', ['./gone.mjs'], {}, 'a.json: `./gone.mjs` does not exist'],
    ['a missing package', ['gone'], {}, 'a.json: `ownChecks[0]`: the package `gone` is not installed; a file begins with `./`'],
    [
      'nothing in it',
      ['./own.mjs'],
      { 'own.mjs': 'export const a = 1;' },
      'a.json: `./own.mjs` exports no check: write `export const name = defineCheck({ … })`',
    ],
    [
      'a name that is taken',
      ['./own.mjs'],
      { 'own.mjs': `export default ${own('route53/set-identifier-missing')};` },
      'there is a check `route53/set-identifier-missing` already',
    ],
    [
      'no id of two parts',
      ['./own.mjs'],
      { 'own.mjs': `export default ${own('mine')};` },
      'a check has an `id` such as `naming/bucket-without-prefix`',
    ],
    [
      'no function',
      ['./own.mjs'],
      { 'own.mjs': `export default { id: 'own/a', title: 't', severity: 'error', docs: ${docs} };` },
      'the check `own/a` needs one of `resource`, `stack` and `graph`',
    ],
    [
      'a property that it needs, not in a list',
      ['./own.mjs'],
      { 'own.mjs': `export default { ...${own('own/a')}, needs: 'Weight' };` },
      'the check `own/a` has `needs` that are no list',
    ],
    ['it throws', ['./own.mjs'], { 'own.mjs': 'throw new Error("oops");' }, 'a.json: `./own.mjs` cannot be loaded: oops'],
  ])('%s', async (_, names, files, expected) => {
    const { all } = load(names, files);
    const error = await all.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(expected);
  });

  test('code beside an assembly that may have been downloaded is not run', async () => {
    const loaded = { ...givenConfig({ ownChecks: ['./own.mjs'] }, folder), origin: 'app/a.json', isTrusted: false };
    await expect(loadOwnChecks(loaded, [])).rejects.toThrow('app/a.json is beside the assembly and adds checks, which are code');
  });
});

const records = { stacks: { Dns: { resources: { One: WRONG_RECORD } } } };

test('they run with the others, and the configuration knows their ids', async () => {
  writeFiles(folder, { 'own.mjs': `export default ${own('own/a')};` });
  const config = { ownChecks: ['./own.mjs'], checks: { 'own/a': 'info' } } as const;
  const report = await checkSketch(records, { config, workingDirectory: folder });
  expect(report.findings.map(({ checkId, severity, message }) => [checkId, severity, message.slice(0, 9)])).toEqual([
    ['route53/set-identifier-missing', 'error', 'The weigh'],
    ['own/a', 'info', 'Named One'],
  ]);
});

test('one that throws is named with what it was reading, and the others still run', async () => {
  writeFiles(folder, { 'own.mjs': `export default ${own('own/throws', `throw new TypeError('oops')`)};` });
  const report = await checkSketch(records, { config: { ownChecks: [`.${join('/', 'own.mjs')}`] }, workingDirectory: folder });
  expect(report.findings.map(({ checkId }) => checkId)).toEqual(['route53/set-identifier-missing']);
  expect(report.diagnostics).toEqual([
    {
      severity: 'error',
      message: 'The check `own/throws` failed while reading Dns/One (TypeError: oops). What it would find there is missing.',
    },
  ]);
});
