import type { Resource } from '../../../src/graph/model/resource.js';

/** A kind of resource that holds data for one region, unless it is replicated. */
export interface Store {
  /** In the plural, as a message says it. */
  readonly what: string;
  /** Whether this one is meant: it holds data of its own and replicates nowhere. */
  readonly isMeant: (resource: Resource) => boolean;
  readonly fix: string;
  readonly severity: 'warning' | 'info';
}

/**
 * Sources: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html,
 * https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html, https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
 */
export const STORES: ReadonlyMap<string, Store> = new Map<string, Store>([
  [
    'AWS::DynamoDB::Table',
    {
      what: 'tables',
      isMeant: (table) => !table.graph.linksTo(table).some(({ from }) => from.type === 'Custom::DynamoDBReplica'),
      fix: 'Declare the table once, as a global table: `new dynamodb.TableV2(this, "Orders", { tableName: "orders", replicas: [{ region: "us-west-2" }], … })` in the stack of the first region, and `TableV2.fromTableName(this, "Orders", "orders")` in the other. If the regions are meant to have data of their own, suppress this with a reason.',
      severity: 'warning',
    },
  ],
  [
    'AWS::EFS::FileSystem',
    {
      what: 'file systems',
      isMeant: (fileSystem) => fileSystem.property('ReplicationConfiguration').isAbsent,
      fix: 'Replicate the first file system to the second: `replicationConfiguration: efs.ReplicationConfiguration.existingFileSystem(other)` on `FileSystem`. If the regions are meant to have data of their own, suppress this with a reason.',
      severity: 'warning',
    },
  ],
  [
    'AWS::SecretsManager::Secret',
    {
      what: 'secrets',
      // The password of a database is the database's; what is written under a name is read under it.
      isMeant: (secret) =>
        secret.physicalName !== undefined &&
        !secret.property('GenerateSecretString').isAbsent &&
        secret.property('ReplicaRegions').isAbsent,
      fix: 'Declare the secret once, with `replicaRegions: [{ region: "us-west-2" }]`, and read it in the other region by its name: `Secret.fromSecretNameV2(this, "Login", "orders/login")`.',
      severity: 'warning',
    },
  ],
  [
    'AWS::S3::Bucket',
    {
      what: 'buckets',
      isMeant: (bucket) =>
        bucket.property('ReplicationConfiguration').isAbsent &&
        !isReplica(bucket) &&
        !/log|asset|artifact|website|static/i.test(bucket.constructPath ?? bucket.logicalId),
      fix: 'Replicate the first bucket to the second: `replicationRules: [{ destination: standbyBucket }]` on the first `Bucket`, with `versioned: true` on both. If the regions are meant to have data of their own, suppress this with a reason.',
      severity: 'info',
    },
  ],
]);

/** Whether another bucket replicates to this one. */
function isReplica(bucket: Resource): boolean {
  return bucket.graph
    .linksTo(bucket)
    .some(({ from }) => from.type === bucket.type && !from.is(bucket) && !from.property('ReplicationConfiguration').isAbsent);
}
