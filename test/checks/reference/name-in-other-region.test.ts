import { expect, it } from 'vitest';
import check from '../../../checks/reference/name-in-other-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const two = (
  named: { Type: string; Properties: object },
  user: { Type: string; Properties: object },
  other: Partial<Example[string]> = {},
): Example => ({
  East: {
    region: 'us-east-1',
    resources: { Named: { Type: named.Type, Properties: { ...named.Properties } } },
    outputs: { Name: { Value: { Ref: 'Named' } } },
    ...other,
  },
  West: {
    region: 'us-west-2',
    dependencies: ['East'],
    resources: { User: { Type: user.Type, Properties: { ...user.Properties } } },
  },
});
const found = (example: Example) => findingsIn(example, check).map(({ severity, propertyPath }) => `${severity} ${propertyPath}`);
const cluster = { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'apps' } };
const service = (Cluster: string | object) => ({ Type: 'AWS::ECS::Service', Properties: { Cluster } });
const source = { Type: 'AWS::AppSync::DataSource', Properties: { DynamoDBConfig: { TableName: 'orders', AwsRegion: 'eu-west-1' } } };

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "reference/name-in-other-region",
        "logicalId": "Source",
        "message": "The table orders is looked up in eu-west-1, as AwsRegion says, and the app declares it in us-east-1 only.",
        "propertyPath": "DynamoDBConfig.TableName",
        "related": [
          {
            "logicalId": "Orders",
            "message": "Declared in us-east-1.",
            "stack": "Data",
          },
        ],
        "severity": "warning",
        "stack": "Graph",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a name', two(cluster, service('apps')), 'warning Cluster'],
  [
    'a name that another stack hands over',
    two(cluster, service({ 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Name', Region: 'us-east-1' } })),
    'warning Cluster',
  ],
  [
    'the alias of a key',
    two(
      { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/shop', TargetKeyId: '0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34' } },
      { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/shop' } },
    ),
    'warning KmsMasterKeyId',
  ],
  ['an ARN of a region of the app', two(cluster, service('arn:aws:ecs:us-west-2:482731905566:cluster/apps')), 'warning Cluster'],
  [
    'a global table without a replica there',
    two({ Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'orders', Replicas: [{ Region: 'us-east-1' }] } }, source),
    'warning DynamoDBConfig.TableName',
  ],
])('reports %s', (_, example, expected) => {
  expect(found(example)).toEqual([expected]);
});

it.each<[string, Example]>([
  ['a name that nothing here has', two(cluster, service('others'))],
  ['a resource of another account', two(cluster, service('apps'), { account: '718820043961' })],
  ['an ARN of another account', two(cluster, service('arn:aws:ecs:us-west-2:718820043961:cluster/apps'))],
  ['an ARN of the region that declares it', two(cluster, service('arn:aws:ecs:us-east-1:482731905566:cluster/apps'))],
  ['an ARN that nothing here has', two(cluster, service('arn:aws:ecs:us-west-2:482731905566:cluster/others'))],
  [
    'a global table with a replica there',
    two({ Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'orders', Replicas: [{ Region: 'eu-west-1' }] } }, source),
  ],
  [
    'log groups of services',
    two(
      { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/lambda/charge' } },
      { Type: 'AWS::EC2::FlowLog', Properties: { LogGroupName: '/aws/lambda/charge' } },
    ),
  ],
  ['a name that both regions have', { ...two(cluster, service('apps')), Beside: { region: 'us-west-2', resources: { Other: cluster } } }],
])('ignores %s', (_, example) => {
  expect(found(example)).toEqual([]);
});

it('ignores a table with a replica that CDK creates', () => {
  const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } };
  const replica = { Type: 'Custom::DynamoDBReplica', Properties: { TableName: { Ref: 'Named' }, Region: 'eu-west-1' } };
  expect(found(two(table, source))).toEqual(['warning DynamoDBConfig.TableName']);
  expect(found(two(table, source, { resources: { Named: table, Replica: replica } }))).toEqual([]);
});
