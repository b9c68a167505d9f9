import { defineCheck } from '../../src/check/check.js';
import { bucketName, isVersioned, replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

export default defineCheck({
  id: 's3/replication-source-unversioned',
  title: 'Replication from a bucket without versioning',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 replicates versions of objects. It rejects rules on a bucket that does not keep them: "Versioning must be \'Enabled\' on the bucket to apply a replication configuration".',
    fix: 'Write `versioned: true` on the `Bucket` that has `replicationRules`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix: 'Write `VersioningConfiguration: { Status: Enabled }` on the bucket that has the `ReplicationConfiguration`.',
    bad: replicationExample({ orders: {} }),
    good: replicationExample({}),
  },
  *resource(bucket) {
    if (replicationsOf(bucket).length === 0 || isVersioned(bucket) !== false) return;
    const status = bucket.property('VersioningConfiguration', 'Status');
    yield {
      at: status.isAbsent ? bucket.property('ReplicationConfiguration') : status,
      message: `The bucket "${bucketName(bucket)}" has replication rules, but its versioning is ${status.isAbsent ? 'not switched on' : status.text?.toLowerCase()}. S3 rejects them: "Versioning must be 'Enabled' on the bucket to apply a replication configuration".`,
    };
  },
});
