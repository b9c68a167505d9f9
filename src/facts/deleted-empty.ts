import { tableOf } from '../table-of.js';

interface DeletedEmpty {
  /** The property that has the service delete the content as well. */
  readonly by?: string;
  /** What the service answers while there is any. */
  readonly answer: string;
  readonly source: string;
}

/** Types that are deleted only when they are empty. */
export const DELETED_EMPTY: Readonly<Record<string, DeletedEmpty>> = tableOf({
  'AWS::Athena::WorkGroup': {
    by: 'RecursiveDeleteOption',
    answer: 'WorkGroup is not empty',
    source: 'https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteWorkGroup.html',
  },
  'AWS::Backup::BackupVault': {
    answer: 'Backup vault cannot be deleted because it contains recovery points',
    source: 'https://github.com/gruntwork-io/cloud-nuke/issues/730',
  },
  'AWS::ECR::Repository': {
    by: 'EmptyOnDelete',
    answer: 'cannot be deleted because it still contains images',
    source: 'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/515',
  },
  'AWS::S3Express::DirectoryBucket': {
    answer: 'The bucket you tried to delete is not empty',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-delete.html',
  },
  'AWS::S3Tables::TableBucket': {
    answer: 'Before you delete a table bucket, you must delete all namespaces and tables within the bucket',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-delete.html',
  },
  'AWS::S3Vectors::VectorBucket': {
    answer: 'All vector indexes in the vector bucket must be deleted before the vector bucket can be deleted',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-buckets-delete.html',
  },
});

/**
 * Where a type names the bucket that it sends logs to, hours after the fact: emptied, it fills again. Sources: https://github.com/aws/aws-cdk/issues/16332,
 * https://github.com/aws/aws-cdk/issues/21776, https://github.com/aws/aws-cdk/issues/21551
 */
export const LOG_SENDERS: Readonly<Record<string, string>> = tableOf({
  'AWS::S3::Bucket': 'LoggingConfiguration.DestinationBucketName',
  'AWS::CloudFront::Distribution': 'DistributionConfig.Logging.Bucket',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'LoadBalancerAttributes.*.Value',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'AccessLoggingPolicy.S3BucketName',
});
