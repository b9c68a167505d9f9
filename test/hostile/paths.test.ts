import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CANARY } from '../fuzz/hostile.js';
import { watch } from '../fuzz/watch.js';
import { type AssemblySketch, temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { BROKEN, writeProject } from '../support/project.js';
import { type RunResult, runMain } from '../support/run-main.js';

const PACKAGE = realpathSync(join(import.meta.dirname, '../..'));
const table = Object.values(BROKEN.stacks?.Data?.resources ?? {})[0];
const secret = { version: '55.0.0', artifacts: {}, Resources: { Secret: { Type: CANARY } }, files: {} };

/** Runs a check in a project; what lies beside it must stay unread. */
async function run(sketch: AssemblySketch, prepare: (folder: string) => void = () => {}): Promise<RunResult> {
  const folder = realpathSync(writeProject(sketch, { 'lib/data.ts': 'x\n' }));
  writeFiles(dirname(folder), { 'outside/secret.json': secret, 'outside/manifest.json': secret, 'outside/secret.ts': CANARY });
  prepare(folder);
  const { result, offences } = await watch({ read: [folder, PACKAGE], write: [] }, () =>
    runMain(['--lint', 'never', '--format', 'json'], { cwd: folder }),
  );
  expect(offences).toEqual([]);
  expect(result.stdout + result.stderr).not.toContain(CANARY);
  return result;
}

const WAYS_OUT = [
  '../../outside/secret.json',
  '..\\..\\outside\\secret.json',
  '/etc/hostname',
  'C:\\secret.json',
  '\\\\host\\share\\x',
  'file:///etc/hostname',
  'x\0/../../secret',
  '.',
  '',
  'link/secret.json',
  'link.json',
];

/** Each place of an assembly that names a file, with a way out of it. */
const FIELDS: Readonly<Record<string, (way: string) => AssemblySketch>> = {
  'templateFile of a stack': (way) => ({ stacks: { Data: { artifact: { properties: { templateFile: way } } } } }),
  additionalMetadataFile: (way) => ({ stacks: { Data: { resources: { A: table }, artifact: { additionalMetadataFile: way } } } }),
  'directoryName of a stage': (way) => ({
    manifest: { artifacts: { Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: way } } } },
  }),
  'file of an asset manifest': (way) => ({
    manifest: { artifacts: { Assets: { type: 'cdk:asset-manifest', properties: { file: way } } } },
  }),
  'file of a tree': (way) => ({ manifest: { artifacts: { Tree: { type: 'cdk:tree', properties: { file: way } } } } }),
  'source of an asset': (way) => ({
    stacks: { Data: { resources: { A: table } } },
    files: {
      'Data.assets.json': {
        version: '55.0.0',
        files: { a: { source: { path: way, packaging: 'file' }, destinations: {} } },
        dockerImages: { b: { source: { directory: way } } },
      },
    },
  }),
  'path of an asset in old metadata': (way) => ({
    stacks: {
      Data: {
        resources: { A: table },
        artifact: { dependencies: [] },
        metadata: { '/Data': [{ type: 'aws:cdk:asset', data: { id: 'a', path: way, packaging: 'zip' } }] },
      },
    },
  }),
  'aws:asset:path of a nested stack': (way) => ({
    stacks: { Data: { resources: { N: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': way } } } } },
  }),
  'aws:cdk:templateFile of a nested stack': (way) => ({
    stacks: {
      Data: {
        resources: { N: { Type: 'AWS::CloudFormation::Stack' } },
        metadata: {
          '/Data/N': [{ type: 'aws:cdk:templateFile', data: way }],
          '/Data/N.NestedStack/N.NestedStackResource': [{ type: 'aws:cdk:logicalId', data: 'N' }],
        },
      },
    },
  }),
  'a frame of a trace': (way) => ({
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table },
        metadata: {
          '/Data/A': [
            {
              type: 'aws:cdk:creationStack',
              data: [`new X (${way}:1:1)`, `    at new X (${way.replace('.json', '.ts')}:1:1)`, `${way}:1:1`],
            },
          ],
        },
      },
    },
  }),
  'a template of another tool': (way) => ({
    stacks: { Data: { resources: { A: table } } },
    files: {
      'validation-report.json': {
        version: '55.0.0',
        pluginReports: [
          {
            pluginName: 'P',
            violations: [
              {
                ruleName: 'r',
                violatingConstructs: [{ constructPath: way, cloudFormationResource: { templatePath: way, logicalId: 'A' } }],
              },
            ],
          },
        ],
      },
    },
  }),
};

describe.each(Object.entries(FIELDS))('%s leads nowhere outside', (_, sketch) => {
  test.each(WAYS_OUT)('%j', async (way) => {
    const { code, stderr } = await run(sketch(way), (folder) => {
      symlinkSync('../../outside', join(folder, 'cdk.out/link'));
      symlinkSync('../../outside/secret.json', join(folder, 'cdk.out/link.json'));
    });
    expect([0, 1, 2]).toContain(code);
    expect(stderr).not.toContain('defect');
  });
});

describe('a link in place of', () => {
  test.each([
    ['manifest.json', 2, 'synthcheck: cdk.out/manifest.json leads outside the assembly: only files in it are read\n'],
    [
      'Data.template.json',
      2,
      'synthcheck: error: cdk.out/manifest.json: Stack `Data`: `templateFile` names `Data.template.json`, which leads outside the assembly: only files in it are read. The stack is not checked; run `cdk synth` again.\n',
    ],
    [
      'Data.metadata.json',
      1,
      'synthcheck: warning: cdk.out/manifest.json: Stack `Data`: `additionalMetadataFile` names `Data.metadata.json`, which leads outside the assembly: only files in it are read. Construct paths and source lines are not known.\n',
    ],
    [
      'Data.assets.json',
      1,
      'synthcheck: warning: cdk.out/manifest.json: Asset manifest `Data.assets`: `file` names `Data.assets.json`, which leads outside the assembly: only files in it are read. Its assets are not checked.\n',
    ],
    ['validation-report.json', 1, ''],
    ['synth.lock', 1, ''],
  ])('%s is not followed outside', async (file, code, says) => {
    const result = await run(BROKEN, (folder) => {
      execFileSync('rm', ['-f', join(folder, 'cdk.out', file)]);
      symlinkSync('../../outside/secret.json', join(folder, 'cdk.out', file));
    });
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: says });
  });

  test('itself is nothing', async () => {
    const { code, stderr } = await run(BROKEN, (folder) => {
      execFileSync('rm', [join(folder, 'cdk.out/Data.template.json')]);
      symlinkSync('Data.template.json', join(folder, 'cdk.out/Data.template.json'));
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'synthcheck: error: cdk.out/manifest.json: Stack `Data`: `templateFile` names `Data.template.json`, which cannot be read (ELOOP). The stack is not checked; run `cdk synth` again.\n',
    });
  });
});

test.each([
  ['a named pipe', (path: string) => execFileSync('mkfifo', [path]), 'is not a regular file'],
  ['a folder', (path: string) => mkdirSync(path), 'is not a regular file'],
])('%s in place of a template is not waited for', async (_, make, problem) => {
  const { code, stderr } = await run(BROKEN, (folder) => {
    execFileSync('rm', [join(folder, 'cdk.out/Data.template.json')]);
    make(join(folder, 'cdk.out/Data.template.json'));
  });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `synthcheck: error: cdk.out/Data.template.json: The template ${problem}: it is not checked.\n`,
  });
});

describe('a configuration beside an assembly that was downloaded', () => {
  async function runWith(config: object): Promise<RunResult> {
    const artifact = realpathSync(writeProject(BROKEN, { 'synthcheck.config.json': config, 'evil.mjs': 'throw new Error("it ran")' }));
    writeFileSync(join(dirname(artifact), 'secret.rego'), CANARY);
    return runMain([join(artifact, 'cdk.out'), '--lint', 'always', '--format', 'json'], { cwd: temporaryFolder() });
  }

  test.each([
    ['code', { ownChecks: ['./evil.mjs'] }, /is beside the assembly and adds checks, which are code: name it with --config to run them\n$/],
    ['a baseline elsewhere', { baseline: '../known.json' }, /`baseline` leads out of its folder\n$/],
    ['rules', { lint: { rules: ['../secret.rego'] } }, /is beside the assembly and adds rules: name it with --config to run them\n$/],
  ])('may not name %s', async (_, config, says) => {
    const { code, stdout, stderr } = await runWith(config);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain(CANARY);
  });
});
