import type { Resource } from '../../graph/model/resource.js';
import type { WayFinder, Ways } from '../way.js';
import { waysByBackup, waysBySnapshots } from './backups.js';
import { waysOfCluster, waysOfInstance, waysOfMemoryDb, waysOfReplicationGroup } from './clusters.js';
import { waysOfBucket, waysOfFileSystem, waysOfSecret, waysOfTableBucket } from './objects.js';
import { waysOfBroker, waysOfKafka, waysOfRedshift, waysOfRedshiftServerless, waysOfRepository, waysOfUserPool } from './others.js';
import { waysOfDsql, waysOfGlobalTable, waysOfKeyspace, waysOfTable } from './tables.js';

const FINDERS: ReadonlyMap<string, WayFinder> = new Map<string, WayFinder>([
  ['AWS::DynamoDB::GlobalTable', waysOfGlobalTable],
  ['AWS::DynamoDB::Table', waysOfTable],
  ['AWS::Cassandra::Keyspace', waysOfKeyspace],
  ['AWS::DSQL::Cluster', waysOfDsql],
  ['AWS::RDS::DBCluster', waysOfCluster],
  ['AWS::DocDB::DBCluster', waysOfCluster],
  ['AWS::Neptune::DBCluster', waysOfCluster],
  ['AWS::RDS::DBInstance', waysOfInstance],
  ['AWS::ElastiCache::ReplicationGroup', waysOfReplicationGroup],
  ['AWS::MemoryDB::Cluster', waysOfMemoryDb],
  ['AWS::S3::Bucket', waysOfBucket],
  ['AWS::S3Tables::TableBucket', waysOfTableBucket],
  ['AWS::EFS::FileSystem', waysOfFileSystem],
  ['AWS::EC2::Volume', waysBySnapshots],
  ['AWS::SecretsManager::Secret', waysOfSecret],
  ['AWS::Cognito::UserPool', waysOfUserPool],
  ['AWS::ECR::Repository', waysOfRepository],
  ['AWS::Redshift::Cluster', waysOfRedshift],
  ['AWS::RedshiftServerless::Namespace', waysOfRedshiftServerless],
  ['AWS::MSK::Cluster', waysOfKafka],
  ['AWS::AmazonMQ::Broker', waysOfBroker],
]);

/** What no template shows: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html */
const OUTSIDE: ReadonlyMap<string, string> = new Map([
  ['AWS::OpenSearchService::Domain', 'connections between search domains are made outside of CloudFormation'],
  ['AWS::Elasticsearch::Domain', 'connections between search domains are made outside of CloudFormation'],
]);

/** The ways by which a store reaches other regions, replication first. */
export function waysOf(store: Resource): Ways {
  const own = FINDERS.get(store.type)?.(store);
  const backups = waysByBackup(store);
  return { ways: [...(own?.ways ?? []), ...backups.ways], open: own?.open ?? backups.open ?? OUTSIDE.get(store.type) };
}
