import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '../../src/diagnostic.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { checkSketch, idsOf, WRONG_RECORD, WRONG_RECORD_CHECK } from '../support/planted.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const records = (...names: string[]) => ({
  stacks: { Dns: { region: 'us-east-1', resources: Object.fromEntries(names.map((name) => [name, WRONG_RECORD])) } },
});
const update = (...names: string[]) =>
  checkSketch(records(...names), { baseline: 'base.json', updateBaseline: true, workingDirectory: folder });
const check = (...names: string[]) => checkSketch(records(...names), { baseline: 'base.json', workingDirectory: folder });

test('is one line a finding, in a fixed order', async () => {
  const report = await update('Two', 'One');
  expect(report.summary).toMatchObject({ error: 0, baselined: 2 });
  expect(readFileSync(join(folder, 'base.json'), 'utf8')).toBe(
    [
      '{',
      '  "version": 1,',
      '  "findings": [',
      `    { "check": "${WRONG_RECORD_CHECK}", "at": "Dns/One", "property": "Weight", "environment": "482731905566/us-east-1" },`,
      `    { "check": "${WRONG_RECORD_CHECK}", "at": "Dns/Two", "property": "Weight", "environment": "482731905566/us-east-1" }`,
      '  ]',
      '}',
      '',
    ].join('\n'),
  );
});

test('leaves what is new, whatever the folder and the lines', async () => {
  await update('One');
  const report = await check('Zero', 'One');
  expect(idsOf(report)).toEqual([`${WRONG_RECORD_CHECK} Dns/Zero`]);
  expect(report.summary).toMatchObject({ error: 1, baselined: 1 });
  expect(report.diagnostics).toEqual([]);
});

test('an entry stands for one finding', async () => {
  await update('One');
  const text = readFileSync(join(folder, 'base.json'), 'utf8').replace('Weight', 'TTL');
  writeFileSync(join(folder, 'base.json'), text);
  expect((await check('One')).summary).toMatchObject({ error: 1, baselined: 0 });
});

describe('in a list', () => {
  const RECORD = { ...WRONG_RECORD.Properties, HostedZoneId: undefined };
  const group = (...names: string[]) => ({
    stacks: {
      Dns: {
        region: 'us-east-1',
        resources: {
          Group: {
            Type: 'AWS::Route53::RecordSetGroup',
            Properties: { HostedZoneId: 'Z1', RecordSets: names.map((name) => ({ ...RECORD, Name: `${name}.example.com` })) },
          },
        },
      },
    },
  });
  const run = (names: readonly string[], updateBaseline = false) =>
    checkSketch(group(...names), { baseline: 'base.json', updateBaseline, workingDirectory: folder });

  test.each<[what: string, names: readonly string[], error: number]>([
    ['another order', ['b', 'a'], 0],
    ['one less', ['b'], 0],
    ['one more', ['c', 'a', 'b'], 1],
  ])('%s', async (_, names, error) => {
    await run(['a', 'b'], true);
    expect((await run(names)).summary).toMatchObject({ error, baselined: names.length - error });
  });

  test('an element that is fixed is known by its number', async () => {
    await run(['a', 'b'], true);
    expect((await run(['b'])).diagnostics.map(({ message }) => message)).toEqual([
      `\`${WRONG_RECORD_CHECK}\` at \`RecordSets[1].Weight\` of \`Dns/Group\` is fixed: remove it from the baseline with --update-baseline.`,
    ]);
  });
});

test('says what is fixed, and forgets it when it is written again', async () => {
  await update('One', 'Two');
  expect((await check('Two')).diagnostics).toEqual([
    {
      severity: 'info',
      message: `\`${WRONG_RECORD_CHECK}\` at \`Weight\` of \`Dns/One\` is fixed: remove it from the baseline with --update-baseline.`,
      file: 'base.json',
    },
  ]);
  await update('Two');
  expect((await check('Two')).diagnostics).toEqual([]);
});

test('is named in the configuration, relative to it', async () => {
  const options = { config: { baseline: 'base.json' }, workingDirectory: folder };
  await checkSketch(records('One'), { ...options, updateBaseline: true });
  expect((await checkSketch(records('One'), options)).summary).toMatchObject({ error: 0, baselined: 1 });
});

test('holds what is shown: nothing that is suppressed', async () => {
  const config = { suppressions: [{ id: WRONG_RECORD_CHECK, construct: 'Dns/One', reason: 'meant' }] };
  await checkSketch(records('One', 'Two'), { config, baseline: 'base.json', updateBaseline: true, workingDirectory: folder });
  expect(readFileSync(join(folder, 'base.json'), 'utf8')).not.toContain('Dns/One');
});

test('is not written when something could not be checked', async () => {
  const sketch = { ...records('One'), files: { 'Dns.template.json': '{' } };
  const report = await checkSketch(sketch, { baseline: 'base.json', updateBaseline: true, workingDirectory: folder });
  expect(existsSync(join(folder, 'base.json'))).toBe(false);
  expect(report.diagnostics.map(({ message }) => message)).toContain('The baseline is not written, since not everything could be checked.');
});

describe('errors', () => {
  test.each<[string, string | undefined, string]>([
    ['missing', undefined, 'base.json does not exist: write it with --update-baseline'],
    ['no JSON', '{', 'base.json is not valid JSON: correct it, or write it again with --update-baseline'],
    ['another version', '{"version":2,"findings":[]}', 'base.json is not a baseline of version 1: write it with --update-baseline'],
    [
      'an entry without a key',
      '{"version":1,"findings":[{"check":"a"}]}',
      'base.json: `findings[0]` needs `check`, `environment`, `at` and `property`',
    ],
  ])('%s', async (_, text, expected) => {
    if (text !== undefined) writeFileSync(join(folder, 'base.json'), text);
    await expect(check('One')).rejects.toThrow(new InputError(expected));
  });

  test('is written under a name of its own when it has none, and the report says how to use it', async () => {
    const { diagnostics } = await checkSketch(records('One'), { updateBaseline: true, workingDirectory: folder });
    expect(existsSync(join(folder, 'synthcheck.baseline.json'))).toBe(true);
    expect(diagnostics).toContainEqual({
      severity: 'info',
      message: 'The baseline is written, with 1 entry. From now on, give --baseline synthcheck.baseline.json.',
      file: 'synthcheck.baseline.json',
    });
  });

  test('cannot be written when something is left out', async () => {
    const filtered = {
      baseline: 'base.json',
      updateBaseline: true,
      workingDirectory: folder,
      only: { ids: ['route53/*'], origin: '--only' },
    };
    await expect(checkSketch(records('One'), filtered)).rejects.toThrow('--update-baseline writes all findings');
  });
});
