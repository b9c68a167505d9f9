import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../../src/diagnostic.js';
import { temporaryFolder, writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { diagnosticsOf, idsOf, load } from './diagnostics.js';

function fail(path: string): string {
  try {
    load(path);
  } catch (error) {
    if (error instanceof InputError) return error.message.replaceAll(path, 'PATH');
    throw error;
  }
  return 'nothing thrown';
}

test('says in one line why nothing can be read', () => {
  const empty = temporaryFolder();
  const file = join(temporaryFolder(), 'manifest.json');
  writeFileSync(file, '{}');
  expect(fail(join(empty, 'gone'))).toBe('PATH does not exist: run `cdk synth` first');
  expect(fail(join(file, 'x'))).toBe('PATH does not exist: run `cdk synth` first');
  expect(fail(empty)).toBe('no manifest.json in PATH: run `cdk synth` first');
  expect(fail(file)).toBe('PATH is a file: give the folder that holds manifest.json');
});

test.each([
  ['{', 'is not valid JSON'],
  ['[]', 'does not hold an object'],
  ['null', 'does not hold an object'],
  ['', 'is not valid JSON'],
  [Buffer.from([0xfe, 0xff, 0x7b]), 'is not UTF-8 text'],
  [`{"artifacts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'is nested more than 200 levels deep'],
])('a manifest that cannot be read: %#', (content, problem) => {
  const path = temporaryFolder();
  writeFileSync(join(path, 'manifest.json'), content);
  expect(fail(path)).toBe(`PATH/manifest.json ${problem}: run \`cdk synth\` again`);
});

test('a manifest that is too large, a folder, or a link to elsewhere', () => {
  const large = temporaryFolder();
  writeFileSync(join(large, 'manifest.json'), '');
  truncateSync(join(large, 'manifest.json'), 64 * 1024 * 1024 + 1);
  expect(fail(large)).toBe('PATH/manifest.json is larger than 64 MiB: run `cdk synth` again');
  const folder = temporaryFolder();
  writeFiles(folder, { 'manifest.json/x': '' });
  expect(fail(folder)).toBe('PATH/manifest.json is not a regular file: run `cdk synth` again');
});

test.each(['0.0.0', '0.33.0', '21.0.0', '34.0.0', '48.0.0', '50.0.0', '53.0.0', '55.6.0'])('reads version %s without a word', (version) => {
  const assembly = load({ stacks: { Data: {} }, manifest: { version } });
  expect([assembly.manifestVersion, idsOf(assembly), diagnosticsOf(assembly)]).toEqual([version, ['Data'], []]);
});

test.each([
  ['56.0.0', "The manifest's version 56.0.0 is newer than 55, the newest known here: parts of it may be missed. Update synthcheck."],
  ['abc', "The manifest's version `abc` is not a version number: it is read as a current one."],
  [undefined, 'The manifest has no version: it is read as a current one.'],
  [55, 'The manifest has no version: it is read as a current one.'],
])('reads version %j with a warning', (version, message) => {
  const assembly = load({ stacks: { Data: {} }, manifest: { version } });
  expect(idsOf(assembly)).toEqual(['Data']);
  expect(diagnosticsOf(assembly)).toEqual([`warning manifest.json: ${message}`]);
});

test('says so when there are no stacks', () => {
  const nothing = 'warning manifest.json: The assembly has no stacks: there is nothing to check.';
  expect(diagnosticsOf(load({}))).toEqual([nothing]);
  expect(diagnosticsOf(load({ manifest: { artifacts: undefined } }))).toEqual([nothing]);
  expect(diagnosticsOf(load({ manifest: { artifacts: 'x' } }))).toEqual([
    "error manifest.json: The manifest's `artifacts` is not an object: no stack can be read from it.",
  ]);
});

test('leaves out artifacts of unknown types and shapes', () => {
  const artifacts = {
    Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
    Tree2: { type: 'cdk:tree', properties: { file: 'tree2.json' } },
    Flags: { type: 'cdk:feature-flag-report' },
    Future: { type: 'cdk:hologram' },
    Untyped: {},
    Text: 'text',
    Bare: { type: 'aws:cloudformation:stack' },
    Stage: { type: 'cdk:cloud-assembly' },
    Assets: { type: 'cdk:asset-manifest' },
  };
  expect(diagnosticsOf(load({ manifest: { artifacts } }))).toEqual([
    "error manifest.json: The manifest's artifact `Text` is not an object and is left out.",
    'warning manifest.json: Asset manifest `Assets`: `file` is missing. Its assets are not checked.',
    'info manifest.json: Artifact `Future` has the type `cdk:hologram`, which is not known here: it is left out.',
    'info manifest.json: Artifact `Untyped` has no type: it is left out.',
    'error manifest.json: Stack `Bare`: `templateFile` is missing. The stack is not checked; run `cdk synth` again.',
    'warning manifest.json: Stack `Bare` has no environment: what is not known of its environment is taken as open.',
    'error manifest.json: Nested assembly `Stage`: `directoryName` is missing. Its stacks are not checked.',
  ]);
});

test('of two artifacts with one key the last counts, as for JSON.parse', () => {
  const artifact = (file: string) =>
    `"Data": { "type": "aws:cloudformation:stack", "environment": "aws://1/x", "properties": { "templateFile": "${file}" } }`;
  const assembly = load({
    files: {
      'manifest.json': `{ "version": "55.0.0", "artifacts": { ${artifact('a.json')}, ${artifact('b.json')} } }`,
      'b.json': { Resources: {} },
    },
  });
  expect(assembly.stacks.map(({ templateFile }) => templateFile)).toEqual(['b.json']);
});

test('keeps what context was not looked up, once', () => {
  const missing = [
    { key: 'vpc:1', provider: 'vpc-provider', props: { dummyValue: ['dummy1a', 7, 'dummy1b'] } },
    { key: 'ssm:2' },
    { provider: 'x' },
    'text',
  ];
  const assembly = load({ stacks: { A: {} }, manifest: { missing }, stages: { Prod: { stacks: { B: {} }, manifest: { missing } } } });
  expect(assembly.missingContext).toEqual([
    { key: 'vpc:1', provider: 'vpc-provider', dummies: ['dummy1a', 'dummy1b'] },
    { key: 'ssm:2', provider: 'unknown', dummies: [] },
  ]);
  // `assembly/context-missing` says what that means.
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test('a stage that cannot be read is reported, and the rest is loaded', () => {
  const stage = (directoryName: unknown) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
  const path = writeAssembly({ stacks: { Data: {} }, files: { 'empty/x': '', 'broken/manifest.json': '{', file: '' } });
  const data = { type: 'aws:cloudformation:stack', environment: 'aws://1/x', properties: { templateFile: 'Data.template.json' } };
  const artifacts = {
    Data: data,
    Gone: stage('gone'),
    Empty: stage('empty'),
    Broken: stage('broken'),
    File: stage('file'),
    Self: stage('.'),
  };
  writeFiles(path, { 'manifest.json': { version: '55.0.0', artifacts } });
  const assembly = load(path);
  expect(idsOf(assembly)).toEqual(['Data']);
  expect(diagnosticsOf(assembly)).toEqual([
    'error manifest.json: Nested assembly `Gone`: `directoryName` names `gone`, which does not exist. Its stacks are not checked.',
    'error manifest.json: Nested assembly `Empty`: its manifest.json does not exist. Its stacks are not checked.',
    'error manifest.json: Nested assembly `Broken`: its manifest.json is not valid JSON. Its stacks are not checked.',
    'error manifest.json: Nested assembly `File`: `directoryName` names `file`, which is not a folder. Its stacks are not checked.',
    'error manifest.json: Nested assembly `Self`: `directoryName` names `.`, which was read already. Its stacks are not checked.',
  ]);
});

test('stages in stages end at 20 levels, and where they meet themselves', () => {
  const stage = (directoryName: string) => ({
    version: '55.0.0',
    artifacts: { Next: { type: 'cdk:cloud-assembly', properties: { directoryName } } },
  });
  const deep = temporaryFolder();
  const folders = Array.from({ length: 25 }, (_, depth) => 'n/'.repeat(depth));
  writeFiles(deep, Object.fromEntries(folders.map((folder) => [`${folder}manifest.json`, stage('n')])));
  expect(diagnosticsOf(load(deep))).toEqual([
    `error ${'n/'.repeat(20)}manifest.json: Nested assembly \`Next\`: it is nested more than 20 levels deep. Its stacks are not checked.`,
  ]);
  const circle = temporaryFolder();
  writeFiles(circle, { 'manifest.json': stage('a'), 'a/manifest.json': stage('../a') });
  expect(diagnosticsOf(load(circle))).toEqual([
    'error a/manifest.json: Nested assembly `Next`: `directoryName` names `../a`, which was read already. Its stacks are not checked.',
  ]);
});
