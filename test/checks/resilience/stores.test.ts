import { describe, expect, test } from 'vitest';
import { storeNotReplicated as notReplicated, rpoNotMet } from '../../../checks/resilience/stores.js';
import type { Config } from '../../../src/config/config.js';
import { findingsIn } from '../../support/findings-in.js';

const CHECKS = [notReplicated, rpoNotMet];
const contract = (more: object = {}): Config => ({
  resilience: [{ name: 'orders', stacks: ['Orders*'], regions: ['us-east-1', 'us-west-2'], rpo: '15m', rto: '30m', ...more }],
});
const found = (east: object, west: object = {}, config: Config = contract()) =>
  findingsIn(
    { OrdersEast: { region: 'us-east-1', resources: { ...east } }, OrdersWest: { region: 'us-west-2', resources: { ...west } } },
    CHECKS,
    config,
  ).map(({ checkId, severity, logicalId, propertyPath, message }) => ({
    check: checkId.replace('resilience/', ''),
    severity,
    at: [logicalId, propertyPath].filter((part) => part !== undefined).join('.'),
    why: /: ([^:]*(?:: [^:]*)?)\.$/.exec(message)?.[1],
  }));

const of = (type: string, properties: object = {}) => ({ Type: `AWS::${type}`, Properties: properties });
const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
const rule = (destination: object) => ({
  ...versioned,
  ReplicationConfiguration: { Role: 'arn:aws:iam::482731905566:role/r', Rules: [{ Status: 'Enabled', Destination: destination }] },
});
const member = (more: object = {}) => of('RDS::DBCluster', { Engine: 'aurora-postgresql', ...more });

/** What reaches us-west-2, so that nothing is reported. */
test.each<[string, object, object]>([
  ['a global table', { T: of('DynamoDB::GlobalTable', { Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }] }) }, {}],
  [
    'a table whose replica a custom resource makes',
    { T: of('DynamoDB::Table'), R: { Type: 'Custom::DynamoDBReplica', Properties: { TableName: { Ref: 'T' }, Region: 'us-west-2' } } },
    {},
  ],
  [
    'a global database, declared over its primary cluster',
    {
      C: member({ MasterUsername: 'a' }),
      G: of('RDS::GlobalCluster', { GlobalClusterIdentifier: 'g', SourceDBClusterIdentifier: { Ref: 'C' } }),
    },
    { C: member({ GlobalClusterIdentifier: 'g' }) },
  ],
  [
    'a read replica',
    { D: of('RDS::DBInstance', { DBInstanceIdentifier: 'orders' }) },
    { D: of('RDS::DBInstance', { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders' }) },
  ],
  ['replicated automated backups', { D: of('RDS::DBInstance', { AutomaticBackupReplicationRegion: 'us-west-2' }) }, {}],
  [
    'replication with Replication Time Control',
    { B: of('S3::Bucket', rule({ Bucket: 'arn:aws:s3:::copy', ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } } })) },
    { B: of('S3::Bucket', { BucketName: 'copy', ...versioned }) },
  ],
  ['replication to a bucket that is declared elsewhere', { B: of('S3::Bucket', rule({ Bucket: 'arn:aws:s3:::elsewhere' })) }, {}],
  ['EFS replication', { F: of('EFS::FileSystem', { ReplicationConfiguration: { Destinations: [{ Region: 'us-west-2' }] } }) }, {}],
  ['a replica secret', { S: of('SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2' }] }) }, {}],
  ['a secret in each region', { S: of('SecretsManager::Secret') }, { S: of('SecretsManager::Secret') }],
  [
    'ECR replication',
    {
      R: of('ECR::Repository', { RepositoryName: 'orders/api' }),
      C: of('ECR::ReplicationConfiguration', {
        ReplicationConfiguration: {
          Rules: [
            {
              Destinations: [{ Region: 'us-west-2', RegistryId: '1' }],
              RepositoryFilters: [{ Filter: 'orders/', FilterType: 'PREFIX_MATCH' }],
            },
          ],
        },
      }),
    },
    {},
  ],
  [
    'a user pool with a replica',
    { P: of('Cognito::UserPool'), R: of('Cognito::UserPoolReplica', { UserPoolId: { Ref: 'P' }, RegionName: 'us-west-2' }) },
    {},
  ],
  [
    'a keyspace across regions',
    {
      K: of('Cassandra::Keyspace', {
        ReplicationSpecification: { ReplicationStrategy: 'MULTI_REGION', RegionList: ['us-east-1', 'us-west-2'] },
      }),
    },
    {},
  ],
  [
    'an Aurora DSQL cluster with a peer',
    {
      C: of('DSQL::Cluster', {
        MultiRegionProperties: { WitnessRegion: 'us-east-2', Clusters: ['arn:aws:dsql:us-west-2:482731905566:cluster/abc'] },
      }),
    },
    {},
  ],
  [
    'a global datastore',
    {
      C: of('ElastiCache::ReplicationGroup', { ReplicationGroupId: 'cache' }),
      G: of('ElastiCache::GlobalReplicationGroup', {
        Members: [
          { ReplicationGroupId: { Ref: 'C' }, ReplicationGroupRegion: 'us-east-1', Role: 'PRIMARY' },
          { ReplicationGroupId: 'cache-west', ReplicationGroupRegion: 'us-west-2', Role: 'SECONDARY' },
        ],
      }),
    },
    {},
  ],
  [
    'a bucket for access logs',
    {
      B: of('S3::Bucket'),
      A: of('S3::Bucket', { ...rule({ Bucket: 'arn:aws:s3:::x' }), LoggingConfiguration: { DestinationBucketName: { Ref: 'B' } } }),
    },
    {},
  ],
  ['a queue, which has no replication', { Q: of('SQS::Queue') }, {}],
])('accepts %s', (_, east, west) => {
  expect(found(east, west)).toEqual([]);
});

describe('reports', () => {
  const error = (at: string, why: string, check = 'store-not-replicated') => ({ check, severity: 'error', at, why });
  const daily = (schedule: string, more: object = {}) => ({
    D: of('EFS::FileSystem', { FileSystemTags: [], ...more }),
    P: of('Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          {
            ScheduleExpression: schedule,
            CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-west-2:482731905566:backup-vault:v' }],
          },
        ],
      },
    }),
    S: of('Backup::BackupSelection', { BackupPlanId: { Ref: 'P' }, BackupSelection: { Resources: [{ 'Fn::GetAtt': ['D', 'Arn'] }] } }),
  });

  test.each<[string, object, object, object]>([
    ['a table', { T: of('DynamoDB::Table') }, {}, error('T', 'nothing of it reaches us-west-2')],
    [
      'a table in each region',
      { T: of('DynamoDB::Table') },
      { T: of('DynamoDB::Table') },
      error('T', 'us-west-2 has one of its own, and nothing replicates between them'),
    ],
    [
      'a global table without a replica there',
      { T: of('DynamoDB::GlobalTable', { Replicas: [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }] }) },
      {},
      error('T', 'nothing of it reaches us-west-2'),
    ],
    ['a cluster', { C: member() }, {}, error('C', 'nothing of it reaches us-west-2')],
    ['a user pool', { P: of('Cognito::UserPool') }, {}, error('P', 'nothing of it reaches us-west-2')],
    ['a secret', { S: of('SecretsManager::Secret') }, {}, error('S', 'nothing of it reaches us-west-2')],
    ['a cache', { C: of('ElastiCache::ReplicationGroup') }, {}, error('C', 'nothing of it reaches us-west-2')],
    [
      'daily copies of backups',
      daily('cron(0 3 * * ? *)'),
      {},
      error(
        'P.BackupPlan.BackupPlanRule.0.ScheduleExpression',
        'up to 1 d lie between two copies, and the objective is 15 min',
        'rpo-not-met',
      ),
    ],
    [
      'copies twice a day',
      daily('cron(0 6,14 * * ? *)'),
      {},
      error(
        'P.BackupPlan.BackupPlanRule.0.ScheduleExpression',
        'up to 16 h lie between two copies, and the objective is 15 min',
        'rpo-not-met',
      ),
    ],
  ])('%s', (_, east, west, expected) => {
    expect(found(east, west)).toEqual([expected]);
  });

  test('replication that is asynchronous against an objective of nothing', () => {
    const table = { T: of('DynamoDB::GlobalTable', { Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }] }) };
    const why = 'replication is asynchronous, and the objective is 0 s';
    expect(found(table, {}, contract({ rpo: '0s' }))).toEqual([error('T.Replicas.1', why, 'rpo-not-met')]);
    const strong = {
      T: of('DynamoDB::GlobalTable', { MultiRegionConsistency: 'STRONG', Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }] }),
    };
    expect(found(strong, {}, contract({ rpo: '0s' }))).toEqual([]);
  });

  test('a figure of AWS that is worse than the objective as a warning', () => {
    const files = { F: of('EFS::FileSystem', { ReplicationConfiguration: { Destinations: [{ Region: 'us-west-2' }] } }) };
    const why = 'AWS states 15 min as usual, and the objective is 1 min';
    expect(found(files, {}, contract({ rpo: '1m' }))).toEqual([
      { ...error('F.ReplicationConfiguration.Destinations.0', why, 'rpo-not-met'), severity: 'warning' },
    ]);
  });

  test('the bound of an Aurora global database only when it is worse', () => {
    const east = {
      C: member({ MasterUsername: 'a', DBClusterParameterGroupName: { Ref: 'P' } }),
      P: of('RDS::DBClusterParameterGroup', { Parameters: { 'rds.global_db_rpo': '60' } }),
      G: of('RDS::GlobalCluster', { GlobalClusterIdentifier: 'g', SourceDBClusterIdentifier: { Ref: 'C' } }),
    };
    const west = { C: member({ GlobalClusterIdentifier: 'g' }) };
    expect(found(east, west, contract({ rpo: '1m' }))).toEqual([]);
    expect(found(east, west, contract({ rpo: '30s' }))).toMatchObject([{ severity: 'warning', at: 'C.GlobalClusterIdentifier' }]);
  });
});

test('a bucket that replicates both ways is no mere copy', () => {
  const pair = (name: string, other: string) => ({
    B: of('S3::Bucket', { BucketName: name, ...rule({ Bucket: `arn:aws:s3:::${other}` }) }),
  });
  const config = contract({ rpo: '0s' });
  expect(found(pair('orders-east', 'orders-west'), pair('orders-west', 'orders-east'), config)).toMatchObject([
    { check: 'rpo-not-met', severity: 'error', at: 'B.ReplicationConfiguration.Rules.0.Destination.Bucket' },
  ]);
});

describe('a contract', () => {
  const table = { T: of('DynamoDB::Table') };

  test('leaves out what it excepts, with and without the path of the stack', () => {
    for (const construct of ['T', 'OrdersEast/T', 'OrdersEast/*', '*'])
      expect(found(table, {}, contract({ exceptions: [{ construct, reason: 'Rebuilt.' }] }))).toEqual([]);
  });

  test('says nothing of other stacks and regions', () => {
    expect(found(table, {}, contract({ stacks: ['Payments*'] }))).toEqual([]);
    expect(found(table, {}, contract({ regions: ['eu-west-1', 'eu-central-1'] }))).toEqual([]);
    expect(found(table, {}, contract({ regions: ['us-west-2', 'us-east-1'] }))).toEqual([]);
  });

  test('asks in active-active for the data of every region', () => {
    const report = found({}, table, contract({ mode: 'active-active' }));
    expect(report).toMatchObject([{ at: 'T', why: 'nothing of it reaches us-east-1' }]);
  });

  test('is not assumed', () => expect(found(table, {}, {})).toEqual([]));
});
