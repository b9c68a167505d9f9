import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/report/diff/outline.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

const table = (...names: readonly string[]) => ({
  Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [], GlobalSecondaryIndexes: names.map((IndexName) => ({ IndexName })) } },
});
const TWO_INDEXES = [table(), table('a', 'b')] as const;
const database = (EngineVersion: string) => ({
  Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', EngineVersion } },
});
const key = (attributes: Resources = {}) => ({ Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} }, ...attributes } });
const topic = (DisplayName: string) => ({ Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } } });

async function diffOfStacks(before: Readonly<Record<string, Resources>>, after: Readonly<Record<string, Resources>>) {
  const names = Object.keys(after);
  const sketch = (stacks: Readonly<Record<string, Resources>>) => ({
    stacks: Object.fromEntries(
      Object.entries(stacks).map(([name, resources]) => [
        name,
        { region: 'us-east-1', resources, dependencies: names.slice(0, names.indexOf(name)).slice(-1) },
      ]),
    ),
  });
  return diffOf(sketch(before), sketch(after));
}

describe('a deployment that stops', () => {
  test('names the step, what is deployed by then, and what is not reached', async () => {
    const { deployment } = await diffOfStacks(
      { Base: topic('a'), Data: TWO_INDEXES[0], Web: topic('a') },
      { Base: topic('b'), Data: TWO_INDEXES[1], Web: topic('b') },
    );
    expect(deployment.failure).toMatchObject({
      stack: { id: 'Data' },
      step: 2,
      outcome: 'rolled-back',
      deployed: [{ id: 'Base' }],
      pending: [{ id: 'Web' }],
      leftBehind: [],
    });
  });

  test('is none when nothing is rejected', async () => {
    const { deployment } = await diffOfStacks({ Data: table() }, { Data: table('a') });
    expect(deployment.failure).toBeNull();
  });

  test('changes nothing when the template is rejected', async () => {
    const { deployment } = await diffOfStacks(
      { Data: { It: { Type: 'AWS::SNS::Topic' } } },
      { Data: { It: { Type: 'AWS::SQS::Queue' }, ...key({ DeletionPolicy: 'Retain' }) } },
    );
    expect(deployment.failure).toMatchObject({ outcome: 'rejected', leftBehind: [] });
  });

  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    ['a retained resource that is created', {}, key({ DeletionPolicy: 'Retain' }), [/^Key is retained .* creates another one$/]],
    [
      'a retained resource with a name',
      {},
      { Logs: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain', Properties: { LogGroupName: 'orders' } } },
      [/^Logs is retained .* the name orders is taken/],
    ],
    ['a resource that is deleted again', {}, key(), []],
    ['a resource that is retained except on creation', {}, key({ DeletionPolicy: 'RetainExceptOnCreate' }), []],
    ['a retained resource that was there', key({ DeletionPolicy: 'Retain' }), key({ DeletionPolicy: 'Retain', Metadata: { a: 1 } }), []],
    ['a retained resource that is created after the failure', {}, key({ DeletionPolicy: 'Retain', DependsOn: 'Table' }), []],
    ['a version that is raised', database('16.2'), database('16.4'), [/^Database is not taken back \(`Cannot upgrade`\)/]],
    ['a setting that is changed', topic('a'), topic('b'), []],
  ])('leaves or takes back %s', async (_, before, after, expected) => {
    const { deployment } = await diffOfStacks({ Data: { ...TWO_INDEXES[0], ...before } }, { Data: { ...TWO_INDEXES[1], ...after } });
    const left = deployment.failure?.leftBehind.map(({ place, message }) => `${place?.resource?.logicalId} ${message}`);
    expect(left).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('is reported with the problems', async () => {
    const report = await diffOfStacks(
      { Data: table(), Web: topic('a') },
      { Data: { ...table('a', 'b'), ...key({ DeletionPolicy: 'Retain' }) }, Web: topic('b') },
    );
    const [section] = outlineOf(report);
    expect(section?.entries.map(({ label, message, steps, lines }) => ({ label, message, steps, lines }))).toEqual([
      {
        label: 'blocked',
        message: expect.stringMatching(/^One update creates or deletes 2 global secondary indexes/),
        steps: ['1. add a alone: `cdk deploy Data`', '2. add b alone: `cdk deploy Data`'],
        lines: [],
      },
      {
        label: 'rollback',
        message: 'The deployment stops at step 1 of 2, Data: CloudFormation rolls it back. Web is not reached.',
        lines: [expect.stringMatching(/^Data\/Key is retained by the rollback/)],
      },
    ]);
  });
});

describe('a sequence that works', () => {
  const one = (Type: string, before: Resources, after: Resources) =>
    diffOfStacks({ App: { It: { Type, Properties: before } } }, { App: { It: { Type, Properties: after } } });

  test.each<[name: string, type: string, before: Resources, after: Resources, expected: readonly string[]]>([
    [
      'shards, doubled as often as it takes',
      'AWS::Kinesis::Stream',
      { ShardCount: 3 },
      { ShardCount: 10 },
      ['set `ShardCount` to 6', 'set `ShardCount` to 10'],
    ],
    [
      'shards, halved',
      'AWS::Kinesis::Stream',
      { ShardCount: 9 },
      { ShardCount: 2 },
      ['set `ShardCount` to 5', 'set `ShardCount` to 3', 'set `ShardCount` to 2'],
    ],
    ['no shards', 'AWS::Kinesis::Stream', { ShardCount: 1 }, { ShardCount: 0 }, []],
    [
      'minor versions of Kubernetes',
      'AWS::EKS::Cluster',
      { Version: '1.29' },
      { Version: '1.31' },
      ['set the version to 1.30', 'set the version to 1.31'],
    ],
    ['an earlier version of Kubernetes', 'AWS::EKS::Cluster', { Version: '1.31' }, { Version: '1.30' }, []],
    [
      'settings of a Kafka cluster',
      'AWS::MSK::Cluster',
      { KafkaVersion: '3.6.0', NumberOfBrokerNodes: 3 },
      { KafkaVersion: '3.7.x', NumberOfBrokerNodes: 6 },
      ['change `KafkaVersion` alone', 'change `NumberOfBrokerNodes` alone'],
    ],
    [
      'encryption in transit',
      'AWS::ElastiCache::ReplicationGroup',
      { TransitEncryptionEnabled: true },
      { TransitEncryptionEnabled: false },
      ["set `transitEncryptionMode: 'preferred'`", 'set `transitEncryptionEnabled: false`'],
    ],
  ])('%s', async (_, type, before, after, expected) => {
    const { deployment } = await one(type, before, after);
    expect(deployment.problems.map(({ sequence }) => sequence)).toEqual([
      expected.map((edit, index) => `${index + 1}. ${edit}: \`cdk deploy App\``),
    ]);
  });

  test('of two stacks', async () => {
    const record = {
      R: {
        Type: 'AWS::Route53::RecordSet',
        Properties: { HostedZoneId: 'Z123', Name: 'a.example.com', Type: 'CNAME', TTL: '60', ResourceRecords: ['a.example.net'] },
      },
    };
    const { deployment } = await diffOfStacks(
      { Web: topic('a'), Dns: { ...topic('a'), ...record } },
      { Web: { ...topic('a'), ...record }, Dns: topic('a') },
    );
    expect(deployment.problems).toMatchObject([
      { level: 'blocked', sequence: ['1. `cdk deploy --exclusively Dns`', '2. `cdk deploy --exclusively Web`'] },
    ]);
    expect(deployment.failure).toMatchObject({ stack: { id: 'Web' }, step: 1, pending: [{ id: 'Dns' }] });
  });
});
