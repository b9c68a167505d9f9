import { defineCheck } from '../../src/check/check.js';
import { sourceInstanceOf } from './model/read-replicas.js';

const example = (key: object) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Database: {
        Type: 'AWS::RDS::DBInstance',
        Properties: {
          DBInstanceIdentifier: 'orders',
          Engine: 'postgres',
          DBInstanceClass: 'db.r6g.large',
          AllocatedStorage: '100',
          StorageEncrypted: true,
        },
      },
    },
  },
  Replica: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: {
      Replica: {
        Type: 'AWS::RDS::DBInstance',
        Properties: {
          SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders',
          DBInstanceClass: 'db.r6g.large',
          StorageEncrypted: true,
          ...key,
        },
      },
    },
  },
});

export default defineCheck({
  id: 'rds/replica-key',
  title: 'Encrypted cross-region read replica without a key',
  severity: 'error',
  types: ['AWS::RDS::DBInstance'],
  docs: {
    why: 'A replica of an encrypted instance is encrypted. In the same region it takes the key of its source; in another region that key does not exist, and RDS wants one of that region to be named.',
    fix: "Name a key of the replica's region: `storageEncryptionKey: new kms.Key(this, 'Key')` on `DatabaseInstanceReadReplica`, or `kmsKeyId: 'alias/aws/rds'` on `CfnDBInstance` for RDS's own key there.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    ],
    templateFix: "Name a key of the replica's region: `KmsKeyId: KEY_ARN`, or `alias/aws/rds` for RDS's own key there.",
    bad: example({}),
    good: example({ KmsKeyId: 'alias/aws/rds' }),
  },
  *resource(replica) {
    const source = sourceInstanceOf(replica);
    const key = replica.property('KmsKeyId');
    if (source?.region === undefined || replica.region === undefined || source.region === replica.region) return;
    if (!key.isAbsent || source.property('StorageEncrypted').boolean !== true) return;
    yield {
      at: key,
      message: `The source of this replica, in ${source.region}, is encrypted, and the replica names no key for ${replica.region}: RDS rejects it.`,
      related: [{ at: source.property('StorageEncrypted'), message: `The source, in ${source.region}, is encrypted.` }],
    };
  },
});
