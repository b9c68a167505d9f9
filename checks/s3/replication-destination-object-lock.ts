import { defineCheck } from '../../src/check/check.js';
import { bucketName, destinationsOf, hasObjectLock } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const locking = (copies: { readonly ObjectLockEnabled?: boolean }) =>
  replicationExample({
    orders: { ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Enabled' } },
    copies: { ...copies, VersioningConfiguration: { Status: 'Enabled' } },
  });

export default defineCheck({
  id: 's3/replication-destination-object-lock',
  title: 'Locked objects replicated to a bucket without Object Lock',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: '"If the source bucket has S3 Object Lock enabled, the destination buckets must also have S3 Object Lock enabled." Otherwise the objects stay behind; the reason then given is DstBucketObjectLockConfigMissing.',
    fix: 'Write `objectLockEnabled: true` on the destination `Bucket` as well.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
    ],
    templateFix: 'Write `ObjectLockEnabled: true` on the destination bucket as well.',
    bad: locking({}),
    good: locking({ ObjectLockEnabled: true }),
  },
  *resource(bucket) {
    if (hasObjectLock(bucket) !== true) return;
    for (const { destination, target } of destinationsOf(bucket)) {
      if (target === undefined || target.existence !== 'certain' || hasObjectLock(target) !== false) continue;
      yield {
        at: destination,
        message: `The bucket has Object Lock, but the destination "${bucketName(target)}" in ${target.stack.displayName} has not. S3 does not replicate to it.`,
        related: [{ at: target, message: 'This bucket is declared without Object Lock.' }],
      };
    }
  },
});
