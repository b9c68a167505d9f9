import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';

const DOMAINS: readonly string[] = ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];

const app = (BlockPublicPolicy: boolean) => ({
  Site: stack('us-east-1', {
    Pages: resource('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy },
    }),
    Policy: resource('AWS::S3::BucketPolicy', {
      Bucket: { Ref: 'Pages' },
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Pages', 'Arn'] }, '/*']] },
      }),
    }),
  }),
});

export default defineCheck({
  id: 'access/public-policy-blocked',
  title: 'Public policy that the bucket or search domain rejects',
  severity: 'error',
  types: ['AWS::S3::BucketPolicy', ...DOMAINS],
  docs: {
    why: 'S3 rejects a bucket policy that lets everybody in while the bucket blocks public policies, which new buckets do by default. The deployment fails with "API: s3:PutBucketPolicy Access Denied", whatever the permissions of the one who deploys. OpenSearch rejects such a policy of a domain on the internet that has no fine-grained access control: "Apply a restrictive access policy to your domain".',
    fix: 'Serve the bucket through CloudFront with `origins.S3BucketOrigin.withOriginAccessControl(bucket)` and leave the public statement out. Where it has to be public: `blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS_ONLY` beside `publicReadAccess: true`. Let a search domain admit roles or addresses (`accessPolicies`), or put it into a VPC.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      'https://github.com/aws/aws-cdk/issues/25983',
      'https://github.com/aws-samples/aws-cdk-examples/issues/919',
      'https://github.com/aws-samples/amazon-opensearch-service-sample-cdk/pull/133',
    ],
    templateFix:
      'Serve the bucket through CloudFront with an origin access control and leave the public statement out. Where it has to be public: `PublicAccessBlockConfiguration` with `BlockPublicPolicy: false` and `RestrictPublicBuckets: false`. Let `AccessPolicies` of a search domain admit roles or addresses, or put it into a VPC.',
    bad: app(true),
    good: app(false),
  },
  *resource(resource) {
    if (DOMAINS.includes(resource.type)) yield* rejectedByDomain(resource);
    else yield* rejectedByBucket(resource);
  },
});

function* rejectedByDomain(domain: Resource): Iterable<Problem> {
  const control = domain.property('AdvancedSecurityOptions', 'Enabled');
  if (!domain.property('VPCOptions').isAbsent || !(control.isAbsent || control.boolean === false)) return;
  const at = domain.property('AccessPolicies', 'Statement').items?.find(isPublic);
  if (at === undefined) return;
  yield {
    at,
    message:
      'This allows everyone, and the domain is on the internet without fine-grained access control: "Apply a restrictive access policy to your domain".',
  };
}

function* rejectedByBucket(bucketPolicy: Resource): Iterable<Problem> {
  const bucket = bucketPolicy.property('Bucket').target('AWS::S3::Bucket');
  const block = bucket?.property('PublicAccessBlockConfiguration');
  if (bucket?.existence !== 'certain' || block === undefined) return;
  const isBlocked = block.get('BlockPublicPolicy').boolean === true;
  if (!isBlocked && !block.isAbsent) return;
  const at = bucketPolicy.property('PolicyDocument', 'Statement').items?.find(isPublic);
  if (at === undefined) return;
  const name = bucket.physicalName ?? bucket.displayNameFrom(bucketPolicy);
  yield {
    at,
    severity: isBlocked ? 'error' : 'warning',
    message: isBlocked
      ? `This allows everyone, and the bucket ${name} blocks public policies: "API: s3:PutBucketPolicy Access Denied".`
      : `This allows everyone, and the bucket ${name} does not switch BlockPublicPolicy off, which is on in buckets that are created since April 2023: "API: s3:PutBucketPolicy Access Denied".`,
    related: [{ at: isBlocked ? block : bucket, message: isBlocked ? 'This blocks them.' : 'This is the bucket.' }],
  };
}

/** Conditions may limit it to addresses, networks or accounts, and then it is not public. */
function isPublic(statement: Property): boolean {
  if (statement.get('Effect').text !== 'Allow' || !statement.get('Condition').isAbsent) return false;
  const principal = statement.get('Principal');
  return principal.text === '*' || (principal.get('AWS').items ?? []).some(({ text }) => text === '*');
}
