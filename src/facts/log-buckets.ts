/** A property that names the bucket to which a service writes, and what it writes. */
export interface LogBucket {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly what: string;
  /** What a service answers to a bucket of another region, when that is known. */
  readonly answer?: string;
}

/**
 * Services that write only to a bucket of their own region.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html
 */
export const LOG_BUCKETS: Readonly<Record<string, readonly LogBucket[]>> = {
  'AWS::S3::Bucket': [
    { path: 'LoggingConfiguration.DestinationBucketName', what: 'access logs', answer: 'CrossLocationLoggingProhibited' },
    { path: 'InventoryConfigurations.*.Destination.BucketArn', what: 'inventory' },
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer': [{ path: 'AccessLoggingPolicy.S3BucketName', what: 'access logs' }],
};

/** Attributes of a load balancer (`LoadBalancerAttributes`) that name a bucket. */
export const LOG_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['access_logs.s3.bucket', 'access logs'],
  ['connection_logs.s3.bucket', 'connection logs'],
]);
