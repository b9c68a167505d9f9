import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { REJECTED_LOG_BUCKETS, type RejectedLogBucket } from '../../src/facts/log-bucket-settings.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { bucketAt, hasAccessControlLists, kmsKeyOf } from '../../src/queries/bucket-settings.js';
import { placesWith } from '../../src/queries/region-of.js';

const app = (properties: object) => ({
  Logs: stack('eu-west-1', { Logs: resource('AWS::S3::Bucket', { BucketName: 'contoso-cdn-logs', ...properties }) }),
  Site: stackAfter('Logs', 'us-east-1', {
    Cdn: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: { Enabled: true, Logging: { Bucket: 'contoso-cdn-logs.s3.eu-west-1.amazonaws.com' } },
    }),
  }),
});

const OWNERSHIP = '`objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED` (or OBJECT_WRITER)';
const WORDS: Readonly<Record<RejectedLogBucket['rejects'] | 'no-ownership', readonly [problem: string, fix: string]>> = {
  kms: ['is encrypted with KMS, and only encryption with S3 managed keys works here', '`encryption: s3.BucketEncryption.S3_MANAGED`'],
  'no-acl': ['has access control lists switched off, and they are what lets the service write', OWNERSHIP],
  'no-ownership': [
    'names no object ownership: in buckets that are created since April 2023 access control lists are switched off, and they are what lets the service write',
    OWNERSHIP,
  ],
};

export default defineCheck({
  id: 'access/log-bucket-rejected',
  title: 'Log bucket whose encryption or object ownership prevents log delivery',
  severity: 'error',
  types: Object.keys(REJECTED_LOG_BUCKETS),
  docs: {
    why: 'Load balancers write logs only to buckets that are encrypted with S3 managed keys, and CloudFront only to buckets with access control lists, which are off in new buckets. The deployment of the load balancer or distribution fails, whatever the bucket policy says.',
    fix: 'On the log bucket: `encryption: s3.BucketEncryption.S3_MANAGED` for load balancers, `objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED` for CloudFront.',
    sources: [
      ...new Set(Object.values(REJECTED_LOG_BUCKETS).flatMap((rows) => rows.map(({ source }) => source))),
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    ],
    templateFix:
      'On the log bucket: `SSEAlgorithm: AES256` in `BucketEncryption` for load balancers, `ObjectOwnership: BucketOwnerPreferred` in `OwnershipControls` for CloudFront.',
    bad: app({ OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }),
    good: app({ OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] } }),
  },
  *resource(caller) {
    for (const row of REJECTED_LOG_BUCKETS[caller.type] ?? []) {
      if (row.type !== undefined && row.type !== (caller.property('Type').isAbsent ? 'application' : caller.property('Type').text))
        continue;
      for (const at of placesWith(caller, row)) {
        const bucket = bucketAt(at);
        if (bucket === undefined || !isRejected(bucket, row)) continue;
        // A bucket from before April 2023 has access control lists without naming an object ownership.
        const isNewBucketOnly = row.rejects === 'no-acl' && !bucket.hasProperty('OwnershipControls');
        const [problem, fix] = WORDS[isNewBucketOnly ? 'no-ownership' : row.rejects];
        yield {
          at,
          severity: row.fails && !isNewBucketOnly ? 'error' : 'warning',
          message: `The bucket for the ${row.what} ${problem}: ${row.answer}.`,
          fix: `Where the bucket is declared: ${fix}.`,
          related: [{ at: bucket, message: 'This is the bucket.' }],
        };
      }
    }
  },
});

function isRejected(bucket: Resource, { rejects }: RejectedLogBucket): boolean {
  if (rejects === 'no-acl') return hasAccessControlLists(bucket) === false && !bucket.hasProperty('AccessControl');
  return kmsKeyOf(bucket) !== undefined;
}
