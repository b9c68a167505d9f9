import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { FINDING_FORMATS, namesOf } from '../../src/report/formats.js';
import { BROKEN, BROKEN_SOURCE, SOUND, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const broken = writeProject(BROKEN, BROKEN_SOURCE);
const sound = writeProject(SOUND);
const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const isReport = new Ajv({ allowUnionTypes: true }).compile(schema);

const notices = (stderr: string) => stderr.split('\n').filter((line) => line !== '');

describe('the exit code', () => {
  test('is 0 and the report one sentence when nothing is found', async () => {
    expect(await runMain([], { cwd: sound })).toEqual({
      code: 0,
      stdout: 'No findings in 1 stack (1 resource) in us-east-1.\n',
      stderr: '',
    });
  });

  test('is 1 when an error is found', async () => {
    const { code, stdout, stderr } = await runMain(['cdk.out'], { cwd: broken });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^error dynamodb\/replica-sse-partial\n\n {2}lib\/data\.ts:3:5 {2}Data\/Ledger\n/);
    expect(stdout).toContain('Replicas[1] of Ledger in cdk.out/Data.template.json:27:6, stack Data (482731905566/us-east-1)\n');
  });

  test.each([
    ['error', 'error', 1],
    ['error', 'warning', 1],
    ['error', 'info', 1],
    ['error', 'never', 0],
    ['warning', 'error', 0],
    ['warning', 'warning', 1],
    ['info', 'warning', 0],
    ['info', 'info', 1],
    ['off', 'info', 0],
  ])('with an %s and --fail-on %s is %i', async (severity, failOn, expected) => {
    const config = { only: ['dynamodb/*'], checks: { 'dynamodb/replica-sse-partial': severity } };
    const cwd = writeProject(BROKEN, { 'synthcheck.config.json': config });
    expect((await runMain(['--fail-on', failOn], { cwd })).code).toBe(expected);
    const inConfig = writeProject(BROKEN, { 'synthcheck.config.json': { ...config, failOn } });
    expect((await runMain([], { cwd: inConfig })).code).toBe(expected);
  });

  test('with more warnings than --max-warnings is 1', async () => {
    const cwd = writeProject(BROKEN, { 'synthcheck.config.json': { only: ['dynamodb/*'], checks: { 'dynamodb/*': 'warning' } } });
    const codes: number[] = [];
    for (const most of ['0', '1']) codes.push((await runMain(['--max-warnings', most], { cwd })).code);
    expect(codes).toEqual([1, 0]);
    expect((await runMain(['--max-warnings', 'few'], { cwd })).stderr).toContain('--max-warnings takes a number from 0 on');
  });

  test('--quiet shows only what makes the run fail', async () => {
    const cwd = writeProject(BROKEN, { 'synthcheck.config.json': { only: ['dynamodb/*'], checks: { 'dynamodb/*': 'warning' } } });
    expect((await runMain(['-q'], { cwd })).stdout).toMatch(/^1 warning in 1 stack/);
    expect((await runMain(['-q', '--fail-on', 'warning'], { cwd })).stdout).toMatch(/^warning dynamodb/);
  });

  test('is 2 when a template cannot be read, and the rest is checked', async () => {
    const cwd = writeProject({ stacks: { ...BROKEN.stacks, Other: {} }, files: { 'Other.template.json': '{' } });
    const { code, stdout, stderr } = await runMain([], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('error dynamodb/replica-sse-partial\n');
    expect(stdout).toMatch(/^error cdk\.out\/Other\.template\.json: The template is not valid JSON/m);
    expect(stderr).toBe('');
  });

  test('is 2 for a warning about the assembly only with --strict', async () => {
    const cwd = writeProject({ ...SOUND, manifest: { version: '99.0.0' } });
    expect((await runMain([], { cwd })).code).toBe(0);
    expect((await runMain(['--strict'], { cwd })).code).toBe(2);
  });
});

describe('what cannot be done is one line, and 2', () => {
  const usage = ' (`synthcheck --help` lists the options)';
  test.each([
    [['nowhere'], 'nowhere does not exist: run `cdk synth` first'],
    [['lib'], 'no manifest.json in lib, and no CloudFormation template: run `cdk synth` first, or name templates'],
    [['cdk.out', './cdk.out'], './cdk.out is given twice'],
    [['--fromat', 'json'], `unknown option --fromat: did you mean \`--format\`?${usage}`],
    [['--format', 'xml'], `--format "xml" is none of ${namesOf(FINDING_FORMATS).join(', ')}${usage}`],
    [['--format'], `--format needs a value${usage}`],
    [['--fail-on', 'sometimes'], `--fail-on "sometimes" is none of error, warning, info, never${usage}`],
    [
      ['--only', 'dynamodb/replica-sse-parial'],
      '--only: unknown check `dynamodb/replica-sse-parial`: did you mean `dynamodb/replica-sse-partial`?',
    ],
    [['--skip', '**'], 'no check is left to run: look at `only`, `skip` and `checks`'],
    [['--stack', 'Dta'], '--stack: no stack matches `Dta`: did you mean `Data`?'],
    [['--config', 'none.json'], 'none.json does not exist'],
    [
      ['--report', 'sarif'],
      '--report sarif: write a file behind it, as in --report sarif=report.sarif (`synthcheck check --help` lists the options)',
    ],
    [['--output', 'no/such/folder'], 'no/such/folder cannot be written: its folder does not exist'],
    [['completon'], '`completon` is neither a command nor a folder: did you mean `completion`?'],
    [
      ['regions'],
      '`synthcheck regions` needs the code of a region, such as us-west-2, or `all` (`synthcheck regions --help` lists the options)',
    ],
    [['pack', 'lib'], 'no manifest.json in lib: run `cdk synth` first'],
    [['explain'], '`synthcheck explain` needs the id of a check, or a group such as `s3` (`synthcheck explain --help` lists the options)'],
    [['checks', 's3', 'cfn'], 'unknown check `cfn`: `synthcheck checks` lists them'],
    [['explain', 'rds/nothing'], 'unknown check `rds/nothing`: `synthcheck checks` lists them'],
  ])('%j', async (argv, message) => {
    expect(await runMain(argv, { cwd: broken })).toEqual({ code: 2, stdout: '', stderr: `synthcheck: ${message}\n` });
  });

  test('even when the message holds what a terminal would obey', async () => {
    const { stderr } = await runMain(['\u001b[2J\n::stop-commands::x'], { cwd: broken });
    expect(stderr).toBe('synthcheck: \\u{1b}[2J\\u{a}::stop-commands::x does not exist: run `cdk synth` first\n');
  });
});

describe('--format json', () => {
  test('is the report and nothing else, the same at each run', async () => {
    const first = await runMain(['--format', 'json'], { cwd: broken });
    expect(first.stderr).toBe('');
    const report = JSON.parse(first.stdout);
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    expect(report.findings).toMatchObject([
      {
        checkId: 'dynamodb/replica-sse-partial',
        stack: { id: 'Data', region: 'us-east-1', assembly: 'cdk.out' },
        resource: { logicalId: 'Ledger', constructPath: 'Data/Ledger' },
        propertyPath: ['Replicas', 1],
        template: { file: 'Data.template.json', line: 27, column: 6 },
        source: { file: 'lib/data.ts', line: 3, column: 5 },
      },
    ]);
    expect((await runMain(['--format', 'json'], { cwd: broken })).stdout).toBe(first.stdout);
  });

  test('leaves notes to standard error', async () => {
    const cwd = writeProject({ ...SOUND, files: { 'Queue.template.json': '{' } });
    const { code, stdout, stderr } = await runMain(['--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).diagnostics).toHaveLength(1);
    expect(notices(stderr)).toEqual([
      expect.stringMatching(/^synthcheck: error: cdk\.out\/Queue\.template\.json: The template is not valid JSON/),
    ]);
  });
});

test('--format github annotates the source', async () => {
  const { code, stdout } = await runMain(['--format', 'github'], { cwd: broken });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=lib\/data\.ts,line=3,col=5,title=dynamodb\/replica-sse-partial::The replica/);
});

test('--output writes the report to a file, without colours', async () => {
  const { code, stdout } = await runMain(['--output', 'report.txt'], { cwd: broken, env: { FORCE_COLOR: '1' } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(readFileSync(join(broken, 'report.txt'), 'utf8')).toMatch(/^error dynamodb\/replica-sse-partial\n/);
});

describe('colours', () => {
  test.each<[string, Parameters<typeof runMain>[1], boolean]>([
    ['not without a terminal', {}, false],
    ['on a terminal', { terminal: 80 }, true],
    ['not with NO_COLOR', { terminal: 80, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    ['not on a dumb terminal', { terminal: 80, env: { TERM: 'dumb' } }, false],
    ['with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['not with FORCE_COLOR=0', { terminal: 80, env: { FORCE_COLOR: '0' } }, false],
  ])('%s', async (_, options, expected) => {
    const { stdout } = await runMain([], { cwd: broken, ...options });
    expect(stdout.includes('\u001b[')).toBe(expected);
  });
});

describe('what is checked', () => {
  test('--only and --skip take ids and globs, with commas or repeated', async () => {
    const found = async (...argv: string[]) => (await runMain(['cdk.out', '--fail-on', 'info', ...argv], { cwd: broken })).code;
    expect(await found('--only', 'dynamodb/*')).toBe(1);
    expect(await found('--only', 'route53/*,s3/*')).toBe(0);
    expect(await found('--only', 'route53/*', '--only', 'dynamodb/*')).toBe(1);
    expect(await found('--skip', 'dynamodb/*')).toBe(0);
  });

  test('an option does not take the folder after its value for another', async () => {
    expect((await runMain(['--only', 'dynamodb/*', 'cdk.out'], { cwd: broken })).code).toBe(1);
  });

  test('--stack leaves out findings in other stacks', async () => {
    const cwd = writeProject({ stacks: { ...BROKEN.stacks, ...SOUND.stacks } });
    expect((await runMain(['--stack', 'Queue'], { cwd })).code).toBe(0);
    expect((await runMain(['--stack', 'Queue', '--stack', 'D*'], { cwd })).code).toBe(1);
  });

  test('several assemblies are one graph', async () => {
    const { code, stdout } = await runMain(['check', 'cdk.out', join(sound, 'cdk.out')], { cwd: broken });
    expect(code).toBe(1);
    expect(stdout).toContain('1 error in 2 assemblies: 2 stacks (2 resources) in us-east-1.');
  });

  test('a configuration beside the assembly is found from elsewhere', async () => {
    const folder = writeProject(BROKEN, { 'synthcheck.config.json': { skip: ['dynamodb/*'] } });
    expect((await runMain([join(folder, 'cdk.out')], { cwd: sound })).code).toBe(0);
  });

  test('an assembly that is elsewhere is named as the user named it', async () => {
    const { stdout } = await runMain([join(broken, 'cdk.out')], { cwd: sound });
    expect(stdout).toContain(join(broken, 'cdk.out/Data.template.json:27:6'));
  });

  test('a wrong configuration names its file', async () => {
    const folder = writeProject(BROKEN, { 'synthcheck.config.json': { skip: ['dynamo/*'] } });
    expect(await runMain([], { cwd: folder })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'synthcheck: synthcheck.config.json: `skip`: unknown check `dynamo/*`: did you mean `dynamodb`?\n',
    });
  });
});

test('nothing is written but the report', async () => {
  const cwd = writeProject(SOUND);
  await runMain([], { cwd });
  expect(existsSync(join(cwd, 'report.txt'))).toBe(false);
});
