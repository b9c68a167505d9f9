import { tableOf } from '../../table-of.js';
import type { Admission } from './admission.js';

const grant = (service: string, ...actions: readonly string[]) =>
  `key.grant(new iam.ServicePrincipal("${service}.amazonaws.com"), ${actions.map((action) => `"${action}"`).join(', ')})`;
const toLogGroup = { callee: 'AWS::Logs::LogGroup', actions: ['logs:PutLogEvents'] } as const;
const resourcePolicy = (service: string) => `logGroup.grantWrite(new iam.ServicePrincipal("${service}.amazonaws.com"))`;

const searchLogs: readonly Admission[] = ['SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS', 'ES_APPLICATION_LOGS', 'AUDIT_LOGS'].map((kind) => ({
  path: `LogPublishingOptions.${kind}.CloudWatchLogsLogGroupArn`,
  ...toLogGroup,
  service: 'es',
  when: [{ path: `LogPublishingOptions.${kind}.Enabled`, is: 'true' }],
  answer:
    '"The Resource Access Policy specified for the CloudWatch Logs log group … does not grant sufficient permissions for Amazon OpenSearch Service to create a log stream"',
  // A policy of the account may be written elsewhere.
  fails: false,
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1769
  looksAtOnce: true,
  fix: resourcePolicy('es'),
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
}));

/** Services that use a key directly, and services that write to a log group by a resource policy of CloudWatch Logs. */
export const TO_KEYS_AND_LOG_GROUPS: Readonly<Record<string, readonly Admission[]>> = tableOf({
  'AWS::CloudTrail::Trail': [
    {
      path: 'KMSKeyId',
      callee: 'AWS::KMS::Key',
      service: 'cloudtrail',
      from: 'caller',
      actions: ['kms:GenerateDataKey', 'kms:DescribeKey'],
      answer: 'InsufficientEncryptionPolicyException, "Insufficient permissions to access S3 bucket … or KMS key …"',
      fails: true,
      fix: grant('cloudtrail', 'kms:GenerateDataKey*', 'kms:DescribeKey'),
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    },
  ],
  'AWS::Route53::KeySigningKey': [
    {
      path: 'KeyManagementServiceArn',
      callee: 'AWS::KMS::Key',
      service: 'dnssec-route53',
      actions: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
      answer: 'Route 53 cannot use the key to sign the zone',
      fails: true,
      fix: grant('dnssec-route53', 'kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'),
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html',
    },
  ],
  'AWS::GuardDuty::PublishingDestination': [
    {
      path: 'DestinationProperties.KmsKeyArn',
      callee: 'AWS::KMS::Key',
      service: 'guardduty',
      actions: ['kms:GenerateDataKey'],
      answer: 'GuardDuty cannot export findings with it',
      fails: true,
      fix: grant('guardduty', 'kms:GenerateDataKey'),
      source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    },
  ],
  'AWS::Route53::HostedZone': [
    {
      path: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn',
      ...toLogGroup,
      service: 'route53',
      answer: 'InsufficientCloudWatchLogsResourcePolicy',
      // A policy of the account may be written elsewhere.
      fails: false,
      looksAtOnce: true,
      fix: resourcePolicy('route53'),
      source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
    },
  ],
  'AWS::OpenSearchService::Domain': searchLogs,
  'AWS::Elasticsearch::Domain': searchLogs,
  'AWS::Events::Rule': [
    {
      path: 'Targets.*.Arn',
      ...toLogGroup,
      service: 'events',
      role: 'RoleArn',
      answer: 'no event is written and only the metric FailedInvocations shows it',
      fails: false,
      fix: resourcePolicy('events'),
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    },
  ],
});
