import { tableOf } from '../../table-of.js';
import { LOAD_BALANCER_ACCOUNTS } from '../aws-accounts.js';
import type { Admission } from './admission.js';

const write = { callee: 'AWS::S3::Bucket', actions: ['s3:PutObject'] } as const;
const log = { callee: 'AWS::S3::Bucket', actions: ['s3:GetBucketAcl', 's3:PutObject'] } as const;
const statement = (service: string, action = 's3:PutObject') =>
  `bucket.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal("${service}.amazonaws.com")], actions: ["${action}"], resources: [bucket.arnForObjects("*")] }))`;

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const balancerLogs = {
  answer: '"Access Denied for bucket: … Please check S3bucket permission"',
  fails: true,
  fix: 'loadBalancer.logAccessLogs(logs)` with the `Bucket` itself writes the policy; otherwise `logs.addToResourcePolicy(…)',
} as const;
const sends = (kind: string) => ({ path: 'LoadBalancerAttributes.*', attribute: `${kind}.s3.enabled`, is: 'true' });
const applicationLogs = (kind: string): Admission => ({
  path: 'LoadBalancerAttributes.*',
  attribute: `${kind}.s3.bucket`,
  ...write,
  ...balancerLogs,
  service: 'logdelivery.elasticloadbalancing',
  accounts: LOAD_BALANCER_ACCOUNTS,
  logPrefix: { path: 'LoadBalancerAttributes.*', attribute: `${kind}.s3.prefix` },
  when: [sends(kind), { path: 'Type', is: 'application', orAbsent: true }],
  source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1956',
});

const vended = {
  ...log,
  service: 'delivery.logs',
  ofOtherAccounts: true,
  answer: 'access to the bucket is denied',
  fails: true,
  fix: statement('delivery.logs'),
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
} as const;

/** In the own account AWS writes the policy of the bucket, but not that of its key. */
const vendedKey = {
  ...vended,
  actions: [],
  key: ['kms:GenerateDataKey'],
  ofOtherAccounts: false,
  answer: 'no log files are delivered',
  fails: false,
  fix: 'key.grantEncrypt(new iam.ServicePrincipal("delivery.logs.amazonaws.com"))',
} as const;

/**
 * Services that write to a bucket, or read it, only when its policy allows it. Where AWS writes the policy itself (flow logs, WAF), only
 * buckets of another account count. Those that write with a role are left out.
 */
export const TO_BUCKETS: Readonly<Record<string, readonly Admission[]>> = tableOf({
  [BALANCER]: [
    applicationLogs('access_logs'),
    applicationLogs('connection_logs'),
    applicationLogs('health_check_logs'),
    {
      path: 'LoadBalancerAttributes.*',
      attribute: 'access_logs.s3.bucket',
      ...log,
      ...balancerLogs,
      service: 'delivery.logs',
      key: ['kms:GenerateDataKey'],
      logPrefix: { path: 'LoadBalancerAttributes.*', attribute: 'access_logs.s3.prefix' },
      when: [sends('access_logs'), { path: 'Type', is: 'network' }],
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html',
    },
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    {
      path: 'AccessLoggingPolicy.S3BucketName',
      ...write,
      ...balancerLogs,
      service: 'logdelivery.elasticloadbalancing',
      accounts: LOAD_BALANCER_ACCOUNTS,
      logPrefix: { path: 'AccessLoggingPolicy.S3BucketPrefix' },
      when: [{ path: 'AccessLoggingPolicy.Enabled', is: 'true' }],
      fix: statement('logdelivery.elasticloadbalancing'),
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html',
    },
  ],
  'AWS::CloudTrail::Trail': [
    {
      path: 'S3BucketName',
      ...log,
      service: 'cloudtrail',
      logPrefix: { path: 'S3KeyPrefix' },
      answer: '"Incorrect S3 bucket policy is detected for bucket"',
      fails: true,
      fix: 'new cloudtrail.Trail(this, "Trail", { bucket })` with the `Bucket` itself writes the policy; otherwise `bucket.addToResourcePolicy(…)',
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    },
  ],
  'AWS::Redshift::Cluster': [
    {
      path: 'LoggingProperties.BucketName',
      ...log,
      service: 'redshift',
      // Older policies name a user of AWS, one in each region.
      accounts: 'unlisted',
      answer: 'InsufficientS3BucketPolicyFault',
      fails: true,
      fix: statement('redshift'),
      source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_EnableLogging.html',
    },
  ],
  'AWS::ACMPCA::CertificateAuthority': [
    {
      path: 'RevocationConfiguration.CrlConfiguration.S3BucketName',
      callee: 'AWS::S3::Bucket',
      actions: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:PutObject'],
      service: 'acm-pca',
      when: [{ path: 'RevocationConfiguration.CrlConfiguration.Enabled', is: 'true' }],
      answer: "\"The ACM Private CA Service Principal 'acm-pca.amazonaws.com' requires 's3:GetBucketAcl' permissions\"",
      fails: true,
      fix: 'bucket.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal("acm-pca.amazonaws.com")], actions: ["s3:PutObject", "s3:PutObjectAcl", "s3:GetBucketAcl", "s3:GetBucketLocation"], resources: [bucket.bucketArn, bucket.arnForObjects("*")] }))',
      source: 'https://repost.aws/knowledge-center/acm-ca-crl-s3-getbucketacl',
    },
  ],
  'AWS::SES::ReceiptRule': [
    {
      path: 'Rule.Actions.*.S3Action.BucketName',
      ...write,
      service: 'ses',
      role: 'IamRoleArn',
      answer: 'InvalidS3ConfigurationException',
      fails: true,
      fix: statement('ses'),
      source: 'https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateReceiptRule.html',
    },
  ],
  'AWS::GuardDuty::PublishingDestination': [
    {
      path: 'DestinationProperties.DestinationArn',
      ...write,
      service: 'guardduty',
      answer: 'GuardDuty cannot export findings to it',
      fails: true,
      fix: statement('guardduty'),
      source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    },
  ],
  'AWS::CUR::ReportDefinition': [
    {
      path: 'S3Bucket',
      callee: 'AWS::S3::Bucket',
      actions: ['s3:GetBucketPolicy', 's3:PutObject'],
      service: 'billingreports',
      answer: 'the report is not delivered',
      fails: false,
      fix: statement('billingreports'),
      source: 'https://alchemy.run/providers/aws/costandusagereport/reportdefinition',
    },
  ],
  'AWS::BCMDataExports::Export': [
    {
      path: 'Export.DestinationConfigurations.S3Destination.S3Bucket',
      ...write,
      service: 'bcm-data-exports',
      answer: 'the export is not delivered',
      fails: false,
      fix: statement('bcm-data-exports'),
      source: 'https://alchemy.run/providers/aws/bcmdataexports/export',
    },
  ],
  'AWS::CloudFront::Distribution': [
    {
      path: 'DistributionConfig.Origins.*.DomainName',
      callee: 'AWS::S3::Bucket',
      actions: ['s3:GetObject'],
      service: 'cloudfront',
      key: ['kms:Decrypt'],
      from: 'caller',
      beside: 'OriginAccessControlId',
      answer: 'viewers get 403 Access Denied',
      fails: false,
      fix: statement('cloudfront', 's3:GetObject'),
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
    {
      path: 'DistributionConfig.Origins.*.DomainName',
      callee: 'AWS::S3::Bucket',
      actions: ['s3:GetObject'],
      service: 'cloudfront',
      // An origin access identity is a user of CloudFront, by its ARN or canonical id.
      accounts: 'unlisted',
      beside: 'S3OriginConfig.OriginAccessIdentity',
      answer: 'viewers get 403 Access Denied',
      fails: false,
      fix: 'bucket.grantRead(originAccessIdentity)',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
  ],
  'AWS::EC2::FlowLog': [
    { path: 'LogDestination', ...vended },
    { path: 'LogDestination', ...vendedKey },
  ],
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': [
    { path: 'DestinationArn', ...vended },
    { path: 'DestinationArn', ...vendedKey },
  ],
  'AWS::WAFv2::LoggingConfiguration': [
    { path: 'LogDestinationConfigs.*', ...vended },
    { path: 'LogDestinationConfigs.*', ...vendedKey },
  ],
  'AWS::Config::DeliveryChannel': [
    {
      path: 'S3BucketName',
      ...log,
      service: 'config',
      // The role of the recorder may write as well.
      accounts: 'unlisted',
      ofOtherAccounts: true,
      answer: 'InsufficientDeliveryPolicyException',
      fails: true,
      fix: statement('config'),
      source: 'https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html',
    },
  ],
  'AWS::S3::Bucket': [
    {
      path: 'InventoryConfigurations.*.Destination.BucketArn',
      ...write,
      service: 's3',
      from: 'caller',
      answer: 'no inventory is delivered',
      fails: false,
      fix: statement('s3'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    },
    {
      path: 'AnalyticsConfigurations.*.StorageClassAnalysis.DataExport.Destination.BucketArn',
      ...write,
      service: 's3',
      from: 'caller',
      answer: 'no analysis is exported',
      fails: false,
      fix: statement('s3'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    },
    {
      path: 'LoggingConfiguration.DestinationBucketName',
      ...write,
      service: 'logging.s3',
      from: 'caller',
      byAccessControlList: true,
      answer: 'no access logs are delivered',
      fails: false,
      fix: statement('logging.s3'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    },
  ],
});
