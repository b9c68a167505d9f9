import { expect, test } from 'vitest';
import { diagnosticsOf, idsOf, load, QUEUE } from './diagnostics.js';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const child = { 'child.json': { Resources: { Queue: QUEUE } } };

function nestedStack(url: unknown, metadata?: object) {
  return { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url }, ...(metadata && { Metadata: metadata }) };
}

function assets(...hashes: readonly string[]) {
  const destinations = { here: { bucketName: 'b', objectKey: `prefix/${HASH}.json` } };
  return { version: '55.0.0', files: Object.fromEntries(hashes.map((hash) => [hash, { source: { path: 'child.json' }, destinations }])) };
}

test('finds the template by the path of its asset', () => {
  const resources = { Child: nestedStack('https://elsewhere/x.json', { 'aws:asset:path': 'child.json' }) };
  const assembly = load({ stacks: { Data: { resources } }, files: child });
  expect(idsOf(assembly)).toEqual(['Data', 'Data/Child']);
  expect(assembly.stacks[1]?.template.resources.size).toBe(1);
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test.each([
  ['a literal URL', `https://s3.amazonaws.com/bucket/${HASH}.json`],
  ['Fn::Sub', { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/cdk-assets/${HASH}.json` }],
  ['Fn::Join', { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, `/${OTHER}/${HASH}.json`]] }],
])('finds the template by the hash in %s', (_, url) => {
  const files = { ...child, 'Data.assets.json': assets(HASH) };
  expect(idsOf(load({ stacks: { Data: { resources: { Child: nestedStack(url) } } }, files }))).toEqual(['Data', 'Data/Child']);
});

test('finds the template by the hash in the key of the object, when the id of the asset is another', () => {
  const files = { ...child, 'Data.assets.json': assets('some-id') };
  const resources = { Child: nestedStack(`https://s3.amazonaws.com/bucket/${HASH}.json`) };
  expect(idsOf(load({ stacks: { Data: { resources } }, files }))).toEqual(['Data', 'Data/Child']);
});

test('finds the template of CDK v1 by the name of a parameter', () => {
  const url = { 'Fn::Join': ['', ['https://s3/', { Ref: `AssetParameters${HASH}S3BucketA1B2C3D4` }, '/x']] };
  const asset = { type: 'aws:cdk:asset', data: { id: HASH, path: 'child.json', packaging: 'file', s3BucketParameter: 'x' } };
  const artifact = { dependencies: [], additionalMetadataFile: undefined, metadata: { '/Data/Child': [asset] } };
  const assembly = load({ stacks: { Data: { resources: { Child: nestedStack(url) }, artifact } }, files: child });
  expect(idsOf(assembly)).toEqual(['Data', 'Data/Child']);
});

test('finds the template by what the metadata tells of the construct', () => {
  const metadata = {
    'Data/Child': [{ type: 'aws:cdk:templateFile', data: 'child.json' }],
    'Data/Child.NestedStack/Child.NestedStackResource': [{ type: 'aws:cdk:logicalId', data: 'ChildNested' }],
  };
  const resources = { ChildNested: nestedStack({ Ref: 'Url' }) };
  const artifact = { dependencies: [] };
  const path = { stacks: { Data: { metadata, artifact } }, files: { ...child, 'Data.template.json': { Resources: resources } } };
  expect(idsOf(load(path))).toEqual(['Data', 'Data/ChildNested']);
});

test('a template outside the assembly is worth a word', () => {
  const resources = {
    A: nestedStack('https://elsewhere/x.json'),
    B: nestedStack({ Ref: 'Url' }),
    C: { Type: 'AWS::CloudFormation::Stack' },
  };
  const assembly = load({ stacks: { Data: { resources } } });
  expect(idsOf(assembly)).toEqual(['Data']);
  expect(diagnosticsOf(assembly)).toEqual(
    ['A', 'B', 'C'].map(
      (id) => `info Data.template.json: Nested stack \`${id}\` of \`Data\` has its template outside the assembly: it is not checked.`,
    ),
  );
});

test('a template that is missing or broken is an error, and the rest is loaded', () => {
  const nested = (path: string) => nestedStack('x', { 'aws:asset:path': path });
  const resources = { Gone: nested('gone.json'), Broken: nested('broken.json'), Child: nested('child.json') };
  const assembly = load({ stacks: { Data: { resources } }, files: { ...child, 'broken.json': '{' } });
  expect(idsOf(assembly)).toEqual(['Data', 'Data/Child']);
  expect(diagnosticsOf(assembly)).toEqual([
    'error Data.template.json: Nested stack `Gone` of `Data` has its template in `gone.json`, which does not exist. It is not checked.',
    'error broken.json: The template is not valid JSON: it is not checked. Run `cdk synth` again.',
  ]);
});

test('a template that contains itself is not followed', () => {
  const again = { Resources: { Again: nestedStack('x', { 'aws:asset:path': 'a.json' }) } };
  const resources = { Child: nestedStack('x', { 'aws:asset:path': 'a.json' }) };
  const assembly = load({ stacks: { Data: { resources } }, files: { 'a.json': again } });
  expect(idsOf(assembly)).toEqual(['Data', 'Data/Child']);
  expect(diagnosticsOf(assembly)).toEqual([
    'error a.json: Nested stack `Again` of `Data/Child` contains itself through `a.json`: it is not followed further.',
  ]);
});

test('nesting ends at 20 levels and at 5000 stacks', () => {
  const next = (path: string, ...ids: readonly string[]) => ({
    Resources: Object.fromEntries(ids.map((id) => [id, nestedStack('x', { 'aws:asset:path': path })])),
  });
  const chain = (...ids: readonly string[]) =>
    Object.fromEntries(Array.from({ length: 25 }, (_, level) => [`${level}.json`, next(`${level + 1}.json`, ...ids)]));
  const artifact = { properties: { templateFile: '0.json' } };
  const deep = load({ stacks: { Data: { artifact } }, files: chain('N') });
  expect(deep.stacks.length).toBe(20);
  expect(diagnosticsOf(deep)).toEqual([
    `error 19.json: Nested stack \`N\` of \`Data${'/N'.repeat(19)}\` is nested more than 20 levels deep: it is not checked.`,
  ]);
  const wide = load({ stacks: { Data: { artifact } }, files: { ...chain('A', 'B'), '16.json': {} } });
  expect(wide.stacks.length).toBe(5000);
  expect(diagnosticsOf(wide)).toEqual([
    'error manifest.json: The assembly has more than 5000 stacks or 256 MiB of templates: the rest is not checked.',
  ]);
});
