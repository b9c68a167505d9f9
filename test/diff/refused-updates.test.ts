import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Properties = Readonly<Record<string, unknown>>;

async function problems(Type: string, before: Properties, after: Properties) {
  const sketch = (Properties: Properties) => ({ stacks: { Data: { region: 'us-east-1', resources: { It: { Type, Properties } } } } });
  const { deployment } = await diffOf(sketch(before), sketch(after));
  return deployment.problems.map(({ kind, level, message }) => `${level} ${kind}: ${message}`);
}

const table = (...names: readonly string[]) => ({
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: names.map((IndexName) => ({ IndexName })),
});
const database = (EngineVersion: unknown, more: Properties = {}) => ({ Engine: 'postgres', EngineVersion, ...more });
const storage = (AllocatedStorage: unknown, more: Properties = {}) => ({ Engine: 'mysql', AllocatedStorage, ...more });
const pool = (...Schema: readonly Properties[]) => ({ Schema });
const plan = { Name: 'plan', AttributeDataType: 'String', Mutable: true };
const subnet = (AvailabilityZone: string, CidrBlock = '10.0.0.0/24') => ({ VpcId: 'vpc-1', CidrBlock, AvailabilityZone });
const [TABLE, INSTANCE, POOL, SUBNET] = [
  'AWS::DynamoDB::Table',
  'AWS::RDS::DBInstance',
  'AWS::Cognito::UserPool',
  'AWS::EC2::Subnet',
] as const;

describe('updates that a service rejects', () => {
  test.each<[name: string, type: string, before: Properties, after: Properties, expected: RegExp]>([
    ['two indexes at once', TABLE, table('a'), table('a', 'b', 'c'), /blocked .*2 global secondary indexes \(b, c\): `Cannot perform/],
    ['an index renamed', TABLE, table('a'), table('b'), /blocked .*2 global secondary indexes \(b, a\)/],
    ['less storage', INSTANCE, storage('200'), storage(100), /blocked .*from 200 to 100 GiB: `Invalid storage size/],
    ['a lower version', INSTANCE, database('16.10'), database('16.9'), /blocked .*from 16.10 to 16.9: `Cannot upgrade`/],
    ['a lower version of a cluster', 'AWS::RDS::DBCluster', database('16.4'), database('15.8'), /blocked .*from 16.4 to 15.8/],
    ['a major version without the flag', INSTANCE, database('14.9'), database('16.2'), /blocked .*`The AllowMajorVersionUpgrade flag/],
    ['an attribute removed', POOL, pool(plan), pool(), /blocked .*The attribute plan is removed/],
    ['an attribute made required', POOL, pool({ ...plan, Required: false }), pool({ ...plan, Required: true }), /blocked .*plan of/],
    ['a subnet in another zone', SUBNET, subnet('us-east-1a'), subnet('us-east-1b'), /blocked .*keeps the range 10.0.0.0\/24/],
  ])('%s', async (_, type, before, after, expected) => {
    expect(await problems(type, before, after)).toEqual([expect.stringMatching(expected)]);
  });

  test.each<[name: string, type: string, before: Properties, after: Properties]>([
    ['one index', TABLE, table('a'), table('a', 'b')],
    ['indexes of a table that is replaced', TABLE, table('a'), { ...table('b', 'c'), TableName: 'other' }],
    ['more storage', INSTANCE, storage(100), storage('200')],
    ['less storage of a cluster member', INSTANCE, storage(100, { DBClusterIdentifier: 'c' }), storage(1, { DBClusterIdentifier: 'c' })],
    ['the same version written shorter', INSTANCE, database('16.4'), database('16')],
    ['a version that is not known', INSTANCE, database('16.4'), database({ Ref: 'AWS::NotificationARNs' })],
    ['a major version with the flag', INSTANCE, database('14.9'), database('16.2', { AllowMajorVersionUpgrade: true })],
    ['a minor version', INSTANCE, database('16.2'), database('16.10')],
    ['an attribute added', POOL, pool(), pool(plan)],
    ['a subnet in another zone with another range', SUBNET, subnet('us-east-1a'), subnet('us-east-1b', '10.0.1.0/24')],
  ])('accepted: %s', async (_, type, before, after) => {
    expect(await problems(type, before, after)).toEqual([]);
  });
});
