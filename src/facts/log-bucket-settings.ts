import { tableOf } from '../table-of.js';
/** A setting of a log bucket with which a service does not write to it. */
export interface RejectedLogBucket {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** Where the path leads to a list of `Key` and `Value`: the key whose value is meant. */
  readonly attribute?: string;
  readonly what: string;
  /** `kms`: encrypted with KMS by default. `no-acl`: access control lists are off. */
  readonly rejects: 'kms' | 'no-acl';
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  /** Of the caller's `Type`, where it has kinds; undefined: all. */
  readonly type?: 'application';
  readonly source: string;
}

const BALANCER_ANSWER = '"Access Denied for bucket: … Please check S3bucket permission"';
const balancer = (kind: string, what: string): RejectedLogBucket => ({
  path: 'LoadBalancerAttributes.*',
  attribute: `${kind}.s3.bucket`,
  what,
  rejects: 'kms',
  type: 'application',
  answer: BALANCER_ANSWER,
  fails: true,
  source: 'https://github.com/aws/aws-cdk/issues/21947',
});

export const REJECTED_LOG_BUCKETS: Readonly<Record<string, readonly RejectedLogBucket[]>> = tableOf({
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    balancer('access_logs', 'access logs'),
    balancer('connection_logs', 'connection logs'),
    balancer('health_check_logs', 'health check logs'),
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    {
      path: 'AccessLoggingPolicy.S3BucketName',
      what: 'access logs',
      rejects: 'kms',
      answer: BALANCER_ANSWER,
      fails: true,
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html',
    },
  ],
  'AWS::CloudFront::Distribution': [
    {
      path: 'DistributionConfig.Logging.Bucket',
      what: 'access logs',
      rejects: 'no-acl',
      answer: '"The S3 bucket that you specified for CloudFront logs does not enable ACL access"',
      fails: true,
      source: 'https://github.com/aws/aws-cdk/issues/25291',
    },
  ],
  'AWS::CloudFront::StreamingDistribution': [
    {
      path: 'StreamingDistributionConfig.Logging.Bucket',
      what: 'access logs',
      rejects: 'no-acl',
      answer: '"The S3 bucket that you specified for CloudFront logs does not enable ACL access"',
      fails: true,
      source: 'https://github.com/aws/aws-cdk/issues/25291',
    },
  ],
  'AWS::S3::Bucket': [
    {
      path: 'LoggingConfiguration.DestinationBucketName',
      what: 'access logs',
      rejects: 'kms',
      answer: 'no access logs are delivered',
      fails: false,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    },
  ],
});
