import { expect, test } from 'vitest';
import { diagnosticsOf, load } from './diagnostics.js';

const CONSEQUENCE = 'Its assets are not checked.';

test('lists files and images with their sources and destinations', () => {
  const manifest = {
    version: '55.0.0',
    files: {
      here: {
        source: { path: 'asset.here' },
        destinations: { a: { bucketName: 'b', objectKey: 'k', region: 'eu-west-1' }, odd: 'x', none: {} },
      },
      gone: { source: { path: 'asset.gone' }, destinations: {} },
      outside: { source: { path: '../outside' } },
      absolute: { source: { path: '/tmp' } },
      command: { source: { executable: ['make'] } },
      odd: 'text',
    },
    dockerImages: { image: { source: { directory: 'asset.image' }, destinations: { a: { repositoryName: 'r', imageTag: 't' } } } },
  };
  const assembly = load({
    stacks: { Data: {} },
    files: { 'Data.assets.json': manifest, 'asset.here/index.js': '', 'asset.image/Dockerfile': '' },
  });
  const unknown = { kind: 'file', source: undefined, exists: undefined, destinations: [] };
  expect(assembly.stacks[0]?.assets).toEqual([
    { id: 'here', kind: 'file', source: 'asset.here', exists: true, destinations: [{ bucketOrRepository: 'b', region: 'eu-west-1' }] },
    { id: 'gone', kind: 'file', source: 'asset.gone', exists: false, destinations: [] },
    { id: 'outside', ...unknown },
    { id: 'absolute', ...unknown },
    { id: 'command', ...unknown },
    {
      id: 'image',
      kind: 'docker-image',
      source: 'asset.image',
      exists: true,
      destinations: [{ bucketOrRepository: 'r', region: undefined }],
    },
  ]);
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test('assets of a stage are relative to its folder', () => {
  const files = { 'assembly-Prod/ProdData.assets.json': { files: { a: { source: { path: '../asset.a' } } } }, 'asset.a/x': '' };
  const [stack] = load({ stages: { Prod: { stacks: { Data: {} } } }, files }).stacks;
  expect(stack?.assets).toEqual([{ id: 'a', kind: 'file', source: 'asset.a', exists: true, destinations: [] }]);
});

test('reads the assets of a stack from before asset manifests from its metadata', () => {
  const entry = (data: unknown) => ({ type: 'aws:cdk:asset', data });
  const metadata = {
    '/Data/A': [
      entry({ id: 'a', path: 'asset.a', packaging: 'zip' }),
      entry({ id: 'b', path: 'asset.b', packaging: 'container-image' }),
      entry({}),
      entry('x'),
    ],
  };
  const artifact = { dependencies: [], additionalMetadataFile: undefined, metadata };
  const [stack] = load({ stacks: { Data: { artifact } }, files: { 'asset.a/x': '' } }).stacks;
  expect(stack?.assets).toEqual([
    { id: 'a', kind: 'file', source: 'asset.a', exists: true, destinations: [] },
    { id: 'b', kind: 'docker-image', source: 'asset.b', exists: false, destinations: [] },
  ]);
});

test('an asset manifest that is missing is reported at once', () => {
  const artifacts = { 'Data.assets': { type: 'cdk:asset-manifest', properties: { file: 'gone.json' } } };
  expect(diagnosticsOf(load({ manifest: { artifacts } }))[0]).toBe(
    `warning manifest.json: Asset manifest \`Data.assets\`: \`file\` names \`gone.json\`, which does not exist. ${CONSEQUENCE}`,
  );
});

test.each([
  ['[]', 'does not hold an object'],
  ['{', 'is not valid JSON'],
])('an asset manifest is read when first asked: %s', (content, problem) => {
  const assembly = load({ stacks: { Data: {} }, files: { 'Data.assets.json': content } });
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect([assembly.stacks[0]?.assets, assembly.stacks[0]?.assets]).toEqual([[], []]);
  expect(diagnosticsOf(assembly)).toEqual([
    `warning Data.assets.json: Asset manifest \`Data.assets\`: the file ${problem}. ${CONSEQUENCE}`,
  ]);
});
