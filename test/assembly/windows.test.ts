import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding/report.js';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const ledger = Object.values(BROKEN.stacks?.Data?.resources ?? {})[0];

/** A stage with a nested stack, each in a folder of its own, with traces and a report: every place where a path is written. */
function synthesizedOn(project: string, separator: '/' | '\\'): AssemblySketch {
  const path = (...parts: readonly string[]): string => parts.join(separator);
  const trace = { type: 'aws:cdk:creationStack', data: [`new Data (${path(project, 'lib', 'data.ts')}:3:5)`] };
  return {
    stages: {
      Prod: {
        stacks: {
          Data: {
            region: 'us-east-1',
            artifact: {
              properties: { templateFile: path('templates', 'Data.template.json') },
              additionalMetadataFile: path('templates', 'Data.metadata.json'),
            },
          },
        },
      },
    },
    manifest: {
      artifacts: { 'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: path('.', 'assembly-Prod') } } },
    },
    files: {
      'assembly-Prod/templates/Data.template.json': {
        Resources: {
          Ledger: ledger,
          Inner: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': path('..', 'nested', 'Inner.json') } },
        },
      },
      'assembly-Prod/templates/Data.metadata.json': { '/Prod/Data/Ledger': [{ type: 'aws:cdk:logicalId', data: 'Ledger' }, trace] },
      'nested/Inner.json': { Resources: { Ledger: ledger } },
      'validation-report.json': {
        version: '55.0.0',
        pluginReports: [
          {
            pluginName: 'Other',
            violations: [
              {
                ruleName: 'table-name',
                description: 'It has no name.',
                violatingConstructs: [
                  {
                    constructPath: 'Prod/Data/Ledger',
                    cloudFormationResource: {
                      templatePath: path('assembly-Prod', 'templates', 'Data.template.json'),
                      logicalId: 'Ledger',
                      propertyPaths: ['TableName'],
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  };
}

async function reportOf(sketch: AssemblySketch) {
  const { code, stdout, stderr } = await runMain(['--lint', 'never', '--format', 'json'], { cwd: writeProject(sketch, BROKEN_SOURCE) });
  return { code, stderr, report: JSON.parse(stdout) };
}

test('an assembly from Windows has the findings that it has from elsewhere, with the same places', async () => {
  const elsewhere = await reportOf(synthesizedOn('/home/me/project', '/'));
  const { report } = elsewhere;
  const found = report.findings.map(({ checkId, template, source }: Finding) => [checkId, template?.file, source?.file, source?.line]);
  expect(found).toEqual([
    ['dynamodb/replica-sse-partial', 'assembly-Prod/templates/Data.template.json', 'lib/data.ts', 3],
    ['dynamodb/replica-sse-partial', 'nested/Inner.json', undefined, undefined],
    ['Other/table-name', 'assembly-Prod/templates/Data.template.json', 'lib/data.ts', 3],
  ]);
  expect(await reportOf(synthesizedOn('C:\\Users\\me\\project', '\\'))).toEqual(elsewhere);
});
