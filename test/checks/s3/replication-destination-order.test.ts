import { describe, expect, it } from 'vitest';
import { replicationDestinationOrder as check } from '../../../checks/s3/replication-destinations.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, source, VERSIONED } from './buckets.js';

const copies = bucket({ BucketName: 'orders-copies', ...VERSIONED });
const at = 'ReplicationConfiguration.Rules.0.Destination.Bucket';

describe('s3/replication-destination-order', () => {
  it('says that nothing makes the other stack deploy first', () => {
    expect(findingsIn(app(source(COPIES), VERSIONED, { dependencies: [] }), check)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-destination-order',
        stack: 'Orders',
        logicalId: 'Orders',
        propertyPath: at,
        message:
          'The destination bucket "orders-copies" is in Archive, and nothing makes that stack deploy before Orders. S3 rejects the rule until that bucket exists: "Destination bucket must exist."',
        related: [{ stack: 'Archive', logicalId: 'Copies', message: '"orders-copies" is declared here.' }],
      },
    ]);
  });

  it('says that the order is the wrong way round', () => {
    const { Archive, Orders } = app(source(COPIES), VERSIONED, { dependencies: [] });
    const example = { Orders: Orders as object, Archive: { ...Archive, dependencies: ['Orders'] } };
    expect(findingsIn(example, check)).toMatchObject([
      {
        severity: 'error',
        stack: 'Orders',
        message:
          'The destination bucket "orders-copies" is in Archive, which is deployed after Orders. S3 rejects the rule until that bucket exists: "Destination bucket must exist."',
      },
    ]);
  });

  it('says that one template creates both at once', () => {
    expect(findingsIn({ Orders: { resources: { Copies: copies, Orders: source([COPIES, COPIES]) } } }, check)).toMatchObject([
      {
        severity: 'error',
        propertyPath: at,
        message:
          'Nothing in the template makes CloudFormation create the destination bucket "orders-copies" before this one: it starts both at the same time. S3 rejects the rule until that bucket exists: "Destination bucket must exist."',
      },
    ]);
  });

  it('only warns across the borders of stages and apps, where no dependency can be written', () => {
    const staged = writeAssembly({
      stages: {
        West: { stacks: { Archive: { region: 'us-west-2', resources: { Copies: copies } } } },
        East: { stacks: { Orders: { region: 'us-east-1', resources: { Orders: source(COPIES) } } } },
      },
    });
    const apart = [
      writeAssembly({ stacks: { Archive: { region: 'us-west-2', resources: { Copies: copies } } } }),
      writeAssembly({ stacks: { Orders: { region: 'us-east-1', resources: { Orders: source(COPIES) } } } }),
    ];
    for (const paths of [[staged], apart]) {
      const { problems } = runChecks(buildGraph(paths.map((path) => loadAssembly(path))), [check], NO_SETTINGS);
      expect(problems.map(({ problem }) => [problem.severity, problem.message])).toEqual([
        [
          'warning',
          expect.stringMatching(
            /^The destination bucket "orders-copies" is in .*Archive, of another stage or app: make sure that it is deployed before/,
          ),
        ],
      ]);
    }
  });

  const nested = { Type: 'AWS::CloudFormation::Stack' };
  it.each<[string, Example]>([
    ['the other stack is deployed first', app(source(COPIES))],
    [
      'it is deployed first over a third one',
      {
        ...app(source(COPIES), VERSIONED, { dependencies: ['Middle'] }),
        Middle: { region: 'us-east-1', dependencies: ['Archive'], resources: { Topic: { Type: 'AWS::SNS::Topic' } } },
      },
    ],
    ['the source refers to it', { Orders: { resources: { Copies: copies, Orders: source({ 'Fn::GetAtt': ['Copies', 'Arn'] }) } } }],
    [
      'the source refers to it in its ARN',
      { Orders: { resources: { Copies: copies, Orders: source({ 'Fn::Sub': 'arn:aws:s3:::${Copies}' }) } } },
    ],
    ['the source waits for it', { Orders: { resources: { Copies: copies, Orders: { ...source(COPIES), DependsOn: 'Copies' } } } }],
    [
      'the source waits for its policy',
      {
        Orders: {
          resources: {
            Copies: copies,
            Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Copies' } } },
            Orders: { ...source(COPIES), DependsOn: ['Policy'] },
          },
        },
      },
    ],
    [
      'the source’s nested stack waits for the destination’s',
      {
        App: {
          resources: { Archive: nested, Orders: { ...nested, DependsOn: 'Archive' } },
          nested: { Archive: { resources: { Copies: copies } }, Orders: { resources: { Orders: source(COPIES) } } },
        },
      },
    ],
    [
      'the source’s nested stack waits for the destination beside it',
      {
        App: {
          resources: { Copies: copies, Orders: { ...nested, DependsOn: ['Copies'] } },
          nested: { Orders: { resources: { Orders: source(COPIES) } } },
        },
      },
    ],
    ['the rule is off', app(source(COPIES, { Status: 'Disabled' }), VERSIONED, { dependencies: [] })],
    ['nothing here declares it', app(source('arn:aws:s3:::elsewhere'), VERSIONED, { dependencies: [] })],
    [
      'it is the source itself',
      { Orders: { resources: { Orders: bucket({ BucketName: 'orders-copies', ...source(COPIES).Properties }) } } },
    ],
    [
      'each replicates to the other, which is another finding',
      {
        App: {
          resources: {
            Copies: bucket({ ...copies.Properties, ...source('arn:aws:s3:::orders').Properties }),
            Orders: bucket({ BucketName: 'orders', ...source(COPIES).Properties }),
          },
        },
      },
    ],
    [
      'another stack hands it over without order, which is another finding',
      {
        Archive: { region: 'us-west-2', resources: { Copies: copies }, outputs: { Arn: { Value: { 'Fn::GetAtt': ['Copies', 'Arn'] } } } },
        Orders: {
          region: 'us-east-1',
          resources: { Orders: source({ 'Fn::GetStackOutput': { StackName: 'Archive', OutputName: 'Arn', Region: 'us-west-2' } }) },
        },
      },
    ],
    [
      'it may not be there',
      {
        App: {
          parameters: { Keep: { Type: 'String' } },
          conditions: { Kept: { 'Fn::Equals': [{ Ref: 'Keep' }, 'yes'] } },
          resources: { Copies: { ...copies, Condition: 'Kept' }, Orders: source(COPIES) },
        },
      },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });

  it('still reports where nested stacks do not wait for each other', () => {
    const example: Example = {
      App: {
        resources: { Archive: nested, Orders: nested },
        nested: { Archive: { resources: { Copies: copies } }, Orders: { resources: { Orders: source(COPIES) } } },
      },
    };
    expect(findingsIn(example, check)).toMatchObject([
      { stack: 'App/Orders', message: expect.stringContaining('starts both at the same time') },
    ]);
  });

  it('computes the name of a bucket in the account’s regional namespace', () => {
    const prefixed = { BucketName: { Ref: 'AWS::NoValue' }, BucketNamePrefix: 'copies', BucketNamespace: 'account-regional', ...VERSIONED };
    const example = app(source('arn:aws:s3:::copies-482731905566-us-west-2-an'), prefixed, { dependencies: [] });
    expect(findingsIn(example, check)).toMatchObject([{ message: expect.stringContaining('"copies-482731905566-us-west-2-an"') }]);
  });
});

const named = (name: string, destination?: string): Json => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketName: { 'Fn::Sub': name },
    ...(destination !== undefined && {
      ReplicationConfiguration: {
        Role: 'arn:aws:iam::482731905566:role/r',
        Rules: [{ Status: 'Enabled', Destination: { Bucket: { 'Fn::Sub': `arn:aws:s3:::${destination}` } } }],
      },
    }),
  },
});
const parameters = { Stage: { Type: 'String', Default: 'dev' } };

it.each<[string, Example, string]>([
  [
    'the account of stacks without one',
    {
      First: { account: 'unknown-account', region: 'us-east-1', resources: { B: named('a-${AWS::AccountId}', 'b-${AWS::AccountId}') } },
      Second: { account: 'unknown-account', region: 'us-west-2', dependencies: ['First'], resources: { B: named('b-${AWS::AccountId}') } },
    },
    '(If both stacks are deployed to one account.)',
  ],
  [
    'the default of a parameter',
    {
      First: { region: 'us-east-1', parameters, resources: { B: named('a-${Stage}', 'b-${Stage}') } },
      Second: { region: 'us-west-2', parameters, dependencies: ['First'], resources: { B: named('b-${Stage}') } },
    },
    '(With the default of a template parameter, which a deployment may override.)',
  ],
])('reports names with %s as a warning', (_, example, end) => {
  expect(findingsIn(example, check)).toMatchObject([
    { severity: 'warning', stack: 'First', logicalId: 'B', message: expect.stringContaining(end) },
  ]);
});
