import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { sourceInstanceOf } from './model/read-replicas.js';

const SOURCE = 'arn:aws:rds:us-east-1:482731905566:db:orders';
const INSTANCE = { DBInstanceIdentifier: 'orders', Engine: 'postgres', DBInstanceClass: 'db.r6g.large', AllocatedStorage: '100' };
const example = (replica: object, encryption: object = {}) => ({
  Primary: stack('us-east-1', { Database: resource('AWS::RDS::DBInstance', { ...INSTANCE, ...encryption }) }),
  Replica: stackAfter('Primary', 'us-west-2', {
    Replica: resource('AWS::RDS::DBInstance', {
      SourceDBInstanceIdentifier: SOURCE,
      DBInstanceClass: 'db.r6g.large',
      ...encryption,
      ...replica,
    }),
  }),
});

/** Checks of a read replica whose source is declared here, in another region. */
const replicaCheck = defineFamily((row: { ofSource(replica: Resource, source: Resource): Iterable<Problem> }) => ({
  types: ['AWS::RDS::DBInstance'],
  *resource(replica: Resource): Iterable<Problem> {
    const source = sourceInstanceOf(replica);
    if (source?.region !== undefined && replica.region !== undefined && source.region !== replica.region)
      yield* row.ofSource(replica, source);
  },
}));

export const replicaKey = replicaCheck({
  id: 'rds/replica-key',
  title: 'Encrypted cross-region read replica without a key',
  severity: 'error',
  docs: {
    why: 'A replica of an encrypted instance is encrypted. In the same region it takes the key of its source; in another region that key does not exist, and RDS wants one of that region to be named.',
    fix: "Name a key of the replica's region: `storageEncryptionKey: new kms.Key(this, 'Key')` on `DatabaseInstanceReadReplica`, or `kmsKeyId: 'alias/aws/rds'` on `CfnDBInstance` for RDS's own key there.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    ],
    templateFix: "Name a key of the replica's region: `KmsKeyId: KEY_ARN`, or `alias/aws/rds` for RDS's own key there.",
    bad: example({}, { StorageEncrypted: true }),
    good: example({ KmsKeyId: 'alias/aws/rds' }, { StorageEncrypted: true }),
  },
  *ofSource(replica, source) {
    const key = replica.property('KmsKeyId');
    if (!key.isAbsent || source.property('StorageEncrypted').boolean !== true) return;
    yield {
      at: key,
      message: `The source of this replica, in ${source.region}, is encrypted, and the replica names no key for ${replica.region}: RDS rejects it.`,
      related: [{ at: source.property('StorageEncrypted'), message: `The source, in ${source.region}, is encrypted.` }],
    };
  },
});

export const replicaSource = replicaCheck({
  id: 'rds/replica-source',
  title: 'Cross-region read replica that names its source by identifier',
  severity: 'error',
  docs: {
    why: "The identifier of an instance means one in the same region. A read replica in another region must name its source by ARN, or RDS looks for it in the replica's own region and does not find it.",
    fix: 'Pass the ARN: `sourceDbInstanceIdentifier: primary.instanceArn` on `CfnDBInstance`; `rds.DatabaseInstanceReadReplica` with the `DatabaseInstance` of the other stack as `sourceDatabaseInstance` writes it by itself.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    ],
    templateFix:
      'Write the ARN of the source into `SourceDBInstanceIdentifier`: `!Sub arn:${AWS::Partition}:rds:us-east-1:${AWS::AccountId}:db:orders`.',
    bad: example({ SourceDBInstanceIdentifier: 'orders' }),
    good: example({}),
  },
  *ofSource(replica, source) {
    const property = replica.property('SourceDBInstanceIdentifier');
    // Text around a reference may make an ARN of it.
    if (property.arn !== undefined || (property.reference === undefined && property.text === undefined)) return;
    yield {
      at: property,
      message: `The source of this replica is in ${source.region} and named by its identifier, which RDS looks for in ${replica.region}, where there is no such instance: from another region it must be named by its ARN.`,
      related: [{ at: source, message: `The source, in ${source.region}.` }],
    };
  },
});
