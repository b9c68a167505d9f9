/** What is lost when a resource is deleted: data that somebody keeps there, or only what passes through or can be made again. */
export type Holding = 'data' | 'passing';

/**
 * Types that hold something which deleting them destroys. The 29 types of cfn-lint's rule I3011
 * (https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/data/AdditionalSpecs/StatefulResources.json; `isStateful` in
 * `@aws-cdk/aws-service-spec`) without nested stacks, whose resources are looked at themselves, and with the data stores that the list lacks.
 */
export const STATEFUL_TYPES: ReadonlyMap<string, Holding> = new Map<string, Holding>([
  ...['Backup::BackupVault', 'Cassandra::Table', 'Cognito::UserPool', 'DSQL::Cluster', 'DocDB::DBCluster', 'DocDB::DBInstance'].map(data),
  ...['DynamoDB::GlobalTable', 'DynamoDB::Table', 'EC2::Volume', 'ECR::Repository', 'EFS::FileSystem', 'Elasticsearch::Domain'].map(data),
  ...['FSx::FileSystem', 'KMS::Key', 'MSK::Cluster', 'MemoryDB::Cluster', 'Neptune::DBCluster', 'Neptune::DBInstance'].map(data),
  ...['OpenSearchService::Domain', 'Organizations::Account', 'QLDB::Ledger', 'RDS::DBCluster', 'RDS::DBInstance'].map(data),
  ...[
    'Redshift::Cluster',
    'S3::Bucket',
    'S3Express::DirectoryBucket',
    'S3Tables::TableBucket',
    'SDB::Domain',
    'SecretsManager::Secret',
  ].map(data),
  ...['Timestream::Database', 'Timestream::Table'].map(data),
  ...['ElastiCache::CacheCluster', 'ElastiCache::ReplicationGroup', 'EMR::Cluster', 'Kinesis::Stream', 'Logs::LogGroup'].map(passing),
  ...['SQS::Queue'].map(passing),
]);

function data(name: string): readonly [string, Holding] {
  return [`AWS::${name}`, 'data'];
}

function passing(name: string): readonly [string, Holding] {
  return [`AWS::${name}`, 'passing'];
}
