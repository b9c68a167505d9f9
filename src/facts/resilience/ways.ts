import type { ReplicationWay } from './recovery-points.js';

const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/';
const AURORA = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';
const RDS = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/';
const AURORA_LAG = {
  namespace: 'AWS/RDS',
  names: ['AuroraGlobalDBRPOLag', 'AuroraGlobalDBReplicationLag'],
  publishedIn: 'standby',
} as const;

/**
 * The ways by which data reaches another region. `seconds` of a typical figure is the smallest that AWS's words allow ("seconds" is 1): an
 * objective that is stricter than the figure is not proved, and only one that no figure can meet is refuted.
 */
export const WAYS = {
  globalTable: {
    name: 'global table, eventually consistent',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'none',
    states: 'changes reach the other replicas usually within a second, asynchronously; there is no SLA on the delay',
    lag: { namespace: 'AWS/DynamoDB', names: ['ReplicationLatency'], publishedIn: 'primary' },
    source: `${DYNAMODB}V2globaltables_HowItWorks.html`,
  },
  strongGlobalTable: {
    name: 'global table, strongly consistent',
    recoveryPoint: { class: 'zero' },
    atFailover: 'none',
    // It publishes no ReplicationLatency.
    states: 'a write is acknowledged when at least one other region has it',
    source: `${DYNAMODB}V2globaltables_HowItWorks.html`,
  },
  auroraGlobal: {
    name: 'Aurora global database',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'promote',
    states: 'the lag is usually under a second, and the recovery point in seconds',
    lag: AURORA_LAG,
    source: `${AURORA}aurora-global-database-disaster-recovery.html`,
  },
  auroraGlobalBounded: {
    name: 'Aurora global database with rds.global_db_rpo',
    recoveryPoint: { class: 'bound', seconds: 0, condition: 'commits stall while every secondary cluster is further behind' },
    atFailover: 'promote',
    states: 'PostgreSQL: commits stall while no secondary cluster is within rds.global_db_rpo seconds',
    lag: AURORA_LAG,
    source: `${AURORA}aurora-global-database-disaster-recovery.html`,
  },
  readReplica: {
    name: 'read replica in another region',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'promote',
    states: 'asynchronous; promotion takes a few minutes or longer, with a restart',
    lag: { namespace: 'AWS/RDS', names: ['ReplicaLag'], publishedIn: 'standby' },
    source: `${RDS}USER_ReadRepl.html`,
  },
  automatedBackups: {
    name: 'replicated automated backups',
    recoveryPoint: { class: 'schedule', seconds: 300 },
    atFailover: 'restore',
    states: 'transaction logs leave the instance every 5 minutes and are copied after that',
    source: `${RDS}USER_ReplicateBackups.html`,
  },
  documentDbGlobal: {
    name: 'DocumentDB global cluster',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'promote',
    states: 'the lag is usually under a second, and the recovery point in seconds',
    lag: { namespace: 'AWS/DocDB', names: ['GlobalClusterReplicationLag'], publishedIn: 'standby' },
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters-disaster-recovery.html',
  },
  neptuneGlobal: {
    name: 'Neptune global database',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'detach',
    states: 'the lag is usually under a second; after an unplanned loss the secondary cluster is detached and promoted by hand',
    lag: { namespace: 'AWS/Neptune', names: ['GlobalDbProgressLag'], publishedIn: 'either' },
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-gdb-disaster-recovery.html',
  },
  globalDatastore: {
    name: 'ElastiCache global datastore',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'promote',
    states: 'the lag is usually under a second; promotion takes about a minute and never happens by itself',
    lag: { namespace: 'AWS/ElastiCache', names: ['GlobalDatastoreReplicationLag'], publishedIn: 'standby' },
    source: 'https://disaster-recovery.workshop.aws/en/services/databases/elasticache/global-datastore.html',
  },
  memoryDbMultiRegion: {
    name: 'MemoryDB multi-Region cluster',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'none',
    states: 'asynchronous, each region reads and writes',
    lag: { namespace: 'AWS/MemoryDB', names: ['MultiRegionClusterReplicationLag'], publishedIn: 'either' },
    source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/multi-Region.monitoring.html',
  },
  dsql: {
    name: 'Aurora DSQL multi-Region cluster',
    recoveryPoint: { class: 'zero' },
    atFailover: 'none',
    states: 'commits are synchronous across regions',
    source: 'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/disaster-recovery-resiliency.html',
  },
  keyspaces: {
    name: 'Keyspaces multi-Region replication',
    recoveryPoint: { class: 'typical', seconds: 1 },
    atFailover: 'none',
    states: 'writes usually reach the other regions within a second',
    lag: { namespace: 'AWS/Cassandra', names: ['ReplicationLatency'], publishedIn: 'either' },
    source: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html',
  },
  redshiftSnapshots: {
    name: 'snapshots copied to another region',
    recoveryPoint: { class: 'schedule', seconds: 900 },
    atFailover: 'restore',
    states: 'automated snapshots are taken about every 8 hours or 5 GB of changes for each node, never closer than 15 minutes',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html',
  },
  redshiftServerlessSnapshots: {
    name: 'snapshots copied to another region',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'restore',
    states: 'recovery points are made about every 30 minutes; whether those are copied is not documented',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-snapshots-recovery.html',
  },
  replicationTimeControl: {
    name: 'S3 replication with Replication Time Control',
    recoveryPoint: { class: 'bound', seconds: 900, condition: '99.9 % of the objects that the rule selects' },
    atFailover: 'route',
    states: '99.9 % of objects within 15 minutes, with an SLA',
    lag: {
      namespace: 'AWS/S3',
      names: ['ReplicationLatency', 'OperationsPendingReplication', 'BytesPendingReplication'],
      publishedIn: 'either',
    },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html',
  },
  bucketReplication: {
    name: 'S3 replication',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'route',
    states: 'asynchronous; a figure exists only with Replication Time Control',
    lag: {
      namespace: 'AWS/S3',
      names: ['ReplicationLatency', 'OperationsPendingReplication', 'BytesPendingReplication'],
      publishedIn: 'either',
    },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
  },
  fileSystemReplication: {
    name: 'EFS replication',
    recoveryPoint: { class: 'typical', seconds: 900 },
    atFailover: 'delete-replication',
    states: '15 minutes for most file systems; the copy is writable when the replication is deleted',
    lag: { namespace: 'AWS/EFS', names: ['TimeSinceLastSync'], publishedIn: 'either' },
    source: 'https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html',
  },
  backupCopy: {
    name: 'backups copied to another region',
    recoveryPoint: { class: 'schedule', seconds: 3600 },
    atFailover: 'restore',
    states:
      'a backup is taken by its schedule, starts within its window, and is copied after that; continuous backups are copied as snapshots',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  },
  snapshotCopy: {
    name: 'EBS snapshots copied to another region',
    recoveryPoint: { class: 'schedule', seconds: 3600 },
    atFailover: 'restore',
    states: 'snapshots start within an hour of their time and are copied after that',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html',
  },
  brokerReplication: {
    name: 'Amazon MQ cross-Region data replication',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'promote',
    states: 'asynchronous; a call switches over',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html',
  },
  kafkaReplicator: {
    name: 'MSK Replicator',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'route',
    states: 'asynchronous',
    lag: { namespace: 'AWS/Kafka', names: ['ReplicationLatency', 'MessageLag'], publishedIn: 'standby' },
    source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-metrics-ref.html',
  },
  secretReplica: {
    name: 'replica secret',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'none',
    states: 'the replica has the same name and is read in its own region',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
  },
  userPoolReplica: {
    name: 'user pool replica',
    recoveryPoint: { class: 'undocumented' },
    atFailover: 'route',
    states: 'eventually consistent, with a short delay; on the replica there is no sign-up and no password reset',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html',
  },
  imageReplication: {
    name: 'ECR replication',
    recoveryPoint: { class: 'typical', seconds: 1800 },
    atFailover: 'none',
    states: 'most images within 30 minutes',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
  },
  deployedTwice: {
    name: 'deployed to both regions',
    recoveryPoint: { class: 'deployed' },
    atFailover: 'none',
    states: 'the same content is deployed to each region',
    source: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  },
} as const satisfies Readonly<Record<string, ReplicationWay>>;
