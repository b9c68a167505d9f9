import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { diagnosticsOf, idsOf, load, QUEUE } from './diagnostics.js';

const OUTSIDE = 'leads outside the assembly: only files in it are read';
const ABSOLUTE = 'is an absolute path: only files in the assembly are read';
const NOT_CHECKED = 'The stack is not checked; run `cdk synth` again.';

test.each([
  ['../secret.json', OUTSIDE],
  ['a/../../secret.json', OUTSIDE],
  ['..\\secret.json', OUTSIDE],
  ['../../../../../../../../etc/passwd', OUTSIDE],
  ['..', OUTSIDE],
  ['/etc/passwd', ABSOLUTE],
  ['C:\\secret.json', ABSOLUTE],
  ['C:secret.json', ABSOLUTE],
  ['\\\\host\\share\\secret.json', ABSOLUTE],
  ['x\0y', 'cannot be read (ERR_INVALID_ARG_VALUE)'],
  ['', 'is not a regular file'],
])('does not read the template %j', (templateFile, problem) => {
  const path = writeAssembly({ stacks: { Data: { artifact: { properties: { templateFile } } } } });
  writeFiles(join(path, '..'), { 'secret.json': { Resources: {} } });
  const assembly = load(path);
  expect(idsOf(assembly)).toEqual([]);
  const expected =
    templateFile === ''
      ? `error : The template ${problem}: it is not checked.`
      : `error manifest.json: Stack \`Data\`: \`templateFile\` names \`${templateFile}\`, which ${problem}. ${NOT_CHECKED}`;
  expect(diagnosticsOf(assembly)).toEqual([expected]);
});

test('does not follow a link that leads outside', () => {
  const path = writeAssembly({ stacks: { Data: { artifact: { properties: { templateFile: 'link.json' } } } } });
  writeFiles(join(path, '..'), { 'secret.json': { Resources: {} } });
  symlinkSync('../secret.json', join(path, 'link.json'));
  expect(diagnosticsOf(load(path))).toEqual([
    `error manifest.json: Stack \`Data\`: \`templateFile\` names \`link.json\`, which ${OUTSIDE}. ${NOT_CHECKED}`,
  ]);
});

test('follows a link within the assembly', () => {
  const path = writeAssembly({ stacks: { Data: { artifact: { properties: { templateFile: 'link.json' } } } } });
  symlinkSync('Data.template.json', join(path, 'link.json'));
  expect(diagnosticsOf(load(path))).toEqual([]);
});

test('a link to the assembly itself is followed, and paths are shown as the user gave them', () => {
  const link = join(temporaryFolder(), 'link');
  const path = writeAssembly({ stacks: { Data: {}, Gone: { artifact: { properties: { templateFile: 'gone.json' } } } } });
  symlinkSync(path, link);
  const assembly = load(link);
  expect(idsOf(assembly)).toEqual(['Data']);
  expect([assembly.path, assembly.root]).toEqual([link, path]);
  expect(assembly.diagnostics[0]?.file).toBe(join(link, 'manifest.json'));
});

test('refuses every other file of the manifest that lies outside', () => {
  const path = writeAssembly({
    stacks: {
      Data: {
        artifact: { additionalMetadataFile: '../secret.json' },
        resources: { Child: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': '../secret.json' } } },
      },
    },
    manifest: {},
    files: { 'assembly-A/file': '' },
  });
  writeFiles(join(path, '..'), { 'secret.json': { Resources: {} }, 'other/manifest.json': { version: '55.0.0', artifacts: {} } });
  const manifest = {
    version: '55.0.0',
    artifacts: {
      Other: { type: 'cdk:cloud-assembly', properties: { directoryName: '../other' } },
      Assets: { type: 'cdk:asset-manifest', properties: { file: '../secret.json' } },
      Data: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Data.template.json' },
        additionalMetadataFile: '/etc/passwd',
      },
    },
  };
  writeFiles(path, { 'manifest.json': manifest });
  expect(diagnosticsOf(load(path))).toEqual([
    `warning manifest.json: Asset manifest \`Assets\`: \`file\` names \`../secret.json\`, which ${OUTSIDE}. Its assets are not checked.`,
    `error manifest.json: Nested assembly \`Other\`: \`directoryName\` names \`../other\`, which ${OUTSIDE}. Its stacks are not checked.`,
    `warning manifest.json: Stack \`Data\`: \`additionalMetadataFile\` names \`/etc/passwd\`, which ${ABSOLUTE}. Construct paths and source lines are not known.`,
    `error Data.template.json: Nested stack \`Child\` of \`Data\` has its template in \`../secret.json\`, which ${OUTSIDE}. It is not checked.`,
  ]);
});

test('a stage may share assets with the root, but not lie outside it', () => {
  const template = { Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': '../shared.json' } } } };
  const assembly = load({
    stages: { Prod: { stacks: { Data: {} } } },
    files: { 'assembly-Prod/ProdData.template.json': template, 'shared.json': { Resources: { Queue: QUEUE } } },
  });
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect(assembly.stacks.map(({ templateFile }) => templateFile)).toEqual(['assembly-Prod/ProdData.template.json', 'shared.json']);
});

test('accepts the backslashes of a manifest written on Windows', () => {
  const assembly = load({
    stacks: { Data: { artifact: { properties: { templateFile: 'templates\\Data.json' } } } },
    files: { 'templates/Data.json': { Resources: {} } },
  });
  expect(diagnosticsOf(assembly)).toEqual([]);
  expect(assembly.stacks[0]?.templateFile).toBe('templates/Data.json');
});

test('does not read files of more than 64 MiB', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  truncateSync(join(path, 'Data.template.json'), 64 * 1024 * 1024 + 1);
  expect(diagnosticsOf(load(path))).toEqual(['error Data.template.json: The template is larger than 64 MiB: it is not checked.']);
});

test('never quotes a file', () => {
  const path = writeAssembly({
    stacks: { Data: {}, More: {} },
    files: { 'Data.template.json': '{"password": hunter2}', 'More.template.json': 'hunter2' },
  });
  writeFileSync(join(path, 'Data.metadata.json'), 'hunter2');
  mkdirSync(join(path, 'x'));
  const assembly = load(path);
  for (const stack of assembly.stacks) stack.constructs.entries();
  expect(JSON.stringify(diagnosticsOf(assembly))).not.toContain('hunter2');
});
