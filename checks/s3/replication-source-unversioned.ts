import { defineCheck } from '../../src/check/check.js';
import { bucketName, isVersioned } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const STATUSES: readonly string[] = ['Enabled', 'Disabled'];

export default defineCheck({
  id: 's3/replication-source-unversioned',
  title: 'Replication from a bucket without versioning',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 replicates versions of objects. It rejects rules on a bucket that does not keep them: "Versioning must be \'Enabled\' on the bucket to apply a replication configuration".',
    fix: 'Write `versioned: true` on the `Bucket` that has `replicationRules`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/13179',
    ],
    templateFix: 'Write `VersioningConfiguration: { Status: Enabled }` on the bucket that has the `ReplicationConfiguration`.',
    bad: replicationExample({ orders: {} }),
    good: replicationExample({}),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    // S3 asks for it even where all rules are disabled.
    const rules = bucket.property('ReplicationConfiguration', 'Rules').items ?? [];
    if (!rules.some((rule) => STATUSES.includes(rule.get('Status').text ?? '')) || isVersioned(bucket) !== false) return;
    const status = bucket.property('VersioningConfiguration', 'Status');
    yield {
      at: status.isAbsent ? bucket.property('ReplicationConfiguration') : status,
      message: `The bucket "${bucketName(bucket)}" has replication rules, but its versioning is ${status.isAbsent ? 'not switched on' : status.text?.toLowerCase()}. S3 rejects them: "Versioning must be 'Enabled' on the bucket to apply a replication configuration".`,
    };
  },
});
