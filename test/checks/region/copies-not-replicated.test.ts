import { expect, it } from 'vitest';
import check from '../../../checks/region/copies-not-replicated.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const table = (name?: string): JsonObject => ({ Type: 'AWS::DynamoDB::Table', Properties: { ...(name && { TableName: name }) } });
const apps = (primary: JsonObject, standby: JsonObject, names = ['OrdersPrimary', 'OrdersSecondary']): Example => ({
  [names[0] ?? '']: { region: 'us-east-1', resources: primary },
  [names[1] ?? '']: { region: 'us-west-2', resources: standby },
});

it('reports the tables of both regions once', () => {
  const tables = { Orders: table('orders'), Carts: table('carts') };
  expect(findingsIn(apps(tables, tables), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'region/copies-not-replicated',
      stack: 'OrdersSecondary',
      logicalId: 'Orders',
      message:
        'OrdersSecondary and OrdersPrimary each have tables of their own (orders, carts), and nothing replicates between them: when us-west-2 takes over, the data of us-east-1 is missing.',
      related: [
        { stack: 'OrdersPrimary', logicalId: 'Orders', message: 'In us-east-1.' },
        { stack: 'OrdersSecondary', logicalId: 'Carts', message: 'In us-west-2.' },
        { stack: 'OrdersPrimary', logicalId: 'Carts', message: 'In us-east-1.' },
      ],
    },
  ]);
});

it('reads nested stacks', () => {
  const nested = (region: string) => ({ region, resources: {}, nested: { Data: { resources: { Orders: table('orders') } } } });
  expect(findingsIn({ OrdersPrimary: nested('us-east-1'), OrdersSecondary: nested('us-west-2') }, check)).toMatchObject([
    {
      stack: 'OrdersSecondary/Data',
      logicalId: 'Orders',
      message: expect.stringMatching(/^OrdersSecondary and OrdersPrimary each have tables/),
      related: [{ stack: 'OrdersPrimary/Data', logicalId: 'Orders', message: 'In us-east-1.' }],
    },
  ]);
});

it.each<[string, JsonObject, string]>([
  ['a table without a name', table(), 'warning'],
  ['a file system', { Type: 'AWS::EFS::FileSystem', Properties: {} }, 'warning'],
  ['a secret of one name', { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'a', GenerateSecretString: {} } }, 'warning'],
  ['a bucket', { Type: 'AWS::S3::Bucket', Properties: {} }, 'info'],
])('reports %s', (_, resource, severity) => {
  expect(findingsIn(apps({ Store: resource }, { Store: resource }), check)).toMatchObject([{ severity, logicalId: 'Store' }]);
});

it.each<[string, Example]>([
  ['regions that are equals', apps({ T: table('orders') }, { T: table('orders') }, ['Orders-us-east-1', 'Orders-us-west-2'])],
  ['two environments', apps({ T: table('orders') }, { T: table('orders') }, ['OrdersTest', 'OrdersLive'])],
  [
    'a table that the older construct replicates',
    apps(
      { T: table('orders'), R: { Type: 'Custom::DynamoDBReplica', Properties: { TableName: { Ref: 'T' }, Region: 'us-west-2' } } },
      { T: table('orders') },
    ),
  ],
  [
    'a secret of a database',
    apps(
      { S: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } } },
      { S: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } } },
    ),
  ],
  [
    'a bucket that another one replicates to',
    apps(
      {
        Store: { Type: 'AWS::S3::Bucket' },
        Ledger: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            ReplicationConfiguration: { Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::ledger-copies' } }] },
          },
        },
      },
      { Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'ledger-copies' } } },
    ),
  ],
  ['buckets for logs', apps({ AccessLogs: { Type: 'AWS::S3::Bucket' } }, { AccessLogs: { Type: 'AWS::S3::Bucket' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
