import { defineCheck } from '../../src/check/check.js';
import { bucketName, isVersioned, replicationsByTarget, replicationsOf, replicationsTo } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

export default defineCheck({
  id: 's3/replication-destination-unversioned',
  title: 'Replication to a bucket without versioning',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 replicates versions of objects, so both buckets must keep them. Setting the rule fails: "Destination bucket must have versioning enabled." The CDK does not look at a destination in another stack.',
    fix: 'Write `versioned: true` on the destination `Bucket`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix: 'Write `VersioningConfiguration: { Status: Enabled }` on the destination bucket.',
    bad: replicationExample({ copies: {} }),
    good: replicationExample({}),
  },
  among: (graph) => graph.memo(replicationsByTarget),
  *resource(bucket) {
    const replications = replicationsTo(bucket);
    // A destination that itself replicates: replication-source-unversioned.
    if (replications.length === 0 || isVersioned(bucket) !== false || replicationsOf(bucket).length > 0) return;
    const status = bucket.property('VersioningConfiguration', 'Status');
    yield {
      at: status,
      message: `The bucket "${bucketName(bucket)}" is the destination of a replication, but its versioning is ${status.isAbsent ? 'not switched on' : status.text?.toLowerCase()}. S3 rejects the rule: "Destination bucket must have versioning enabled."`,
      related: replications.map(({ source, destination }) => ({
        at: destination,
        message: `"${bucketName(source)}" in ${source.stack.displayName} replicates to it.`,
      })),
    };
  },
});
