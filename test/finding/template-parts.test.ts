import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SynthcheckPlugin } from '../../src/cdk/plugin.js';
import { writeAssembly } from '../support/assembly-builder.js';
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

const FOREIGN = 'not the manifest of a CDK cloud assembly: give the folder that `cdk synth` writes';

test.each([
  ['an empty object', {}, FOREIGN],
  [
    'that of cdktf',
    { version: '0.20.7', stacks: { app: { name: 'app' } } },
    'of Terraform CDK (cdktf), which writes no CloudFormation: it cannot be checked',
  ],
  ['that of a browser extension', { version: '1.0', manifest_version: 3 }, FOREIGN],
])('a manifest that is no cloud assembly ends with 2: %s', async (_, manifest, problem) => {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const { code, stdout, stderr } = await runMain([folder]);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `synthcheck: ${join(folder, 'manifest.json')} is ${problem}\n` });
});

describe('the place of an output', () => {
  test('is in SARIF, at the construct, with the template beside it', async () => {
    const { stdout } = await runMain(['--only', 'reference/*', '--format', 'sarif'], { cwd });
    const [result] = JSON.parse(stdout).runs[0].results;
    expect(result.locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri: 'lib/api.ts' }, region: { startLine: 2 } });
    expect(JSON.stringify(result)).toContain('cdk.out/Api.template.json');
  });

  test.each(['markdown', 'html', 'junit', 'compact'])('is in %s', async (format) => {
    const { stdout } = await runMain(['--only', 'reference/*', '--format', format], { cwd });
    const text = stdout.replaceAll(/[\\`]/g, '');
    expect(text).toContain('ImagesKey');
    expect(text).toContain('lib/api.ts');
  });

  test('is in the report of the plugin', () => {
    const plugin = new SynthcheckPlugin({ config: { only: ['reference/import-unresolved'] } });
    const { violations } = plugin.validate({ templatePaths: [join(cwd, 'cdk.out/Api.template.json')] });
    expect(violations.flatMap(({ violatingResources }) => violatingResources)).toEqual([
      {
        resourceLogicalId: '',
        templatePath: expect.stringContaining('Api.template.json'),
        locations: ['Outputs.ImagesKey.Value'],
        constructPath: 'Api/ImagesKey',
      },
    ]);
  });
});

test.each(['terminal', 'json', 'github', 'markdown', 'html'])('%s counts what an undecided or cyclic condition hides', async (format) => {
  const topic = { Type: 'AWS::SNS::Topic' };
  const folder = writeAssembly({
    stacks: {
      Web: {
        region: 'us-east-1',
        parameters: { Choice: { Type: 'String' } },
        conditions: {
          One: { Condition: 'Other' },
          Other: { 'Fn::Not': [{ Condition: 'One' }] },
          Open: { 'Fn::Equals': [{ Ref: 'Choice' }, 'x'] },
          Never: { 'Fn::Equals': ['a', 'b'] },
        },
        resources: {
          Cyclic: { ...topic, Condition: 'One' },
          Undecided: { ...topic, Condition: 'Open' },
          Absent: { ...topic, Condition: 'Never' },
          Sure: topic,
        },
      },
    },
  });
  const { stdout } = await runMain([folder, '--format', format]);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    format === 'json' ? /"conditional": 2,/ : /3 resources, 2 of them under a condition that cannot be decided/,
  );
});
