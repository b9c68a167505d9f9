import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { labelOf, ownFateOf } from '../../src/queries/deletion.js';
import { contentOf } from '../../src/queries/stored-content.js';
import { temporaryBecause } from './model/intent.js';

const site = (more: object) => ({
  Site: stack('us-east-1', {
    Pages: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' },
    Upload: resource('Custom::CDKBucketDeployment', {
      ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:upload',
      DestinationBucketName: { Ref: 'Pages' },
    }),
    ...more,
  }),
});

export default defineCheck({
  id: 'deletion/content-blocks-delete',
  title: 'Content blocks stack deletion',
  severity: 'warning',
  types: ['AWS::S3::Bucket', 'AWS::Route53::HostedZone', 'AWS::RDS::OptionGroup'],
  docs: {
    why: 'The resource is meant to be deleted with its stack, but the app itself puts something into it that nothing removes: files of a `BucketDeployment`, the validation records of a certificate, the final snapshot of a database with the option group. AWS does not delete what is not empty, so the deletion of the stack fails halfway (DELETE_FAILED).',
    fix: 'Set `autoDeleteObjects: true` beside `removalPolicy: RemovalPolicy.DESTROY` on the `Bucket`. The validation record of a certificate has to be deleted by hand, or the zone belongs in a stack of its own that stays. To keep the content, or an option group that snapshots need, `RemovalPolicy.RETAIN`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/3297',
      'https://github.com/aws/aws-cdk/issues/7063',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html',
      'https://github.com/cloudposse/terraform-aws-rds/issues/74',
    ],
    templateFix:
      'Empty the bucket before the stack is deleted (with a custom resource, or by hand); the validation record of a certificate has to be deleted by hand. To keep the content, `DeletionPolicy: Retain`.',
    bad: site({}),
    good: site({
      Emptied: resource('Custom::S3AutoDeleteObjects', {
        ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:empty',
        BucketName: { Ref: 'Pages' },
      }),
    }),
  },
  *resource(resource, { graph, settings }) {
    const stack = rootStackOf(resource.stack);
    // Where the configuration declares the intent, the other checks report it.
    if (settings.isDestroyable(stack) || settings.isRetained(stack) || stack.terminationProtection) return;
    if (ownFateOf(resource) !== 'deleted') return;
    const policy = resource.attribute('DeletionPolicy');
    const reason = policy.isAbsent ? temporaryBecause(graph, stack) : 'DeletionPolicy is Delete';
    const content = reason === undefined ? undefined : contentOf(resource);
    if (content?.isCertain !== true) return;
    yield {
      at: content.at,
      message: `${labelOf(resource)} is to be deleted with the stack ${stack.name} (${reason}), but ${content.cause} it: the deletion fails with "${content.answer}".`,
    };
  },
});
