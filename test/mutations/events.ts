import bucketEventsOff from '../../checks/events/bucket-events-off.js';
import fifoTargetWithoutGroup from '../../checks/events/fifo-target-without-group.js';
import ruleRegion from '../../checks/events/rule-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: bucketEventsOff.id,
    name: 'switch the events of the bucket off',
    from: bucketEventsOff.docs.good,
    apply: (app) => edit(app, 'Uploads', 'Bucket', ['Properties', 'NotificationConfiguration']),
    expect: { stack: 'Uploads', resource: 'Uploaded', property: 'EventPattern.detail.bucket.name.0' },
  },
  {
    check: fifoTargetWithoutGroup.id,
    name: 'leave out the message group',
    from: fifoTargetWithoutGroup.docs.good,
    apply: (app) => edit(app, 'Orders', 'Nightly', ['Properties', 'Targets', 0, 'SqsParameters']),
    expect: { stack: 'Orders', resource: 'Nightly', property: 'Targets.0.Arn' },
  },
  {
    check: ruleRegion.id,
    name: 'move the rule to another region',
    from: ruleRegion.docs.good,
    apply: (app) => {
      if (app.Audit) app.Audit.region = 'ap-south-1';
    },
    expect: { stack: 'Audit', resource: 'Logins', property: 'EventPattern.source.0' },
  },
];
