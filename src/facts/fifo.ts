import { tableOf } from '../table-of.js';
import { threads } from './identities/row.js';

/** Two resources that must be both of the FIFO kind, or both not. */
export interface FifoPair {
  readonly type: string;
  /** The place that names the source, below `Properties`; undefined when it is the resource itself. */
  readonly source?: string;
  readonly target: string;
  /** Which combination is rejected: a standard source with a FIFO target, the reverse, or both. */
  readonly rejected: 'standard-to-fifo' | 'both';
  /** AWS's own words. */
  readonly says: string;
  readonly sources: readonly string[];
}

export const FIFO_PAIRS: readonly FifoPair[] = [
  {
    type: 'AWS::SQS::Queue',
    target: 'RedrivePolicy.deadLetterTargetArn',
    rejected: 'both',
    says: 'Dead-letter queue must be same type of queue as the source.',
    sources: threads('awslabs/aws-solutions-constructs#342', 'byu-oit/handel#253'),
  },
  {
    type: 'AWS::SNS::Subscription',
    source: 'TopicArn',
    target: 'Endpoint',
    // A FIFO topic delivers to standard queues since 2023.
    rejected: 'standard-to-fifo',
    says: 'FIFO SQS Queues can not be subscribed to standard SNS topics',
    sources: threads('getmoto/moto#8957', 'aws/aws-sam-cli#2451'),
  },
];

/** A place that names a queue or topic to which a service delivers only when it is a standard one. */
export interface StandardOnly {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly of: 'AWS::SQS::Queue' | 'AWS::SNS::Topic';
  /** AWS's own words, or what happens at run time. */
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  readonly sources: readonly string[];
}

const QUEUE = { of: 'AWS::SQS::Queue' } as const;
const TOPIC = { of: 'AWS::SNS::Topic' } as const;
const notified = {
  answer: '"Unable to validate the following destination configurations"',
  fails: true,
  sources: [...threads('aws/aws-cdk#19665'), 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/NotificationHowTo.html'],
};
const recorded = {
  answer: 'what Lambda sends there is lost, and only the metric DestinationDeliveryFailures or DeadLetterErrors shows it',
  fails: false,
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
};

/** By the type that delivers. */
export const STANDARD_ONLY: Readonly<Record<string, readonly StandardOnly[]>> = tableOf({
  'AWS::S3::Bucket': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.Queue', ...QUEUE, ...notified },
    { path: 'NotificationConfiguration.TopicConfigurations.*.Topic', ...TOPIC, ...notified },
  ],
  'Custom::S3BucketNotifications': [
    { path: 'NotificationConfiguration.QueueConfigurations.*.QueueArn', ...QUEUE, ...notified },
    { path: 'NotificationConfiguration.TopicConfigurations.*.TopicArn', ...TOPIC, ...notified },
  ],
  'AWS::Lambda::Function': [
    { path: 'DeadLetterConfig.TargetArn', ...QUEUE, ...recorded },
    { path: 'DeadLetterConfig.TargetArn', ...TOPIC, ...recorded },
  ],
  'AWS::Lambda::EventInvokeConfig': ['OnSuccess', 'OnFailure'].flatMap((outcome) => [
    { path: `DestinationConfig.${outcome}.Destination`, ...QUEUE, ...recorded },
    { path: `DestinationConfig.${outcome}.Destination`, ...TOPIC, ...recorded },
  ]),
  'AWS::Events::Rule': [
    {
      path: 'Targets.*.DeadLetterConfig.Arn',
      ...QUEUE,
      answer: '"EventBridge DLQs are standard Amazon SQS queues"',
      fails: false,
      sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html'],
    },
  ],
  'AWS::Scheduler::Schedule': [
    {
      path: 'Target.DeadLetterConfig.Arn',
      ...QUEUE,
      answer: '"EventBridge Scheduler does not support using a FIFO queue as your schedule\'s DLQ."',
      fails: false,
      sources: ['https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html'],
    },
  ],
  'AWS::RDS::EventSubscription': [
    {
      path: 'SnsTopicArn',
      ...TOPIC,
      answer: '"RDS doesn\'t support FIFO (first in, first out) topics"',
      fails: false,
      sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html'],
    },
  ],
  'AWS::DevOpsGuru::NotificationChannel': [
    {
      path: 'Config.Sns.TopicArn',
      ...TOPIC,
      answer: '"DevOps Guru only supports standard SNS topics"',
      fails: false,
      sources: [
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-devopsguru-notificationchannel-snschannelconfig.html',
      ],
    },
  ],
  'AWS::IoT::TopicRule': [
    {
      path: 'TopicRulePayload.Actions.*.Sns.TargetArn',
      ...TOPIC,
      answer: 'an action of a rule publishes to standard topics only',
      fails: false,
      sources: ['https://github.com/aws/aws-cdk/pull/18839'],
    },
  ],
});

/** Protocols that a FIFO topic rejects, with "Invalid protocol type". Source: https://github.com/hashicorp/terraform-provider-aws/issues/38441 */
export const STANDARD_PROTOCOLS: readonly string[] = ['lambda', 'http', 'https', 'email', 'email-json', 'sms', 'application', 'firehose'];
