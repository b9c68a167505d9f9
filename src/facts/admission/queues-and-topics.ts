import { tableOf } from '../../table-of.js';
import type { Admission } from './admission.js';

const KEY = ['kms:GenerateDataKey', 'kms:Decrypt'] as const;

const fromS3 = {
  service: 's3',
  key: KEY,
  from: 'caller',
  answer: '"Unable to validate the following destination configurations"',
  fails: true,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
} as const;
const toQueue = { callee: 'AWS::SQS::Queue', actions: ['sqs:SendMessage'] } as const;
const toTopic = { callee: 'AWS::SNS::Topic', actions: ['sns:Publish'] } as const;
const s3Queue = { ...fromS3, ...toQueue, fix: 'queue.grantSendMessages(new iam.ServicePrincipal("s3.amazonaws.com"))' } as const;
const s3Topic = { ...fromS3, ...toTopic, fix: 'topic.grantPublish(new iam.ServicePrincipal("s3.amazonaws.com"))' } as const;
const alarm = {
  ...toTopic,
  service: 'cloudwatch',
  key: KEY,
  from: 'caller',
  defaultPolicyAdmits: true,
  answer: 'the alarm changes its state and nobody is notified',
  fails: false,
  fix: 'topic.grantPublish(new iam.ServicePrincipal("cloudwatch.amazonaws.com"))',
  // The key: https://github.com/aws/aws-cdk/issues/11121
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
} as const;
const alarms: readonly Admission[] = ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*'].map((path) => ({ path, ...alarm }));
const subscription = {
  ...toQueue,
  service: 'sns',
  key: KEY,
  answer: 'messages never arrive',
  fails: false,
  fix: 'queue.grantSendMessages(new iam.ServicePrincipal("sns.amazonaws.com"))',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
} as const;
const rule = {
  service: 'events',
  key: KEY,
  from: 'caller',
  role: 'RoleArn',
  answer: 'every invocation fails and only the metric FailedInvocations shows it',
  fails: false,
} as const;

const databaseEvents: readonly Admission[] = [
  {
    path: 'SnsTopicArn',
    ...toTopic,
    service: 'events.rds',
    key: KEY,
    defaultPolicyAdmits: true,
    answer: 'no event arrives',
    fails: false,
    fix: 'topic.grantPublish(new iam.ServicePrincipal("events.rds.amazonaws.com"))',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html',
  },
];

/** What SES publishes to: the source of all but the topic of `SNSAction` names the notification that is sent beside another action. */
const received: readonly Admission[] = ['SNSAction', 'S3Action', 'LambdaAction', 'BounceAction', 'StopAction'].map((action) => ({
  path: `Rule.Actions.*.${action}.TopicArn`,
  ...toTopic,
  service: 'ses',
  key: KEY,
  defaultPolicyAdmits: true,
  answer: '"Could not publish to SNS topic", or no notification arrives',
  fails: false,
  fix: 'topic.grantPublish(new iam.ServicePrincipal("ses.amazonaws.com"))',
  // The key: https://github.com/hashicorp/terraform-provider-aws/issues/14773
  source: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html',
}));

/** Services that send to a queue or a topic. */
export const TO_QUEUES_AND_TOPICS: Readonly<Record<string, readonly Admission[]>> = tableOf({
  'AWS::S3::Bucket': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.Queue', ...s3Queue },
    { path: 'NotificationConfiguration.TopicConfigurations.*.Topic', ...s3Topic },
  ],
  'Custom::S3BucketNotifications': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.QueueArn', ...s3Queue, from: 'BucketName' },
    { path: 'NotificationConfiguration.TopicConfigurations.*.TopicArn', ...s3Topic, from: 'BucketName' },
  ],
  'AWS::SNS::Subscription': [
    { path: 'Endpoint', ...subscription, from: 'TopicArn' },
    {
      path: 'RedrivePolicy.deadLetterTargetArn',
      ...subscription,
      from: 'TopicArn',
      answer: 'messages that cannot be delivered are lost',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    },
  ],
  'AWS::SNS::Topic': [{ path: 'Subscription.*.Endpoint', ...subscription, from: 'caller' }],
  'AWS::Events::Rule': [
    {
      path: 'Targets.*.Arn',
      ...toQueue,
      ...rule,
      fix: 'queue.grantSendMessages(new iam.ServicePrincipal("events.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    },
    {
      path: 'Targets.*.DeadLetterConfig.Arn',
      ...toQueue,
      ...rule,
      answer: 'events that cannot be delivered are lost',
      fix: 'queue.grantSendMessages(new iam.ServicePrincipal("events.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
    },
    {
      path: 'Targets.*.Arn',
      ...toTopic,
      ...rule,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("events.amazonaws.com"))',
      source: 'https://repost.aws/knowledge-center/sns-not-getting-eventbridge-notification',
    },
  ],
  'AWS::CloudTrail::Trail': [
    {
      path: 'SnsTopicName',
      ...toTopic,
      service: 'cloudtrail',
      from: 'caller',
      answer: 'InsufficientSnsTopicPolicyException',
      fails: true,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("cloudtrail.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html',
    },
  ],
  'AWS::Backup::BackupVault': [
    {
      path: 'Notifications.SNSTopicArn',
      ...toTopic,
      service: 'backup',
      answer: 'no notification arrives',
      fails: false,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("backup.amazonaws.com"))',
      source: 'https://www.pulumi.com/registry/packages/aws/api-docs/backup/vaultnotifications',
    },
  ],
  'AWS::RDS::EventSubscription': databaseEvents,
  'AWS::DocDB::EventSubscription': databaseEvents,
  'AWS::Neptune::EventSubscription': databaseEvents,
  'AWS::SES::ReceiptRule': received,
  'AWS::SES::ConfigurationSetEventDestination': [
    {
      path: 'EventDestination.SnsDestination.TopicARN',
      ...toTopic,
      service: 'ses',
      key: KEY,
      defaultPolicyAdmits: true,
      answer: 'no event arrives',
      fails: false,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("ses.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/ses/latest/dg/configure-sns-notifications.html',
    },
  ],
  'AWS::Budgets::Budget': [
    {
      path: 'NotificationsWithSubscribers.*.Subscribers.*.Address',
      ...toTopic,
      service: 'budgets',
      answer: 'no notification arrives',
      fails: false,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("budgets.amazonaws.com"))',
      source: 'https://www.npmjs.com/package/aws_budget_notifier',
    },
  ],
  'AWS::CodeStarNotifications::NotificationRule': [
    {
      path: 'Targets.*.TargetAddress',
      ...toTopic,
      service: 'codestar-notifications',
      answer: 'no notification arrives',
      fails: false,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("codestar-notifications.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/set-up-sns.html',
    },
  ],
  'AWS::CloudWatch::Alarm': alarms,
  'AWS::CloudWatch::CompositeAlarm': alarms,
});
