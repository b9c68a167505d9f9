import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { hasAccessControlLists } from '../../src/queries/bucket-settings.js';

const app = (ObjectOwnership: string) => ({
  Logs: stack('us-east-1', {
    Logs: resource('AWS::S3::Bucket', { AccessControl: 'LogDeliveryWrite', OwnershipControls: { Rules: [{ ObjectOwnership }] } }),
  }),
});

/** Canned lists that give nobody but the owner anything. */
const OWN: readonly (string | undefined)[] = ['Private', 'BucketOwnerFullControl', undefined];

export default defineCheck({
  id: 's3/access-control-list-rejected',
  title: 'Access control list on a bucket that has them disabled',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'Buckets that are created since April 2023 have access control lists disabled unless they name another object ownership. S3 then rejects `AccessControl`: "Bucket cannot have ACLs set with ObjectOwnership\'s BucketOwnerEnforced setting".',
    fix: 'Leave `accessControl` out and grant in the bucket policy, or set `objectOwnership: s3.ObjectOwnership.OBJECT_WRITER` beside it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1606',
      'https://github.com/aws/aws-cdk/issues/25358',
    ],
    templateFix:
      'Leave `AccessControl` out and grant in a bucket policy, or name `ObjectOwnership: ObjectWriter` in `OwnershipControls` beside it.',
    bad: app('BucketOwnerEnforced'),
    good: app('ObjectWriter'),
  },
  needs: ['AccessControl'],
  *resource(bucket) {
    const at = bucket.property('AccessControl');
    if (OWN.includes(at.text) || hasAccessControlLists(bucket) !== false) return;
    const isEnforced = bucket.hasProperty('OwnershipControls');
    yield {
      at,
      severity: isEnforced ? 'error' : 'warning',
      message: isEnforced
        ? `This is an access control list, and the bucket has them disabled: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting".`
        : `This is an access control list, and the bucket names no object ownership: new buckets have them disabled, "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting".`,
    };
  },
});
