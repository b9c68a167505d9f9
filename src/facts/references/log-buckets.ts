import { inRegionOf, inStackRegion, type Named, type ReferenceRow, type ReferenceRows, templateReference } from './row.js';

const bucket = (contents: string): Named => ({
  types: ['AWS::S3::Bucket'],
  services: [],
  what: `bucket for the ${contents}`,
  form: 'bucket',
});
const BALANCER_LOGS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html';

function balancerLogs(attribute: string, contents: string): ReferenceRow {
  return inStackRegion('LoadBalancerAttributes.*.Value', bucket(contents), {
    where: { 'LoadBalancerAttributes.*.Key': attribute },
    words: 'The bucket must exist in the same region as the load balancer.',
    source: BALANCER_LOGS,
  });
}

const ROWS: ReferenceRows = {
  'AWS::S3::Bucket': [
    inStackRegion('LoggingConfiguration.DestinationBucketName', bucket('access logs'), {
      words: 'CrossLocationLoggingProhibited',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    }),
    inStackRegion('InventoryConfigurations.*.Destination.BucketArn', bucket('inventory'), {
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html',
    }),
    inStackRegion('AnalyticsConfigurations.*.StorageClassAnalysis.DataExport.Destination.BucketArn', bucket('analytics'), {
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html',
    }),
  ],
  'AWS::S3::StorageLens': [
    inStackRegion('StorageLensConfiguration.DataExport.S3BucketDestination.Arn', bucket('metrics of Storage Lens'), {
      words: 'This bucket must be located in the same Region as the storage lens configuration.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_StorageLensDataExport.html',
    }),
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    inStackRegion('AccessLoggingPolicy.S3BucketName', bucket('access logs'), {
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html',
    }),
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    balancerLogs('access_logs.s3.bucket', 'access logs'),
    balancerLogs('connection_logs.s3.bucket', 'connection logs'),
    balancerLogs('health_check_logs.s3.bucket', 'health check logs'),
  ],
  'AWS::Redshift::Cluster': [
    inStackRegion('LoggingProperties.BucketName', bucket('audit logs'), {
      words: 'Must be in the same region as the cluster',
      source: templateReference('AWS::Redshift::Cluster'),
    }),
  ],
  'AWS::SSM::ResourceDataSync': [
    inRegionOf('BucketRegion', 'BucketName', bucket('inventory'), { source: templateReference('AWS::SSM::ResourceDataSync') }),
    inRegionOf('S3Destination.BucketRegion', 'S3Destination.BucketName', bucket('inventory'), {
      source: templateReference('AWS::SSM::ResourceDataSync'),
    }),
  ],
  'AWS::SSM::Association': [
    inRegionOf(
      'OutputLocation.S3Location.OutputS3Region',
      'OutputLocation.S3Location.OutputS3BucketName',
      bucket('output of the command'),
      {
        source: templateReference('AWS::SSM::Association'),
      },
    ),
  ],
};

/** Buckets to which services write logs and reports, and only in their own region: most other services write to any bucket. */
export const LOG_BUCKETS: ReferenceRows = Object.fromEntries(
  Object.entries(ROWS).map(([type, rows]) => [type, rows.map((row) => ({ ...row, check: 'region/log-bucket-region' }))]),
);
