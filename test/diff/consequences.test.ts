import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

function assembly(resources: Resources): AssemblySketch {
  return { stacks: { Data: { region: 'us-east-1', resources: { Other: { Type: 'AWS::SNS::Topic' }, ...resources } } } };
}

async function changesOf(before: Resources, after: Resources) {
  return (await diffOf(assembly(before), assembly(after))).resources;
}

const bucket = (attributes: object = {}, properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties, ...attributes });
const cluster = (attributes: object = {}, properties: object = {}) => ({
  Type: 'AWS::RDS::DBCluster',
  Properties: { Engine: 'aurora-mysql', ...properties },
  ...attributes,
});

const table = (attribute: string, attributes: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { KeySchema: [{ AttributeName: attribute, KeyType: 'HASH' }] },
  ...attributes,
});

describe('what is removed', () => {
  test('a bucket that is emptied first', async () => {
    const emptied = { Gone: bucket(), Empty: { Type: 'Custom::S3AutoDeleteObjects', Properties: { BucketName: { Ref: 'Gone' } } } };
    expect(shortly(await changesOf(emptied, {}))).toEqual(['removed data-loss Data.Gone', 'removed removed Data.Empty']);
  });

  test.each<[name: string, resource: object, expected: string]>([
    ['deleted only when it is empty', bucket({ DeletionPolicy: 'Delete' }), 'orphaned'],
    ['the same without a policy', bucket(), 'orphaned'],
    ['deleted with its data', table('id'), 'data-loss'],
    ['a key, which is scheduled for deletion', { Type: 'AWS::KMS::Key', Properties: {} }, 'removed'],
    ['images that nothing empties', { Type: 'AWS::ECR::Repository' }, 'orphaned'],
    ['images that the service empties', { Type: 'AWS::ECR::Repository', Properties: { EmptyOnDelete: true } }, 'data-loss'],
    ['retained', bucket({ DeletionPolicy: 'Retain' }), 'orphaned'],
    ['retained but when it was never made', bucket({ DeletionPolicy: 'RetainExceptOnCreate' }), 'orphaned'],
    ['snapshot', cluster({ DeletionPolicy: 'Snapshot' }), 'data-loss'],
    ['snapshot by default', cluster(), 'data-loss'],
    ['protected', cluster({ DeletionPolicy: 'Delete' }, { DeletionProtection: true }), 'orphaned'],
    ['holding nothing', { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: '{}' } }, 'removed'],
    ['instance of a cluster', { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: 'orders' } }, 'removed'],
    ['hosted zone', { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme.io' } }, 'removed'],
  ])('%s', async (_, resource, expected) => {
    expect(shortly(await changesOf({ Gone: resource }, {}))).toEqual([`removed ${expected} Data.Gone`]);
  });
});

describe('a value that hangs on a condition', () => {
  const zoned = (AvailabilityZone: unknown): AssemblySketch => ({
    stacks: {
      Data: {
        region: 'us-east-1',
        parameters: { Stage: { Type: 'String', Default: 'test' } },
        conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
        resources: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone } } },
      },
    },
  });
  const FIRST = { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] };
  const either = (live: unknown, other: unknown) => ({ 'Fn::If': ['Live', live, other] });

  test.each<[name: string, before: unknown, after: unknown, expected: readonly string[]]>([
    ['may be what it was', 'us-east-1a', either('us-east-1b', 'us-east-1a'), ['changed may-be-replaced Data.Subnet']],
    ['may have been what it is', either('us-east-1b', 'us-east-1a'), 'us-east-1a', ['changed may-be-replaced Data.Subnet']],
    [
      'changes on one side',
      either('us-east-1b', 'us-east-1a'),
      either('us-east-1c', 'us-east-1a'),
      ['changed may-be-replaced Data.Subnet'],
    ],
    ['may be left out as before', undefined, either('us-east-1b', { Ref: 'AWS::NoValue' }), ['changed may-be-replaced Data.Subnet']],
    ['is another on both sides', 'us-east-1a', either('us-east-1b', 'us-east-1c'), ['changed replaced Data.Subnet']],
    ['is the same on both sides', 'us-east-1a', either('us-east-1a', 'us-east-1a'), []],
    ['is the same on both sides, and only deployment knows it', FIRST, either(FIRST, FIRST), []],
    ['may be what it was, which only deployment knows', FIRST, either('us-east-1b', FIRST), ['changed may-be-replaced Data.Subnet']],
  ])('%s', async (_, before, after, expected) => {
    const { resources, deployment } = await diffOf(zoned(before), zoned(after));
    expect(shortly(resources)).toEqual(expected);
    const isBlocked = expected.some((change) => change.includes(' replaced '));
    expect(deployment.problems.map(({ level, kind }) => `${level} ${kind}`)).toEqual(isBlocked ? ['blocked identity-taken'] : []);
    const message =
      'May be replaced, because `AvailabilityZone` changes: it is replaced unless its condition gives it the value that it has.';
    if (expected[0]?.includes('may-be')) expect(resources[0]?.message).toBe(message);
  });
});

describe('what is updated', () => {
  test.each<[name: string, before: object, after: object, expected: string]>([
    ['replaced, and its data with it', table('id'), table('key'), 'data-loss'],
    ['replaced, and the old one kept', table('id'), table('key', { UpdateReplacePolicy: 'Retain' }), 'orphaned'],
    ['replaced, holding nothing', subnet('10.0.0.0/24'), subnet('10.0.1.0/24'), 'replaced'],
    [
      'perhaps replaced',
      instance({ BlockDeviceMappings: [] }),
      instance({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda' }] }),
      'may-be-replaced',
    ],
    ['restarted', instance({ InstanceType: 't3.small' }), instance({ InstanceType: 't3.large' }), 'changed'],
    ['with another maintenance window', database('sun:01:00-sun:02:00'), database('mon:01:00-mon:02:00'), 'changed'],
    ['in place', topic('One'), topic('Two'), 'changed'],
    ['a custom resource', { Type: 'Custom::Thing', Properties: { A: 1 } }, { Type: 'Custom::Thing', Properties: { A: 2 } }, 'changed'],
    ['a type nobody knows', { Type: 'Acme::A::B', Properties: { A: 1 } }, { Type: 'Acme::A::B', Properties: { A: 2 } }, 'changed'],
    ['another revision', taskDefinition(256), taskDefinition(512), 'changed'],
    ['its metadata', { ...topic('One'), Metadata: { Team: 'a' } }, { ...topic('One'), Metadata: { Team: 'b' } }, 'metadata'],
    ['the order of creation', topic('One'), { ...topic('One'), DependsOn: 'Other' }, 'metadata'],
    ['another type', topic('One'), { Type: 'AWS::SQS::Queue' }, 'replaced'],
    ['a policy of deletion', bucket({ DeletionPolicy: 'Retain' }), bucket({ DeletionPolicy: 'Delete' }), 'changed'],
  ])('%s', async (_, before, after, expected) => {
    expect(shortly(await changesOf({ It: before }, { It: after }))).toEqual([`changed ${expected} Data.It`]);
  });

  test.each<[name: string, before: object, after: object]>([
    [
      "the CDK's own metadata",
      { ...topic('One'), Metadata: { 'aws:cdk:path': 'a' } },
      { ...topic('One'), Metadata: { 'aws:cdk:path': 'b' } },
    ],
    ['30 and "30"', queue({ VisibilityTimeout: 30 }), queue({ VisibilityTimeout: '30' })],
    ['properties left out and empty', { Type: 'AWS::SQS::Queue' }, queue({})],
    ['DependsOn as text and list', { ...topic('One'), DependsOn: 'Other' }, { ...topic('One'), DependsOn: ['Other'] }],
    ['a value and NoValue', queue({}), queue({ QueueName: { Ref: 'AWS::NoValue' } })],
    ['actions in another order', policy(['s3:GetObject', 's3:PutObject']), policy(['s3:PutObject', 's3:GetObject'])],
  ])('no change: %s', async (_, before, after) => {
    expect(await changesOf({ It: before }, { It: after })).toEqual([]);
  });
});

describe('what is kept for another time', () => {
  const logs = (RetentionInDays?: unknown) => ({
    Type: 'AWS::Logs::LogGroup',
    Properties: { ...(RetentionInDays !== undefined && { RetentionInDays }) },
  });
  const kept = (Type: string, name: string, time?: unknown) => ({ Type, Properties: time === undefined ? {} : { [name]: time } });

  test.each<[name: string, before: object, after: object, message: string]>([
    ['logs', logs(365), logs(30), '`RetentionInDays` is reduced from 365 days to 30 days: log events that are older are deleted.'],
    [
      'logs that never expired',
      logs(),
      logs(1),
      '`RetentionInDays` is reduced from unlimited to 1 day: log events that are older are deleted.',
    ],
    [
      "logs by the CDK's custom resource",
      kept('Custom::LogRetention', 'RetentionInDays', 731),
      kept('Custom::LogRetention', 'RetentionInDays', '7'),
      '`RetentionInDays` is reduced from 731 days to 7 days: log events that are older are deleted.',
    ],
    [
      'messages',
      kept('AWS::SQS::Queue', 'MessageRetentionPeriod', 1_209_600),
      kept('AWS::SQS::Queue', 'MessageRetentionPeriod'),
      '`MessageRetentionPeriod` is reduced from 14 days to 4 days: messages that are older are deleted.',
    ],
    [
      'records of a stream',
      kept('AWS::Kinesis::Stream', 'RetentionPeriodHours', 168),
      kept('AWS::Kinesis::Stream', 'RetentionPeriodHours'),
      '`RetentionPeriodHours` is reduced from 168 hours to 24 hours: records that are older are deleted.',
    ],
  ])('lost: %s', async (_, before, after, message) => {
    const changes = await changesOf({ It: before }, { It: after });
    expect(shortly(changes)).toEqual(['changed data-loss Data.It']);
    expect(changes[0]).toMatchObject({ message, consumers: 0 });
  });

  test.each<[name: string, before: object, after: object]>([
    ['logs that are kept longer', logs(30), logs(365)],
    ['logs that no longer expire', logs(30), logs()],
    ['a time that is not known', logs({ Ref: 'AWS::NotificationARNs' }), logs(30)],
    [
      'a store whose default depends on its pricing',
      kept('AWS::CloudTrail::EventDataStore', 'RetentionPeriod'),
      kept('AWS::CloudTrail::EventDataStore', 'RetentionPeriod', 90),
    ],
  ])('not lost: %s', async (_, before, after) => {
    expect(shortly(await changesOf({ It: before }, { It: after }))).toEqual(['changed changed Data.It']);
  });

  const expiring = (...rules: readonly object[]) =>
    bucket({}, { LifecycleConfiguration: { Rules: rules.map((rule) => ({ Status: 'Enabled', ...rule })) } });
  const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

  test.each<[name: string, before: object, after: object, message: string]>([
    [
      'objects that stayed',
      bucket(),
      expiring({ ExpirationInDays: 30 }),
      '`LifecycleConfiguration` deletes objects after 30 days, which stayed before: those that are older are deleted.',
    ],
    [
      'objects under a prefix',
      expiring({ ExpirationInDays: 365 }),
      expiring({ ExpirationInDays: 365 }, { Prefix: 'logs/', ExpirationInDays: 1 }),
      '`LifecycleConfiguration` deletes objects under logs/ after 1 day, before after 365 days: those that are older are deleted.',
    ],
  ])('lost: %s', async (_, before, after, message) => {
    const changes = await changesOf({ It: before }, { It: after });
    expect(shortly(changes)).toEqual(['changed data-loss Data.It']);
    expect(changes[0]).toMatchObject({ message });
  });

  test.each<[name: string, before: object, after: object]>([
    ['objects that are kept longer', expiring({ ExpirationInDays: 30 }), expiring({ ExpirationInDays: 60 })],
    [
      'objects that are deleted sooner already',
      expiring({ ExpirationInDays: 7 }),
      expiring({ ExpirationInDays: 7 }, { Prefix: 'a/', ExpirationInDays: 30 }),
    ],
    ['a rule that is disabled', bucket(), expiring({ ExpirationInDays: 30, Status: 'Disabled' })],
    ['uploads that were not completed', bucket(), expiring({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } })],
    [
      'objects of a versioned bucket',
      bucket({}, VERSIONED),
      bucket({}, { ...VERSIONED, LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] } }),
    ],
    ['a time that is not known', bucket(), expiring({ ExpirationInDays: { Ref: 'AWS::NotificationARNs' } })],
  ])('not lost: %s', async (_, before, after) => {
    expect(shortly(await changesOf({ It: before }, { It: after }))).toEqual(['changed changed Data.It']);
  });

  test('backups are a protection that becomes weaker', async () => {
    const database = (BackupRetentionPeriod?: number) => kept('AWS::RDS::DBInstance', 'BackupRetentionPeriod', BackupRetentionPeriod);
    const { security } = await diffOf(assembly({ It: database(30) }), assembly({ It: database() }));
    expect(security.map(({ area, direction, message }) => `${area} ${direction}: ${message}`)).toEqual([
      'recovery weakened: It keeps automated backups for 1 day instead of 30 days (`BackupRetentionPeriod`).',
    ]);
  });
});

describe('a domain whose version changes', () => {
  const domain = (EngineVersion: string, more: object = {}) => ({
    Type: 'AWS::OpenSearchService::Domain',
    Properties: { EngineVersion },
    ...more,
  });

  test('is replaced without the update policy', async () => {
    const [change] = await changesOf({ It: domain('OpenSearch_2.9') }, { It: domain('OpenSearch_2.11') });
    expect(change).toMatchObject({
      consequence: 'data-loss',
      message:
        'Replaced, because `EngineVersion` changes: CloudFormation creates a new one, and `UpdateReplacePolicy: Delete` deletes it with what it holds.',
      fix: 'Set `enableVersionUpgrade: true` on the `Domain`, which upgrades it in place.',
    });
  });

  test('cannot be replaced under its name', async () => {
    const named = (version: string) => ({
      Type: 'AWS::OpenSearchService::Domain',
      Properties: { EngineVersion: version, DomainName: 'd' },
    });
    const { deployment } = await diffOf(assembly({ It: named('OpenSearch_2.9') }), assembly({ It: named('OpenSearch_2.11') }));
    expect(deployment.problems.map(({ level, fix }) => `${level}: ${fix}`)).toEqual([
      'blocked: Set `enableVersionUpgrade: true` on the `Domain`, which upgrades it in place.',
    ]);
  });

  test('is upgraded in place with it', async () => {
    const policy = { UpdatePolicy: { EnableVersionUpgrade: true } };
    const changes = await changesOf({ It: domain('OpenSearch_2.9', policy) }, { It: domain('OpenSearch_2.11', policy) });
    expect(shortly(changes)).toEqual(['changed changed Data.It']);
  });
});

function topic(name: string) {
  return { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } };
}
function queue(properties: object) {
  return { Type: 'AWS::SQS::Queue', Properties: properties };
}
function subnet(cidr: string) {
  return { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: cidr } };
}
function instance(properties: object) {
  return { Type: 'AWS::EC2::Instance', Properties: properties };
}
function database(window: string) {
  return { Type: 'AWS::RDS::DBInstance', Properties: { PreferredMaintenanceWindow: window } };
}
function taskDefinition(memory: number) {
  return { Type: 'AWS::ECS::TaskDefinition', Properties: { Memory: memory } };
}
function policy(actions: readonly string[]) {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: ['r'], PolicyDocument: { Statement: [statement] } } };
}
