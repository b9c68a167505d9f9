import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { bucketOf, NOTIFICATION_TYPES } from '../../src/queries/bucket-notifications.js';
import { bucketAt } from '../../src/queries/bucket-settings.js';

const app = (notifications: JsonObject) => ({
  Uploads: stack('us-east-1', {
    Bucket: resource('AWS::S3::Bucket', notifications),
    Uploaded: resource('AWS::Events::Rule', {
      EventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { bucket: { name: [{ Ref: 'Bucket' }] } } },
      Targets: [{ Id: 'Target0', Arn: 'arn:aws:sqs:us-east-1:482731905566:uploads' }],
    }),
  }),
});

/** Events that S3 itself sends: https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html. Those of CloudTrail have other types. */
const OF_S3 = /^Object /;

export default defineCheck({
  id: 'events/bucket-events-off',
  title: 'Rule on events of a bucket that sends none to EventBridge',
  severity: 'warning',
  types: ['AWS::Events::Rule'],
  docs: {
    why: 'A bucket sends its events to EventBridge only when that is switched on. Without it the deployment succeeds, and the rule never matches.',
    fix: 'Set `eventBridgeEnabled: true` on the `Bucket`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
    ],
    templateFix: 'Switch EventBridge on in the NotificationConfiguration of the bucket: its EventBridgeConfiguration.',
    bad: app({}),
    good: app({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }),
  },
  *resource(rule, { graph }) {
    const pattern = rule.property('EventPattern');
    const types = pattern.get('detail-type').items;
    if (!pattern.get('source').items?.every(({ text }) => text === 'aws.s3')) return;
    if (types === undefined || types.length === 0 || !types.every(({ text }) => OF_S3.test(text ?? ''))) return;
    for (const at of pattern.get('detail', 'bucket', 'name').items ?? []) {
      const bucket = bucketAt(at);
      const { buckets, isComplete } = graph.memo(sendersOf);
      if (!isComplete || bucket?.existence !== 'certain' || buckets.has(bucket.id)) continue;
      yield {
        at,
        message: `${bucket.physicalName ?? bucket.displayNameFrom(rule)} does not send its events to EventBridge: this rule never matches.`,
        related: [{ at: bucket, message: '`EventBridgeConfiguration` is missing here.' }],
      };
    }
  },
});

interface Senders {
  readonly buckets: ReadonlySet<string>;
  /** False when it is not known whose events something switches on. */
  readonly isComplete: boolean;
}

/** The buckets that send their events to EventBridge, or may do so, by what the buckets and the custom resources of the CDK say. */
function sendersOf(graph: ResourceGraph): Senders {
  const buckets = new Set<string>();
  const calls = [...graph.resourcesOfType('Custom::AWS')];
  let isComplete = !graph.mayLackResources() && !calls.some(({ raw }) => JSON.stringify(raw).includes('EventBridgeConfiguration'));
  for (const writer of NOTIFICATION_TYPES.flatMap((type) => [...graph.resourcesOfType(type)])) {
    if (isOff(writer.property('NotificationConfiguration'))) continue;
    const bucket = bucketOf(writer);
    if (bucket === undefined) isComplete = false;
    else buckets.add(bucket);
  }
  return { buckets, isComplete };
}

function isOff(notifications: Property): boolean {
  if (notifications.isAbsent) return true;
  if (notifications.value.kind === 'unknown') return false;
  const setting = notifications.get('EventBridgeConfiguration');
  return setting.isAbsent || ['false', 'False'].includes(setting.get('EventBridgeEnabled').text ?? '');
}
