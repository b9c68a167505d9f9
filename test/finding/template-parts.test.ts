import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const files = {
  'lib/api.ts': 'export const api = 1;\nnew CfnOutput();\n',
  'package.json': {},
  'cdk.out/manifest.json': {
    version: '48.0.0',
    artifacts: {
      Api: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111122223333/eu-central-1',
        properties: { templateFile: 'Api.template.json' },
        metadata: {
          '/Api/ImagesKey': [
            { type: 'aws:cdk:logicalId', data: 'ImagesKey' },
            { type: 'aws:cdk:creationStack', data: ['new Api (lib/api.ts:2:1)'] },
          ],
        },
      },
    },
  },
  'cdk.out/Api.template.json': { Resources: {}, Outputs: { ImagesKey: { Value: { 'Fn::ImportValue': 'shared-key' } } } },
};
const cwd = writeProject({ stacks: {} }, files);

test('a finding in an output has the line of the output in the template, and of its construct in the app', async () => {
  const { stdout } = await runMain(['--only', 'reference/*', '--format', 'json'], { cwd });
  const [finding] = JSON.parse(stdout).findings;
  expect(finding).toMatchObject({
    checkId: 'reference/import-unresolved',
    resource: null,
    propertyPath: ['Outputs', 'ImagesKey', 'Value'],
    source: { file: 'lib/api.ts', line: 2, column: 1, approximate: false },
  });
  expect(finding.template.line).toBeGreaterThan(1);
  expect((await runMain(['--only', 'reference/*'], { cwd })).stdout).toContain('lib/api.ts:2:1  output ImagesKey of Api\n');
  expect((await runMain(['--only', 'reference/*', '--format', 'github'], { cwd })).stdout).toContain('file=lib/api.ts,line=2');
});

test.each([
  ['an empty object', {}],
  ['that of cdktf', { version: '0.20.7', stacks: { app: { name: 'app' } } }],
  ['that of a browser extension', { version: '1.0', manifest_version: 3 }],
])('a manifest that is no cloud assembly ends with 2: %s', async (_, manifest) => {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const { code, stdout, stderr } = await runMain([folder]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^synthcheck: .*manifest\.json is not the manifest of a CDK cloud assembly: give the folder that `cdk synth` writes\n$/,
  );
});
