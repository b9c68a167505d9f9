import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: Resources, after: Resources) {
  const sketch = (resources: Resources): AssemblySketch => ({ stacks: { Data: { region: 'us-east-1', resources } } });
  const { deployment } = await diffOf(sketch(before), sketch(after));
  return deployment.problems.map(({ kind, level, place }) => `${kind} ${level} ${place?.resource?.logicalId}`);
}

const table = (regions: readonly string[], key?: string): Resources => ({
  Table: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      Replicas: regions.map((Region) => ({ Region, ...(key !== undefined && { SSESpecification: { KMSMasterKeyId: key } }) })),
    },
  },
});

describe('what cannot be deployed in one go', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly string[]]>([
    ['two replicas at once', table(['us-east-1']), table(['us-east-1', 'us-west-2', 'eu-west-1']), ['replica-set blocked Table']],
    ['one in, one out', table(['us-east-1', 'us-west-2']), table(['us-east-1', 'eu-west-1']), ['replica-set blocked Table']],
    ['one replica is fine', table(['us-east-1']), table(['us-west-2', 'us-east-1']), []],
    ['a replica and the keys', table(['us-east-1'], 'a'), table(['us-east-1', 'us-west-2'], 'b'), ['replica-with-key careful Table']],
    [
      'replicas that are not known',
      table(['us-east-1']),
      { Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: { 'Fn::Transform': {} } } } },
      [],
    ],
    ['another type', { It: { Type: 'AWS::SNS::Topic' } }, { It: { Type: 'AWS::SQS::Queue' } }, ['type-changed blocked It']],
    [
      'a custom resource with another handler',
      { It: { Type: 'Custom::It', Properties: { ServiceToken: 'a' } } },
      { It: { Type: 'Custom::It', Properties: { ServiceToken: 'b' } } },
      ['service-token-changed blocked It'],
    ],
    [
      'replaced, for what is inside of a property, under a name of its own',
      { It: { Type: 'AWS::MSK::Cluster', Properties: { ClusterName: 'c', BrokerNodeGroupInfo: { SecurityGroups: ['sg-1'] } } } },
      { It: { Type: 'AWS::MSK::Cluster', Properties: { ClusterName: 'c', BrokerNodeGroupInfo: { SecurityGroups: ['sg-2'] } } } },
      ['name-collision blocked It'],
    ],
    [
      'perhaps replaced under a name of its own',
      { It: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'd', Engine: 'mysql' } } },
      { It: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'd', Engine: 'mariadb' } } },
      ['name-collision careful It'],
    ],
    ['replaced under a name of its own', { It: named('id') }, { It: named('key') }, ['name-collision blocked It']],
    [
      'replaced under an identifier of its own',
      { It: { Type: 'AWS::MemoryDB::ParameterGroup', Properties: { ParameterGroupName: 'g', Family: 'memorydb_redis6' } } },
      { It: { Type: 'AWS::MemoryDB::ParameterGroup', Properties: { ParameterGroupName: 'g', Family: 'memorydb_redis7' } } },
      ['identity-taken blocked It'],
    ],
    [
      'replaced with another identifier',
      { It: { Type: 'AWS::MemoryDB::ParameterGroup', Properties: { ParameterGroupName: 'g', Family: 'memorydb_redis6' } } },
      { It: { Type: 'AWS::MemoryDB::ParameterGroup', Properties: { ParameterGroupName: 'h', Family: 'memorydb_redis7' } } },
      [],
    ],
    [
      'a new revision of a job definition',
      { It: { Type: 'AWS::Batch::JobDefinition', Properties: { JobDefinitionName: 'j', Type: 'container', Tags: { a: 'b' } } } },
      { It: { Type: 'AWS::Batch::JobDefinition', Properties: { JobDefinitionName: 'j', Type: 'container', Tags: { a: 'c' } } } },
      [],
    ],
    [
      'an identifier that the service spells in lower case',
      { It: { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'Orders', Engine: 'aurora-mysql' } } },
      { It: { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'orders', Engine: 'aurora-mysql' } } },
      ['name-collision blocked It'],
    ],
    [
      'a name that the service spells as it is written',
      { It: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'Orders' } } },
      { It: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } } },
      [],
    ],
    ['replaced with another name', { It: named('id') }, { It: named('key', 'other') }, []],
    ['the same name under another logical id', { One: named('id') }, { Two: named('id') }, ['name-collision blocked Two']],
    [
      'the same name for another type',
      { One: named('id') },
      { Two: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'orders', Replicas: [{ Region: 'us-east-1' }] } } },
      ['name-collision blocked Two'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(before, after)).toEqual(expected);
  });

  test('links across stacks that come and go, and the order', async () => {
    const sketch = (value: unknown): AssemblySketch => ({
      stacks: {
        Data: { region: 'us-east-1', resources: { T: { Type: 'AWS::SNS::Topic' } }, outputs: { T: { Value: { Ref: 'T' } } } },
        Api: {
          region: 'us-west-2',
          resources: { Q: { Type: 'AWS::SSM::Parameter', Properties: { Value: value } } },
          dependencies: ['Data'],
        },
      },
    });
    const { deployment } = await diffOf(
      sketch('x'),
      sketch({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'T', Region: 'us-east-1' } }),
    );
    expect(deployment.links).toMatchObject({
      added: [{ from: { id: 'Api' }, to: { id: 'Data' }, kind: 'stack-output', isCrossRegion: true }],
      removed: [],
    });
    expect(deployment.order.map(({ stack }) => stack.id)).toEqual(['Api']);
  });
});

function named(attribute: string, name = 'orders') {
  return {
    Type: 'AWS::DynamoDB::Table',
    Properties: { TableName: name, KeySchema: [{ AttributeName: attribute, KeyType: 'HASH' }] },
    UpdateReplacePolicy: 'Retain',
  };
}
