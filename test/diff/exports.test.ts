import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

async function problems(before: AssemblySketch, after: AssemblySketch) {
  const { deployment } = await diffOf(before, after);
  return deployment.problems.map(({ kind, level, message }) => `${level} ${kind}: ${message}`);
}

const HASH = 'a'.repeat(64);
const NAME = '/cdk/exports/West/EastRefTopic';
/** The part that differs, as the handlers of these versions of aws-cdk-lib write it. */
const HANDLERS = {
  '2.250': 'e.ResourceProperties.WriterProps; deleteParameters; throw new Error("Exports cannot be updated: ")',
  '2.276': 'e.ResourceProperties.WriterProps; deleteParameters; Object.keys(e).filter(o=>!r.hasOwnProperty(o))',
  later: 'e.ResourceProperties.WriterProps; deleteParameters; Object.keys(e).filter(o=>!r.hasOwnProperty(o)||e[o]!==r[o])',
  another: 'exports.handler = () => {}',
} as const;

interface Regions {
  readonly handler?: keyof typeof HANDLERS | undefined;
  readonly topicName?: string;
  /** What the topic of East is exported for; undefined when no writer is left. */
  readonly exports?: Readonly<Record<string, unknown>> | undefined;
  readonly reads?: boolean;
  readonly order?: boolean;
}

/** A topic of us-east-1 that a stack of us-west-2 reads, as the CDK writes it. */
function regions({
  handler,
  topicName = 'a',
  exports = { [NAME]: { Ref: 'Topic' } },
  reads = true,
  order = true,
}: Regions): AssemblySketch {
  const writer = {
    Type: 'Custom::CrossRegionExportWriter',
    Properties: { ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] }, WriterProps: { region: 'us-west-2', exports } },
  };
  const reader = {
    Type: 'Custom::CrossRegionExportReader',
    Properties: { ServiceToken: 'x', ReaderProps: { imports: { [NAME]: `{{resolve:ssm:${NAME}}}` }, region: 'us-west-2', prefix: 'West' } },
  };
  const value = reads ? { 'Fn::GetAtt': ['Reader', NAME] } : 'none';
  return {
    stacks: {
      East: {
        region: 'us-east-1',
        resources: {
          Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: topicName } },
          Handler: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'assets', S3Key: `${HASH}.zip` } } },
          ...(Object.keys(exports).length > 0 && { Writer: writer }),
        },
      },
      West: {
        region: 'us-west-2',
        resources: {
          ...(reads && { Reader: reader }),
          It: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: value } },
        },
        ...(order && { dependencies: ['East'] }),
      },
    },
    ...(handler !== undefined && {
      files: {
        [`asset.${HASH}/index.js`]: HANDLERS[handler],
        'East.assets.json': {
          version: '55.0.0',
          files: { [HASH]: { source: { path: `asset.${HASH}`, packaging: 'zip' }, destinations: {} } },
        },
      },
    }),
  };
}

const KEPT = { '/cdk/exports/West/Other': 'x' };
const removed: Regions = { exports: KEPT, reads: false };

describe('exports to another region, by the handler of the assembly', () => {
  test.each<[handler: Regions['handler'], what: string, after: Regions, expected: RegExp | undefined]>([
    ['2.250', 'removed', removed, /^blocked export-in-use: East removes .* `Exports cannot be updated: \/cdk.* in use by stack\(s\) West`/],
    ['2.276', 'removed', removed, undefined],
    ['later', 'removed', removed, undefined],
    [undefined, 'removed', removed, /^careful export-in-use: .*before 2\.276 .*its code is not in the assembly/],
    ['another', 'removed', removed, /^careful export-in-use/],
    ['2.250', 'removed with its writer', { exports: {}, reads: false }, /^careful export-in-use: .*leaves the parameter behind/],
    ['2.276', 'removed with its writer', { exports: {}, reads: false }, undefined],
    ['2.276', 'removed, but still read', { exports: KEPT }, /^careful stale-consumer: .*West, which still reads it, cannot be updated/],
    ['2.250', 'changed', { topicName: 'b' }, /^blocked export-in-use: .*`Some exports have changed!`/],
    ['2.276', 'changed', { topicName: 'b' }, /^careful stale-consumer: .*writes only new names.* West keeps the value/],
    ['later', 'changed', { topicName: 'b' }, /^careful stale-consumer: .*the template of West need not change/],
    ['2.276', 'changed and no longer read', { topicName: 'b', reads: false }, undefined],
  ])('%s: %s', async (handler, _, after, expected) => {
    const found = await problems(regions({ handler }), regions({ handler, ...after }));
    expect(found).toEqual(expected === undefined ? [] : [expect.stringMatching(expected)]);
  });

  test('an update runs the handler of the new assembly', async () => {
    expect(await problems(regions({ handler: '2.250' }), regions({ handler: '2.276', ...removed }))).toEqual([]);
    expect(await problems(regions({ handler: '2.276' }), regions({ handler: '2.250', ...removed }))).toHaveLength(1);
  });
});

describe('an export of a revision', () => {
  const layer = (key: string) => ({ Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'assets', S3Key: key } } });
  const task = (Image: string) => ({ Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'web', Image }] } });
  const queue = (QueueName: string) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
  const [one, other] = ['1', '2'].map((digit) => `${digit.repeat(64)}.zip`) as [string, string];
  const sketch = (resource: object): AssemblySketch => ({
    stacks: {
      Shared: {
        region: 'us-east-1',
        resources: { It: resource },
        outputs: { It: { Value: { Ref: 'It' }, Export: { Name: 'Shared:It' } } },
      },
      Jobs: {
        region: 'us-east-1',
        resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::ImportValue': 'Shared:It' } } } },
        dependencies: ['Shared'],
      },
    },
  });

  test.each<[name: string, before: object, after: object, expected: RegExp]>([
    ['a layer', layer(one), layer(other), /^blocked revision-in-use: .*`Export Shared:It cannot be updated.*The reason is It: /],
    ['an image', task(`repo:${one.slice(0, 64)}`), task(`repo:${other.slice(0, 64)}`), /^blocked revision-in-use: /],
    [
      'anything else',
      queue('a'),
      queue('b'),
      /^blocked export-in-use: Shared changes the value of the export Shared:It, and Jobs still uses it/,
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(sketch(before), sketch(after))).toEqual([expect.stringMatching(expected)]);
    expect(await problems(sketch(after), sketch(after))).toEqual([]);
  });
});
