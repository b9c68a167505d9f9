/** What is in a store: `data` must reach the other region; `messages` wait in a region and cannot be replicated by the service; `content` comes with each deployment or can. */
export type StoreKind = 'data' | 'messages' | 'content';

export interface StoreType {
  /** In the singular, as a message says it. */
  readonly what: string;
  readonly kind: StoreKind;
  /** What to write in CDK so that the data reaches another region. */
  readonly fix: string;
}

const EXCEPT = 'If it may be lost, list it under `exceptions` of the contract, with the reason.';
const data = (what: string, fix: string): StoreType => ({ what, kind: 'data', fix: `${fix} ${EXCEPT}` });
const BACKUP =
  'Copy its backups to the other region (`copyActions` of a `BackupPlanRule`), as often as the recovery point objective asks for.';

/** Types that hold data which is lost with their region. How each reaches another region: `ways.ts`. */
export const STORE_TYPES: ReadonlyMap<string, StoreType> = new Map<string, StoreType>([
  [
    'AWS::DynamoDB::Table',
    data('table', 'Declare it as a global table: `new dynamodb.TableV2(this, "Orders", { replicas: [{ region: "us-west-2" }], … })`.'),
  ],
  ['AWS::DynamoDB::GlobalTable', data('table', 'Add the region to its replicas: `replicas: [{ region: "us-west-2" }]` of the `TableV2`.')],
  [
    'AWS::RDS::DBCluster',
    data(
      'database cluster',
      'Add a secondary cluster: a `CfnGlobalCluster` over it, and a `CfnDBCluster` in the other region that names it as `globalClusterIdentifier`, with an instance.',
    ),
  ],
  [
    'AWS::RDS::DBInstance',
    data(
      'database',
      'Create a `DatabaseInstanceReadReplica` of it in a stack of the other region, or replicate its backups (`automaticBackupReplicationRegion`).',
    ),
  ],
  [
    'AWS::DocDB::DBCluster',
    data(
      'document database',
      'Add a secondary cluster: a `CfnGlobalCluster` over it, and a `CfnDBCluster` in the other region that names it as `globalClusterIdentifier`, with an instance.',
    ),
  ],
  [
    'AWS::Neptune::DBCluster',
    data(
      'graph database',
      'Add a secondary cluster: a `CfnGlobalCluster` over it, and a `CfnDBCluster` in the other region that names it as `globalClusterIdentifier`, with an instance.',
    ),
  ],
  [
    'AWS::S3::Bucket',
    data(
      'bucket',
      'Replicate it to a bucket of the other region: `versioned: true` on both and `replicationRules: [{ destination: standbyBucket }]`, with `replicationTimeControl` for a figure.',
    ),
  ],
  ['AWS::S3Tables::TableBucket', data('table bucket', 'Replicate it: `replicationConfiguration` of the `CfnTableBucket`.')],
  ['AWS::S3Express::DirectoryBucket', data('directory bucket', 'Keep the data in a bucket that replicates: directory buckets do not.')],
  [
    'AWS::EFS::FileSystem',
    data(
      'file system',
      'Replicate it: `replicationConfiguration: efs.ReplicationConfiguration.regionalFileSystem("us-west-2")` on the `FileSystem`.',
    ),
  ],
  ['AWS::FSx::FileSystem', data('file system', BACKUP)],
  ['AWS::EC2::Volume', data('volume', BACKUP)],
  [
    'AWS::ElastiCache::ReplicationGroup',
    data('cache', 'Add it to a `CfnGlobalReplicationGroup` with a replication group of the other region.'),
  ],
  ['AWS::ElastiCache::CacheCluster', data('cache', 'Use a replication group that is part of a `CfnGlobalReplicationGroup`.')],
  ['AWS::ElastiCache::ServerlessCache', data('cache', 'Use a replication group that is part of a `CfnGlobalReplicationGroup`.')],
  ['AWS::MemoryDB::Cluster', data('database cluster', 'Make it part of a `CfnMultiRegionCluster` with a cluster in the other region.')],
  [
    'AWS::DSQL::Cluster',
    data('database cluster', 'Declare `multiRegionProperties` with a peer cluster of the other region and a witness region.'),
  ],
  ['AWS::Cassandra::Keyspace', data('keyspace', 'Replicate it: `replicationSpecification` with `MULTI_REGION` and the list of regions.')],
  [
    'AWS::OpenSearchService::Domain',
    data(
      'search domain',
      'Keep the data in a store that replicates and build the index from it, or set up cross-cluster replication, which CloudFormation cannot.',
    ),
  ],
  ['AWS::Elasticsearch::Domain', data('search domain', 'Keep the data in a store that replicates, and build the index from it.')],
  ['AWS::Redshift::Cluster', data('data warehouse', 'Copy its snapshots: `destinationRegion` of the `CfnCluster`.')],
  ['AWS::RedshiftServerless::Namespace', data('data warehouse', 'Copy its snapshots: `snapshotCopyConfigurations` of the `CfnNamespace`.')],
  ['AWS::Timestream::Database', data('time series database', BACKUP)],
  ['AWS::QLDB::Ledger', data('ledger', BACKUP)],
  [
    'AWS::Cognito::UserPool',
    data('user pool', 'Replicate it: a `CfnUserPoolReplica` in the other region. Otherwise its users have to sign up again.'),
  ],
  [
    'AWS::SecretsManager::Secret',
    data(
      'secret',
      "Replicate it: `replicaRegions: [{ region: 'us-west-2' }]` on the `Secret`, or declare one in the stack of the other region.",
    ),
  ],
  [
    'AWS::ECR::Repository',
    {
      what: 'image repository',
      kind: 'content',
      fix: 'Replicate the registry: `CfnReplicationConfiguration`, or declare the repository in both regions and push to both.',
    },
  ],
  ['AWS::MSK::Cluster', data('Kafka cluster', 'Replicate its topics with a `CfnReplicator` in the other region.')],
  ['AWS::AmazonMQ::Broker', data('message broker', 'Pair it with a broker in the other region: `dataReplicationMode: "CRDR"`.')],
  ['AWS::SQS::Queue', { what: 'queue', kind: 'messages', fix: '' }],
  ['AWS::Kinesis::Stream', { what: 'stream', kind: 'messages', fix: '' }],
]);
