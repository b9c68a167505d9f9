/** A place that names a queue, a topic or a function to which a service sends, and what the receiver's policy must allow. */
export interface Admission {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly callee: 'AWS::SQS::Queue' | 'AWS::SNS::Topic';
  /** The service, without the suffix of its partition: `s3` for `s3.amazonaws.com`. */
  readonly service: string;
  readonly action: string;
  /** Actions that the service needs on the callee's own key. */
  readonly key: readonly string[];
  /** The property's sibling that carries a role, with which the service calls instead. */
  readonly role?: string;
  /** A topic without a policy has a default one, which admits callers of its own account. */
  readonly defaultPolicyAdmits?: boolean;
  /** What AWS says, or what happens at run time. */
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  /** What to write in CDK. */
  readonly fix: string;
  readonly source: string;
}

const KEY = ['kms:GenerateDataKey', 'kms:Decrypt'] as const;

const fromS3 = {
  service: 's3',
  key: KEY,
  answer: '"Unable to validate the following destination configurations"',
  fails: true,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
} as const;
const toQueue = { callee: 'AWS::SQS::Queue', action: 'sqs:SendMessage' } as const;
const toTopic = { callee: 'AWS::SNS::Topic', action: 'sns:Publish' } as const;
const s3Queue = { ...fromS3, ...toQueue, fix: 'queue.grantSendMessages(new iam.ServicePrincipal("s3.amazonaws.com"))' } as const;
const s3Topic = { ...fromS3, ...toTopic, fix: 'topic.grantPublish(new iam.ServicePrincipal("s3.amazonaws.com"))' } as const;
const alarm = {
  ...toTopic,
  service: 'cloudwatch',
  key: KEY,
  defaultPolicyAdmits: true,
  answer: 'the alarm changes its state and nobody is notified',
  fails: false,
  fix: 'topic.grantPublish(new iam.ServicePrincipal("cloudwatch.amazonaws.com"))',
  // The key: https://github.com/aws/aws-cdk/issues/11121
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
} as const;
const alarms: readonly Admission[] = ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*'].map((path) => ({ path, ...alarm }));
const rule = {
  service: 'events',
  key: KEY,
  role: 'RoleArn',
  answer: 'every invocation fails and only the metric FailedInvocations shows it',
  fails: false,
} as const;

export const ADMISSIONS: Readonly<Record<string, readonly Admission[]>> = {
  'AWS::S3::Bucket': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.Queue', ...s3Queue },
    { path: 'NotificationConfiguration.TopicConfigurations.*.Topic', ...s3Topic },
  ],
  'Custom::S3BucketNotifications': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.QueueArn', ...s3Queue },
    { path: 'NotificationConfiguration.TopicConfigurations.*.TopicArn', ...s3Topic },
  ],
  'AWS::SNS::Subscription': [
    {
      path: 'Endpoint',
      ...toQueue,
      service: 'sns',
      key: KEY,
      answer: 'messages never arrive',
      fails: false,
      fix: 'queue.grantSendMessages(new iam.ServicePrincipal("sns.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
    },
  ],
  'AWS::Events::Rule': [
    {
      path: 'Targets.*.Arn',
      ...toQueue,
      ...rule,
      fix: 'queue.grantSendMessages(new iam.ServicePrincipal("events.amazonaws.com"))',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    },
    {
      path: 'Targets.*.Arn',
      ...toTopic,
      ...rule,
      fix: 'topic.grantPublish(new iam.ServicePrincipal("events.amazonaws.com"))',
      source: 'https://repost.aws/knowledge-center/sns-not-getting-eventbridge-notification',
    },
  ],
  'AWS::CloudWatch::Alarm': alarms,
  'AWS::CloudWatch::CompositeAlarm': alarms,
};
