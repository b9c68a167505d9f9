import { describe, expect, test } from 'vitest';
import { DIFF_FORMATS, FINDING_FORMATS, GRAPH_FORMATS, namesOf } from '../../src/report/formats.js';
import { COMMAND, ESCAPE, MARKUP } from '../fuzz/hostile.js';
import { brokenPromises } from '../fuzz/promises.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { BROKEN } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const NASTY = `\n${COMMAND}\r\n##[error]${ESCAPE}${MARKUP}]]></script>\u202e\u2028\ud800\`|"'\0`;

/** The sound name of each thing, with something nasty behind it. */
const table = Object.values(BROKEN.stacks?.Data?.resources ?? {})[0] as { readonly Properties: object };
const broken: Readonly<Record<string, AssemblySketch>> = {
  'a logical id': { stacks: { Data: { region: 'us-east-1', resources: { [`Ledger${NASTY}`]: table } } } },
  'a type': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table, B: { Type: `AWS::S3::Bucket${NASTY}`, Properties: { X: { 'Fn::ImportValue': 'E' } } } },
      },
    },
  },
  'a physical name': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: {
          A: { ...table, Properties: { ...table.Properties, TableName: NASTY } },
          B: { ...table, Properties: { ...table.Properties, TableName: NASTY } },
        },
      },
    },
  },
  'a key of a property': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table, B: { Type: 'AWS::SQS::Queue', Properties: { [NASTY]: { [NASTY]: { 'Fn::ImportValue': NASTY } } } } },
      },
    },
  },
  "a stack's name and display name": {
    stacks: { Data: { region: 'us-east-1', name: NASTY, displayName: NASTY, resources: { A: table } } },
  },
  'an environment': {
    stacks: {
      Data: { resources: { A: table }, artifact: { environment: `aws://${NASTY}/${NASTY}` } },
      East: { region: 'us-east-1', resources: { A: table } },
    },
  },
  'an artifact and its type': {
    stacks: { Data: { region: 'us-east-1', resources: { A: table } } },
    manifest: { artifacts: { [NASTY]: { type: NASTY }, Other: { type: 'aws:cloudformation:stack', properties: { templateFile: NASTY } } } },
  },
  'a dependency': { stacks: { Data: { region: 'us-east-1', resources: { A: table }, artifact: { dependencies: [NASTY] } } } },
  "the manifest's version and missing context": {
    stacks: { Data: { region: 'us-east-1', resources: { A: table } } },
    manifest: { version: NASTY, missing: [{ key: NASTY, provider: NASTY }] },
  },
  'every file': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table, N: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': NASTY } } },
        artifact: { additionalMetadataFile: NASTY },
      },
    },
  },
  'a construct path, annotation and trace': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table },
        metadata: {
          [`/Data/${NASTY}`]: [
            { type: 'aws:cdk:logicalId', data: 'A' },
            { type: 'aws:cdk:error', data: NASTY },
            { type: 'aws:cdk:creationStack', data: [`new X (lib/${NASTY}.ts:3:5)`, NASTY] },
          ],
        },
      },
    },
  },
  'an acknowledgement': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: { ...table, Metadata: { synthcheck: { ignore: [{ id: NASTY, reason: NASTY }] } } } },
        metadata: { '/Data': [{ type: 'aws:cdk:acknowledged-rules', data: { [`synthcheck::${NASTY}`]: NASTY } }] },
      },
    },
  },
  'a finding of another tool': {
    stacks: { Data: { region: 'us-east-1', resources: { A: table } } },
    files: {
      'validation-report.json': {
        version: '55.0.0',
        pluginReports: [
          {
            pluginName: NASTY,
            metadata: { error: NASTY },
            violations: [
              {
                ruleName: NASTY,
                description: NASTY,
                severity: NASTY,
                fix: NASTY,
                violatingConstructs: [
                  {
                    constructPath: 'Data/A',
                    cloudFormationResource: { templatePath: 'Data.template.json', logicalId: 'A', propertyPaths: [NASTY] },
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  },
  'an export and an import': {
    stacks: {
      Data: {
        region: 'us-east-1',
        resources: { A: table, B: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': `x${NASTY}` } } } },
        outputs: { [NASTY]: { Value: 'x', Export: { Name: NASTY } }, Other: { Value: 'x', Export: { Name: NASTY } } },
      },
    },
  },
  'a condition, a mapping and a parameter': {
    stacks: {
      Data: {
        region: 'us-east-1',
        conditions: { [NASTY]: { 'Fn::Equals': [{ Ref: NASTY }, 'x'] } },
        parameters: { [NASTY]: { Type: 'String', Default: NASTY } },
        resources: {
          A: { ...table, Condition: NASTY },
          B: {
            Type: 'AWS::SQS::Queue',
            Properties: { QueueName: { 'Fn::If': [NASTY, { 'Fn::FindInMap': [NASTY, NASTY, NASTY] }, { Ref: NASTY }] } },
          },
        },
      },
    },
  },
};

const commands = [
  ...namesOf(FINDING_FORMATS).map((format) => ['check', '--lint', 'never', '--show-values', '--format', format]),
  ...[...namesOf(GRAPH_FORMATS), 'html'].map((format) => ['graph', '--format', format]),
  ['graph', '--explain-links'],
];

describe('nothing that the assembly says reaches a terminal, a log or a page as more than text', () => {
  const sound = writeAssembly({ stacks: { Data: { region: 'us-east-1', resources: { Queue: { Type: 'AWS::SQS::Queue' } } } } });
  describe.each(Object.entries(broken))('%s', (_, sketch) => {
    const path = writeAssembly(sketch);
    const diffs = namesOf(DIFF_FORMATS).map((format) => ['diff', sound, path, '--format', format]);
    test.each(
      [...commands.map((argv) => [argv[0] as string, path, ...argv.slice(1)]), ...diffs].map(
        (argv) => [argv.filter((word) => !word.startsWith('/')).join(' '), argv] as const,
      ),
    )('%s', async (_, argv) => {
      const result = await runMain(argv);
      expect(brokenPromises({ argv }, result)).toEqual([]);
    });
  });
});
