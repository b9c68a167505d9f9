import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { diagnosticsOf, load, QUEUE } from './diagnostics.js';

const UNKNOWN = 'Construct paths and source lines are not known.';
const logicalId = (data: unknown) => [{ type: 'aws:cdk:logicalId', data }];

test('tells the construct path of a logical id', () => {
  const [stack] = load({ stacks: { Data: { metadata: { 'Data/Table/Resource': logicalId('TableA1') } } } }).stacks;
  expect(stack?.constructs.pathOf('TableA1')).toBe('Data/Table/Resource');
  expect(stack?.constructs.pathOf('Nothing')).toBeUndefined();
  expect(stack?.constructs.pathOf('constructor')).toBeUndefined();
});

test('joins metadata of the manifest and of the file', () => {
  const artifact = { metadata: { '/Data/A': logicalId('A'), '/Data/B': [{ type: 'aws:cdk:warning', data: 'inline' }] } };
  const [stack] = load({ stacks: { Data: { artifact, metadata: { '/Data/B': logicalId('B') } } } }).stacks;
  expect(stack?.constructs.pathOf('A')).toBe('Data/A');
  expect(stack?.constructs.pathOf('B')).toBe('Data/B');
  expect(stack?.constructs.entries().get('Data/B')).toEqual([
    { type: 'aws:cdk:warning', data: 'inline', trace: undefined },
    { type: 'aws:cdk:logicalId', data: 'B', trace: undefined },
  ]);
});

test('falls back to the path in the template', () => {
  const resources = {
    Queue: { ...QUEUE, Metadata: { 'aws:cdk:path': 'Data/Queue/Resource' } },
    Odd: { ...QUEUE, Metadata: { 'aws:cdk:path': 7 } },
  };
  const [stack] = load({ stacks: { Data: { resources } }, files: { 'Data.metadata.json': {} } }).stacks;
  expect(stack?.constructs.pathOf('Queue')).toBe('Data/Queue/Resource');
  expect(stack?.constructs.pathOf('Odd')).toBeUndefined();
});

test('logical ids of nested stacks collide in the one list of their parent: the nearest nested stack tells', () => {
  const resources = { Queue: QUEUE };
  const nested = { A: { resources, nested: { A: { resources } } }, B: { resources } };
  const { stacks } = load({ stacks: { Data: { resources, nested } }, stages: { Prod: { stacks: { Data: { resources, nested } } } } });
  expect(stacks.map(({ constructs }) => constructs.pathOf('Queue'))).toEqual([
    ...['Prod/Data/Queue', 'Prod/Data/A/Queue', 'Prod/Data/A/A/Queue', 'Prod/Data/B/Queue'],
    ...['Data/Queue', 'Data/A/Queue', 'Data/A/A/Queue', 'Data/B/Queue'],
  ]);
  expect(stacks[5]?.constructs.entries()).toBe(stacks[4]?.constructs.entries());
});

test('before CDK 2.276 the resource of a nested stack tells its construct', () => {
  const resources = { Queue: QUEUE };
  const metadata = {
    '/Data/A.NestedStack/A.NestedStackResource': logicalId('A'),
    '/Data/B.NestedStack/B.NestedStackResource': logicalId('B'),
    '/Data/A/Queue': logicalId('Queue'),
    '/Data/B/Queue': logicalId('Queue'),
    '/Data/Queue': logicalId('Queue'),
  };
  const { stacks } = load({
    stacks: { Data: { resources, nested: { A: { resources }, B: { resources } } } },
    files: { 'Data.metadata.json': metadata },
  });
  expect(stacks.map(({ constructs }) => constructs.pathOf('Queue'))).toEqual(['Data/Queue', 'Data/A/Queue', 'Data/B/Queue']);
});

test('nested stacks of the same content share one asset and file, and still have constructs of their own', () => {
  const nested = { A: { resources: { Queue: QUEUE } }, B: { resources: { Queue: QUEUE } } };
  const path = writeAssembly({ stacks: { Data: { nested } } });
  const source = { path: 'DataA.nested.template.json' };
  const files = Object.fromEntries((load(path).stacks[0]?.assets ?? []).map(({ id }) => [id, { source }]));
  writeFileSync(join(path, 'Data.assets.json'), JSON.stringify({ files }));
  const { stacks } = load(path);
  expect(stacks.map(({ templateFile }) => templateFile)).toEqual([
    'Data.template.json',
    'DataA.nested.template.json',
    'DataA.nested.template.json',
  ]);
  expect(stacks.slice(1).map(({ constructs }) => constructs.pathOf('Queue'))).toEqual(['Data/A/Queue', 'Data/B/Queue']);
});

test('a nested stack of an unknown construct has only the paths of its template', () => {
  const resources = { Queue: { ...QUEUE, Metadata: { 'aws:cdk:path': 'Data/In/Queue' } }, Other: QUEUE };
  const files = { 'Data.metadata.json': { '/Data/Other': logicalId('Other') } };
  const nested = load({ stacks: { Data: { nested: { A: { resources } } } }, files }).stacks[1];
  expect(nested?.constructs.pathOf('Queue')).toBe('Data/In/Queue');
  expect(nested?.constructs.pathOf('Other')).toBeUndefined();
});

test('a metadata file that is missing is reported at once', () => {
  const assembly = load({ stacks: { Data: { artifact: { additionalMetadataFile: 'gone.json' } } } });
  const expected = `warning manifest.json: Stack \`Data\`: \`additionalMetadataFile\` names \`gone.json\`, which does not exist. ${UNKNOWN}`;
  expect(diagnosticsOf(assembly)).toEqual([expected]);
  expect(assembly.stacks[0]?.constructs.entries()).toEqual(new Map());
});

test('a metadata file is read when first asked, and then once', () => {
  const assembly = load({ stacks: { Data: {} }, files: { 'Data.metadata.json': 'not JSON' } });
  expect(diagnosticsOf(assembly)).toEqual([]);
  for (let time = 0; time < 2; time++) {
    expect(assembly.stacks[0]?.constructs.pathOf('Queue')).toBeUndefined();
    expect(diagnosticsOf(assembly)).toEqual([
      `warning Data.metadata.json: Stack \`Data\`: its metadata file is not valid JSON. ${UNKNOWN}`,
    ]);
  }
});

test('keeps data of any kind and traces that are lists of strings', () => {
  const trace = ['new Table (/app/lib/table.ts:1:2)', '    at App (C:\\app\\app.ts:3:4)', 'Array.forEach (:)'];
  const entries = [
    { type: 'aws:cdk:creationStack', data: trace },
    { type: 'aws:cdk:warning', data: 'text', trace },
    { type: 'aws:cdk:analytics:method', data: { deep: [null, 1] }, trace: 'text' },
    { type: 'aws:cdk:hasPhysicalName', data: true, trace: [1] },
    { type: 'aws:cdk:logicalId', data: { not: 'text' } },
    { type: 'bare' },
    { data: 'untyped' },
    'text',
    null,
    ['list'],
  ];
  const files = { 'Data.metadata.json': { '/Data/A': entries, '/Data/B': 'text', '/Data/C': { 0: 'x' } } };
  const [stack] = load({ stacks: { Data: {} }, files }).stacks;
  expect(stack?.constructs.entries()).toEqual(
    new Map([
      [
        'Data/A',
        [
          { type: 'aws:cdk:creationStack', data: trace, trace: undefined },
          { type: 'aws:cdk:warning', data: 'text', trace },
          { type: 'aws:cdk:analytics:method', data: { deep: [null, 1] }, trace: undefined },
          { type: 'aws:cdk:hasPhysicalName', data: true, trace: undefined },
          { type: 'aws:cdk:logicalId', data: { not: 'text' }, trace: undefined },
          { type: 'bare', data: undefined, trace: undefined },
        ],
      ],
    ]),
  );
});

test.each([
  ['properties', { properties: { templateFile: 'Data.template.json', tags: { team: 'a', cost: 7, list: [] } } }],
  [
    'metadata of v1',
    {
      metadata: {
        '/Data': [
          {
            type: 'aws:cdk:stack-tags',
            data: [
              { Key: 'team', Value: 'a' },
              { Key: 'cost', Value: '7' },
            ],
          },
        ],
      },
    },
  ],
  [
    'metadata',
    {
      metadata: { '/Data': [{ type: 'aws:cdk:stack-tags', data: [{ key: 'team', value: 'a' }, { key: 'cost', value: '7' }, 'odd', {}] }] },
    },
  ],
])('reads tags from %s', (_, artifact) => {
  const [stack] = load({ stacks: { Data: { artifact } } }).stacks;
  expect(stack?.tags).toEqual(
    new Map([
      ['team', 'a'],
      ['cost', '7'],
    ]),
  );
});

test('a hostile path costs no more than its length', () => {
  const path = `/Data/${'a/'.repeat(300_000)}x.NestedStack/x.NestedStackResource`;
  const files = { 'Data.metadata.json': { [path]: logicalId('X'), '/Data/A.NestedStack/A.NestedStackResource': logicalId('A') } };
  const [stack] = load({ stacks: { Data: {} }, files }).stacks;
  expect(stack?.constructs.pathOf('X')).toBe(path.slice(1));
});
