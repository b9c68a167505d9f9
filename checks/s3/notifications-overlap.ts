import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import {
  bucketOf,
  NOTIFICATION_TYPES,
  type NotificationRule,
  notificationRules,
  sharedEvent,
} from '../../src/queries/bucket-notifications.js';

/** S3 takes 100 rules; what a hostile template has beyond is not compared. */
const MAX_RULES = 200;

const rules = (prefix: string) => ({
  Inbox: stack('us-east-1', {
    Bucket: resource('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: ['images/', prefix].map((Value, index) => ({
          Event: 's3:ObjectCreated:*',
          Queue: `arn:aws:sqs:us-east-1:482731905566:queue-${index}`,
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value }] } },
        })),
      },
    }),
  }),
});

export default defineCheck({
  id: 's3/notifications-overlap',
  title: 'Bucket notifications overlap: "Configuration is ambiguously defined"',
  severity: 'error',
  types: NOTIFICATION_TYPES,
  docs: {
    why: 'A bucket has one notification configuration, whoever writes it: every stack that imports the bucket adds its rules to it. S3 rejects two rules for the same event whose prefixes and suffixes overlap: "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type."',
    fix: 'Use prefixes of which none begins with another, or send the events once to a topic or to EventBridge (`eventBridgeEnabled: true`) and let each stack subscribe there.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
      'https://github.com/aws/aws-cdk/issues/28120',
      'https://github.com/aws/aws-cdk/issues/31303',
    ],
    templateFix:
      'Use prefixes of which none begins with another, or send the events once to a topic or to EventBridge (`EventBridgeConfiguration`) and let each stack subscribe there.',
    bad: rules('images/raw/'),
    good: rules('documents/'),
  },
  *resource(resource, { graph }) {
    const all = graph.memo(notificationRules).get(bucketOf(resource) ?? '') ?? [];
    for (const [index, rule] of all.slice(0, MAX_RULES).entries()) {
      if (!resource.is(rule.resource)) continue;
      const other = all.slice(0, index).find((earlier) => sharedEvent(earlier, rule) !== undefined);
      if (other !== undefined)
        yield {
          at: rule.at,
          message: `The rule for ${words(rule)} overlaps the one for ${words(other)}${other.resource.is(resource) ? '' : ` of ${other.resource.displayName} in stack ${other.resource.stack.displayName}`}, for the same bucket and event ${sharedEvent(rule, other)}. S3 rejects it: "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type."`,
          related: [{ at: other.at, message: 'The other rule.' }],
        };
    }
  },
});

function words({ prefix, suffix }: NotificationRule): string {
  if (prefix === '' && suffix === '') return 'all objects';
  return `${prefix}*${suffix}`;
}
