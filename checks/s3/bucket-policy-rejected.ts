import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { covers, equals } from '../../src/queries/policies/pattern.js';
import { arnOf, textAt } from '../../src/queries/policies/texts.js';

/** Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const OBJECT_ACTIONS: ReadonlySet<string> = new Set(
  ['GetObject', 'PutObject', 'DeleteObject', 'RestoreObject', 'AbortMultipartUpload', 'ListMultipartUploadParts', 'ReplicateObject']
    .concat(['GetObjectVersion', 'DeleteObjectVersion', 'GetObjectAcl', 'PutObjectAcl', 'GetObjectTagging', 'PutObjectTagging'])
    .map((name) => `s3:${name}`.toLowerCase()),
);
const BUCKET_ACTIONS: ReadonlySet<string> = new Set(
  ['ListBucket', 'ListBucketVersions', 'ListBucketMultipartUploads', 'GetBucketLocation', 'GetBucketAcl', 'PutBucketAcl', 'GetBucketPolicy']
    .concat(['PutBucketPolicy', 'GetBucketVersioning', 'PutBucketVersioning', 'GetLifecycleConfiguration', 'GetReplicationConfiguration'])
    .map((name) => `s3:${name}`.toLowerCase()),
);

const app = (path: string) => ({
  Site: stack('us-east-1', {
    Pages: resource('AWS::S3::Bucket', {}),
    Policy: resource('AWS::S3::BucketPolicy', {
      Bucket: { Ref: 'Pages' },
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::482731905566:root' },
        Action: 's3:GetObject',
        Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Pages', 'Arn'] }, path]] },
      }),
    }),
  }),
});

export default defineCheck({
  id: 's3/bucket-policy-rejected',
  title: 'Bucket policy with an action or resource that S3 rejects',
  severity: 'error',
  types: ['AWS::S3::BucketPolicy'],
  docs: {
    why: 'Actions on objects need a resource with a path (`bucket/*`), actions on the bucket one without. S3 rejects a policy in which an action has no resource of its kind: "Action does not apply to any resource(s) in statement", and one that names another bucket than its own: "Policy has invalid resource".',
    fix: 'Name both where a statement has actions of both kinds: `resources: [bucket.bucketArn, bucket.arnForObjects("*")]`.',
    sources: [
      'https://github.com/versity/versitygw/issues/645',
      'https://github.com/aws-amplify/docs/issues/7799',
      'https://github.com/hashicorp/terraform/issues/23570',
      'https://github.com/aws-samples/aws-media-services-vod-automation/issues/17',
    ],
    templateFix: 'Name both where a statement has actions of both kinds: `Resource: [!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/*"]`.',
    bad: app(''),
    good: app('/*'),
  },
  *resource(bucketPolicy) {
    const bucket = bucketPolicy.property('Bucket').target('AWS::S3::Bucket');
    if (bucket?.existence !== 'certain') return;
    for (const statement of bucketPolicy.property('PolicyDocument', 'Statement').items ?? []) {
      const resources = statement.get('Resource').items ?? [];
      const kinds = resources.map((at) => kindOf(at, bucket));
      const other = resources[kinds.indexOf('other')];
      if (other !== undefined)
        yield {
          at: other,
          message: `It is not in ${bucket.physicalName ?? bucket.displayNameFrom(bucketPolicy)}, the bucket of the policy: "Policy has invalid resource".`,
          related: [{ at: bucket, message: 'This is the bucket.' }],
        };
      const [kind] = kinds;
      if ((kind !== 'bucket' && kind !== 'objects') || kinds.some((one) => one !== kind)) continue;
      const wrong = (statement.get('Action').items ?? []).find(({ text = '' }) =>
        (kind === 'bucket' ? OBJECT_ACTIONS : BUCKET_ACTIONS).has(text.toLowerCase()),
      );
      if (wrong === undefined) continue;
      yield {
        at: wrong,
        message:
          kind === 'bucket'
            ? `${wrong.text} is about objects, and the statement names only the bucket: "Action does not apply to any resource(s) in statement".`
            : `${wrong.text} is about the bucket, and the statement names only objects: "Action does not apply to any resource(s) in statement".`,
      };
    }
  },
});

/** Undefined where it is not known, or holds a wildcard that may be more. */
function kindOf(at: Property, bucket: Resource): 'bucket' | 'objects' | 'other' | undefined {
  const [own, text] = [arnOf(bucket), textAt(at)];
  if (equals(text, own) === true) return 'bucket';
  if (covers([...own, '/*'], text) === true) return 'objects';
  const named = at.target('AWS::S3::Bucket');
  if (named !== undefined && at.reference !== undefined && named.base !== bucket.base) return 'other';
  const [, name] = /^arn:[\w-]+:s3:::(arn:|[\w.-]+(?=\/|$))/.exec(at.text ?? '') ?? [];
  if (name === undefined) return undefined;
  return name.startsWith('arn:') || (bucket.physicalName !== undefined && name !== bucket.physicalName) ? 'other' : undefined;
}
