import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { checkFolder, checkSketch, idsOf, WRONG_RECORD } from '../support/planted.js';

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'a.b', Value: 'c' }] } };
const created = (path: string, line: number) => ({
  [path]: [{ type: 'aws:cdk:creationStack', data: [`new App (lib/app.ts:${line}:3)`] }],
});

interface PluginSketch {
  readonly pluginName: string;
  readonly violations?: readonly object[];
  readonly suppressedViolations?: readonly object[];
  readonly metadata?: object;
}

function withReport(pluginReports: readonly PluginSketch[]): AssemblySketch {
  return {
    stacks: {
      Web: {
        region: 'us-east-1',
        resources: { Site: BUCKET, Off: { ...BUCKET, Condition: 'No' } },
        conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
        nested: { Inner: { resources: { Deep: BUCKET } } },
        metadata: { ...created('Web/Site', 7), ...created('Web/Inner/Deep', 9) },
      },
    },
    stages: { Prod: { stacks: { Web: { resources: { Site: BUCKET } } } } },
    files: { 'validation-report.json': { version: '55.0.0', title: 'Validation Report', pluginReports } },
  };
}

const inTemplate = (templatePath: string, logicalId: string, propertyPaths?: readonly string[]) => ({
  constructPath: 'x',
  cloudFormationResource: { templatePath, logicalId, ...(propertyPaths && { propertyPaths }) },
});
const violation = (rest: object) => ({ ruleName: 'R1', description: 'Wrong.', severity: 'error', ...rest });

test('findings of plugins appear under their names, at the line of the construct and of the property', async () => {
  const report = await checkSketch(
    withReport([
      {
        pluginName: 'My Plugin',
        violations: [
          violation({
            suggestedFix: 'Mend it.',
            violatingConstructs: [inTemplate('Web.template.json', 'Site', ['Properties.Tags.0.Key'])],
          }),
        ],
      },
    ]),
  );
  expect(report.findings).toMatchObject([
    {
      checkId: 'My-Plugin/R1',
      severity: 'error',
      message: 'Wrong.',
      fix: 'Mend it.',
      propertyPath: ['Tags', 0, 'Key'],
      resource: { logicalId: 'Site', constructPath: 'Web/Site' },
      template: { file: 'Web.template.json', line: 16 },
      source: { file: 'lib/app.ts', line: 7 },
    },
  ]);
});

test('cdk-nag names constructs only; stages and nested stacks are found', async () => {
  const violatingConstructs = ['Web/Site', 'Web/Inner/Deep', 'Prod/Web/Site', 'Web', 'Web/Unknown', 'Elsewhere'].map((constructPath) => ({
    constructPath,
  }));
  const report = await checkSketch(
    withReport([
      { pluginName: 'AwsSolutions', violations: [violation({ ruleName: 'AwsSolutions-IAM5[Resource::*]', violatingConstructs })] },
    ]),
  );
  expect(report.findings.map(({ checkId, stack, resource, message }) => [checkId, stack.id, resource?.constructPath, message])).toEqual([
    ['AwsSolutions/AwsSolutions-IAM5[Resource::*]', 'ProdWeb', 'Prod/Web/Site', 'Wrong.'],
    ['AwsSolutions/AwsSolutions-IAM5[Resource::*]', 'Web', undefined, 'Web/Unknown: Wrong.'],
    ['AwsSolutions/AwsSolutions-IAM5[Resource::*]', 'Web', undefined, 'Web: Wrong.'],
    ['AwsSolutions/AwsSolutions-IAM5[Resource::*]', 'Web', 'Web/Site', 'Wrong.'],
    ['AwsSolutions/AwsSolutions-IAM5[Resource::*]', 'Web/Inner', 'Web/Inner/Deep', 'Wrong.'],
  ]);
});

test('cfn-lint has one name, whoever runs it, and its findings are warnings as in CDK', async () => {
  const at = (logicalId: string) => [inTemplate('Web.template.json', logicalId)];
  const sketch = withReport([
    {
      pluginName: 'CloudFormation Validate',
      violations: ['F3002', 'W3010', 'I3011', 'my_rule'].map((ruleName) =>
        violation({ ruleName, severity: 'warning', violatingConstructs: at('Site') }),
      ),
    },
  ]);
  const report = await checkSketch(sketch, { lint: 'auto' });
  expect(report.findings.map(({ checkId, severity }) => [checkId, severity])).toEqual([
    ['cfn-lint/F3002', 'warning'],
    ['cfn-lint/W3010', 'warning'],
    ['cloudformation-validate/my_rule', 'warning'],
    ['cfn-lint/I3011', 'info'],
  ]);
  expect(idsOf(await checkSketch(sketch, { lint: 'never' }))).toEqual([]);
});

test('what we find ourselves is not taken from our own plugin, nor annotations, nor what is not created', async () => {
  const violatingConstructs = [inTemplate('Web.template.json', 'Site')];
  const report = await checkSketch(
    withReport([
      { pluginName: 'synthcheck', violations: [violation({ violatingConstructs })] },
      { pluginName: 'Construct Annotations', violations: [violation({ violatingConstructs })] },
      { pluginName: 'other', violations: [violation({ violatingConstructs: [inTemplate('Web.template.json', 'Off')] })] },
    ]),
  );
  expect(report.findings).toEqual([]);
});

test('what the app acknowledges is suppressed, and shown when all is to be shown', async () => {
  const suppressed = violation({
    violatingConstructs: [inTemplate('Web.template.json', 'Site')],
    acknowledgedId: 'other::R1',
    reason: 'meant',
  });
  const sketch = withReport([{ pluginName: 'other', suppressedViolations: [suppressed] }]);
  expect((await checkSketch(sketch)).summary).toMatchObject({ error: 0, suppressed: 1 });
  expect((await checkSketch(sketch, { suppress: false })).summary).toMatchObject({ error: 1, suppressed: 0 });
});

test('severities, selection, suppressions and the baseline hold for other tools too', async () => {
  const sketch = withReport([
    { pluginName: 'other', violations: [violation({ violatingConstructs: [inTemplate('Web.template.json', 'Site')] })] },
  ]);
  expect((await checkSketch(sketch, { config: { checks: { 'other/*': 'info' } } })).summary).toMatchObject({ error: 0, info: 1 });
  expect((await checkSketch(sketch, { config: { checks: { 'other/R1': 'off' } } })).findings).toEqual([]);
  expect((await checkSketch(sketch, { only: { ids: ['route53/*'], origin: '--only' } })).findings).toEqual([]);
  expect((await checkSketch(sketch, { only: { ids: ['other/R1'], origin: '--only' } })).summary.error).toBe(1);
  const suppressions = [{ id: 'other/R1', construct: 'Web/Site', reason: 'meant' }];
  expect((await checkSketch(sketch, { config: { suppressions } })).summary).toMatchObject({ error: 0, suppressed: 1 });
  await expect(checkSketch(sketch, { only: { ids: ['othre/R1'], origin: '--only' } })).rejects.toThrow('--only: unknown check `othre/R1`');
});

test("cdk-nag's own form in the metadata of a resource", async () => {
  const sketch = withReport([
    {
      pluginName: 'AwsSolutions',
      violations: [violation({ ruleName: 'AwsSolutions-S1', violatingConstructs: [{ constructPath: 'Web/Site' }] })],
    },
  ]);
  const site = { ...BUCKET, Metadata: { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-S1', reason: 'meant' }] } } };
  const report = await checkSketch({ ...sketch, stacks: { Web: { resources: { Site: site } } } });
  expect(report.summary).toMatchObject({ error: 0, suppressed: 1 });
});

describe('a report that is of no use', () => {
  const one = [{ pluginName: 'other', violations: [violation({ violatingConstructs: [inTemplate('Web.template.json', 'Site')] })] }];

  test('a plugin that failed is an error, as what it would find is missing', async () => {
    const report = await checkSketch(withReport([{ pluginName: 'other', metadata: { error: "Validation plugin 'other' failed: oops" } }]));
    expect(report.diagnostics).toMatchObject([
      { severity: 'error', message: "Validation plugin 'other' failed: oops. What `other` would find is missing." },
      {
        severity: 'info',
        message: "The validation report covers `other`; it has no findings of cfn-lint's rules, which run apart from it.",
      },
    ]);
  });

  test('older than the manifest', async () => {
    const folder = writeAssembly(withReport(one));
    utimesSync(join(folder, 'validation-report.json'), 0, 0);
    const report = await checkFolder(folder);
    expect(report.findings).toEqual([]);
    expect(report.diagnostics).toMatchObject([
      { severity: 'info', message: 'The validation report is older than manifest.json: it is left out.' },
    ]);
  });

  test('of another app', async () => {
    const other = violation({ violatingConstructs: [inTemplate('Web.template.json', 'Gone')] });
    const report = await checkSketch(withReport([...one, { pluginName: 'other', violations: [other] }]));
    expect(report.findings).toEqual([]);
    expect(report.diagnostics).toMatchObject([
      { message: expect.stringContaining('names `Gone` in `Web.template.json`, which is not there') },
    ]);
  });

  test.each(['{', '[]', '"a"'])('%s', async (text) => {
    const folder = writeAssembly(withReport([]));
    writeFileSync(join(folder, 'validation-report.json'), text);
    expect((await checkFolder(folder)).diagnostics).toMatchObject([
      { severity: 'info', message: expect.stringContaining('it is left out') },
    ]);
  });

  test('shapes that nobody expects', async () => {
    const strange = [
      null,
      1,
      { violations: 'x' },
      { pluginName: 5, violations: [null, { violatingConstructs: [null, { constructPath: 3 }] }] },
    ];
    expect((await checkSketch(withReport(strange as never))).findings).toEqual([]);
  });
});

test('our own findings stand beside them', async () => {
  const sketch = withReport([
    { pluginName: 'other', violations: [violation({ violatingConstructs: [inTemplate('Web.template.json', 'Site')] })] },
  ]);
  const report = await checkSketch({ ...sketch, stacks: { Web: { resources: { Site: BUCKET, Record: WRONG_RECORD } } } });
  expect(idsOf(report)).toEqual(['route53/set-identifier-missing Web/Record', 'other/R1 Web/Site']);
});
