import { expect, it } from 'vitest';
import check from '../../../checks/events/bucket-events-off.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const ON = { EventBridgeConfiguration: { EventBridgeEnabled: true } };
const app = (pattern: JsonObject, bucket: JsonObject = {}, more: JsonObject = {}) => ({
  Uploads: {
    region: 'us-east-1',
    resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: bucket },
      Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: pattern } },
      ...more,
    },
  },
});
const pattern = (name: JsonObject | string, more: JsonObject = {}): JsonObject => ({
  source: ['aws.s3'],
  'detail-type': ['Object Created', 'Object Deleted'],
  detail: { bucket: { name: [name] } },
  ...more,
});
const ref = { Ref: 'Bucket' };
const notifications = (NotificationConfiguration: JsonObject): JsonObject => ({
  Notifications: { Type: 'Custom::S3BucketNotifications', Properties: { ServiceToken: 'x', BucketName: ref, NotificationConfiguration } },
});

it('names the bucket that sends nothing', () => {
  expect(findingsIn(app(pattern(ref)), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'events/bucket-events-off',
      stack: 'Uploads',
      logicalId: 'Rule',
      propertyPath: 'EventPattern.detail.bucket.name.0',
      message: 'Bucket does not send its events to EventBridge: this rule never matches.',
      related: [{ stack: 'Uploads', logicalId: 'Bucket', message: '`EventBridgeConfiguration` is missing here.' }],
    },
  ]);
});

it.each<[string, ReturnType<typeof app>, number]>([
  ['by its name', app(pattern('uploads'), { BucketName: 'uploads' }), 1],
  ['switched off', app(pattern(ref), { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: false } } }), 1],
  ['other notifications alone', app(pattern(ref), {}, notifications({ QueueConfigurations: [] })), 1],
  ['on in the bucket', app(pattern(ref), { NotificationConfiguration: ON }), 0],
  ['on without a value', app(pattern(ref), { NotificationConfiguration: { EventBridgeConfiguration: {} } }), 0],
  ['on by the custom resource of the CDK', app(pattern(ref), {}, notifications(ON)), 0],
  [
    'a call of the SDK',
    app(pattern(ref), {}, { Call: { Type: 'Custom::AWS', Properties: { Create: '{"EventBridgeConfiguration":{}}' } } }),
    0,
  ],
  ['another bucket', app(pattern('elsewhere')), 0],
  ['events of CloudTrail', app(pattern(ref, { 'detail-type': ['AWS API Call via CloudTrail'] })), 0],
  ['events of anybody', app(pattern(ref, { source: ['aws.s3', 'orders'] })), 0],
  ['any name that begins so', app(pattern({ prefix: 'up' })), 0],
])('%s', (_, example, count) => {
  expect(findingsIn(example, check)).toHaveLength(count);
});
