import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACCOUNT, temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { diagnosticsOf, idsOf, load, QUEUE } from './diagnostics.js';

test('loads stages, stacks, and nested stacks after their parent', () => {
  const assembly = load({
    stacks: {
      Network: { region: 'eu-west-1' },
      Data: { name: 'data-prod', nested: { Tables: { nested: { Deep: { resources: { Queue: QUEUE } } } } } },
    },
    stages: { Prod: { stacks: { Api: {} } } },
  });
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect(assembly.manifestVersion).toBe('55.0.0');
  expect(assembly.manifestModified).toBeGreaterThan(0);
  expect(assembly.stacks.map(({ id, name, displayName, templateFile }) => [id, name, displayName, templateFile])).toEqual([
    ['ProdApi', 'Prod-Api', 'Prod/Api', 'assembly-Prod/ProdApi.template.json'],
    ['Network', 'Network', 'Network', 'Network.template.json'],
    ['Data', 'data-prod', 'Data', 'Data.template.json'],
    ['Data/Tables', 'data-prod/Tables', 'Data/Tables', 'DataTables.nested.template.json'],
    ['Data/Tables/Deep', 'data-prod/Tables/Deep', 'Data/Tables/Deep', 'DataTablesDeep.nested.template.json'],
  ]);
  expect(assembly.stacks.map(({ directory }) => directory)).toEqual(['assembly-Prod', '', '', '', '']);
  expect(assembly.stacks.every((stack) => stack.assembly === assembly)).toBe(true);
});

test('a nested stack takes environment, tags, assets and protection from the stack it is in', () => {
  const stack = { region: 'eu-west-1', tags: { team: 'a' }, terminationProtection: true, nested: { Tables: {} } };
  const [parent, nested] = load({ stacks: { Data: stack } }).stacks;
  expect(nested?.parent).toEqual({ stack: parent, logicalId: 'Tables' });
  expect(nested?.environment).toEqual({ account: ACCOUNT, region: 'eu-west-1' });
  expect(nested?.tags).toEqual(new Map([['team', 'a']]));
  expect(nested?.terminationProtection).toBe(true);
  expect(nested?.assets).toBe(parent?.assets);
  expect(nested?.dependencies).toEqual([]);
});

test('reads protection and parameter values of the artifact', () => {
  const parameterValues = { Size: '3', Count: 4, Flag: true, List: ['no'], __proto__: null };
  const [stack] = load({ stacks: { Data: { terminationProtection: true, parameterValues } } }).stacks;
  expect(stack?.terminationProtection).toBe(true);
  expect(stack?.parameterValues).toEqual(
    new Map([
      ['Size', '3'],
      ['Count', '4'],
      ['Flag', 'true'],
    ]),
  );
});

test('follows the manifest only: the template of a removed stack stays in cdk.out', () => {
  const assembly = load({ stacks: { Data: {} }, files: { 'Removed.template.json': 'not even JSON', 'assembly-Old/manifest.json': '{' } });
  expect(idsOf(assembly)).toEqual(['Data']);
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test('a stack without a template that can be read is reported, and the others are loaded', () => {
  const assembly = load({
    stacks: {
      Good: { dependencies: ['Missing'] },
      Missing: { artifact: { properties: { templateFile: 'gone.json' } } },
      Nameless: { artifact: { properties: {} } },
      Empty: {},
      List: {},
      Folder: { artifact: { properties: { templateFile: 'folder' } } },
      Binary: {},
    },
    files: {
      'Empty.template.json': '',
      'List.template.json': '[]',
      'folder/file': '',
      'Binary.template.json': Buffer.from([0x7b, 0xff, 0x7d]),
    },
  });
  expect(idsOf(assembly)).toEqual(['Good']);
  expect(assembly.stacks[0]?.dependencies).toEqual([]);
  expect(diagnosticsOf(assembly)).toEqual([
    'error manifest.json: Stack `Missing`: `templateFile` names `gone.json`, which does not exist. The stack is not checked; run `cdk synth` again.',
    'error manifest.json: Stack `Nameless`: `templateFile` is missing. The stack is not checked; run `cdk synth` again.',
    'error Empty.template.json: The template is not valid JSON: it is not checked. Run `cdk synth` again.',
    'error List.template.json: The template does not hold an object: it is not checked. Run `cdk synth` again.',
    'error folder: The template is not a regular file: it is not checked.',
    'error Binary.template.json: The template is not UTF-8 text: it is not checked.',
  ]);
});

test('strips a byte order mark from the manifest and from templates', () => {
  const folder = join(temporaryFolder(), 'cdk.out');
  const artifact = { type: 'aws:cloudformation:stack', environment: 'aws://1/eu-west-1', properties: { templateFile: 'a.json' } };
  writeFiles(folder, {
    'manifest.json': `\uFEFF${JSON.stringify({ version: '36.0.0', artifacts: { Data: artifact } })}`,
    'a.json': `\uFEFF${JSON.stringify({ Resources: { Queue: QUEUE } })}`,
  });
  const assembly = load(folder);
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect(assembly.stacks[0]?.template.resources.size).toBe(1);
});

test('keeps non-ASCII text', () => {
  const [stack] = load({ stacks: { Data: { resources: { Queue: { ...QUEUE, Description: 'Schlüssel 日本 🗝' } } } } }).stacks;
  expect(stack?.template.resources.get('Queue')?.raw).toEqual({ ...QUEUE, Description: 'Schlüssel 日本 🗝' });
});

test('names like those of object prototypes are names like any other', () => {
  const text = (value: string) => value.replaceAll('PROTO', '__proto__');
  const assembly = load({
    files: {
      'manifest.json': text(`{ "version": "55.0.0", "artifacts": {
        "PROTO": { "type": "aws:cloudformation:stack", "environment": "aws://1/x", "properties": { "templateFile": "a.json", "tags": { "PROTO": "t" } },
          "metadata": { "/PROTO/constructor": [{ "type": "aws:cdk:logicalId", "data": "PROTO" }] } },
        "constructor": { "type": "aws:cloudformation:stack", "environment": "aws://1/x", "properties": { "templateFile": "a.json" }, "dependencies": ["PROTO"] } } }`),
      'a.json': text('{ "Resources": { "PROTO": { "Type": "AWS::SQS::Queue" }, "constructor": { "Type": "AWS::SNS::Topic" } } }'),
    },
  });
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect(idsOf(assembly)).toEqual(['__proto__', 'constructor']);
  const [first, second] = assembly.stacks;
  expect([...(first?.template.resources.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
  expect(first?.constructs.pathOf('__proto__')).toBe('__proto__/constructor');
  expect(first?.tags.get('__proto__')).toBe('t');
  expect(second?.dependencies).toEqual([first]);
});

test('tells stacks of one id apart', () => {
  const assembly = load({ stacks: { ProdData: {} }, stages: { Prod: { stacks: { Data: {} } }, P: { stacks: { rodData: {} } } } });
  expect(idsOf(assembly)).toEqual(['ProdData', 'assembly-P/ProdData', 'ProdData#2']);
});

test('keeps two stacks of one name and environment, for a check to find', () => {
  const assembly = load({ stacks: { A: { name: 'same' }, B: { name: 'same' } } });
  expect(assembly.stacks.map(({ name }) => name)).toEqual(['same', 'same']);
  expect(diagnosticsOf(assembly)).toEqual([]);
});
