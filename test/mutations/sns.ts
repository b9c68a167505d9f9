import notificationTopic from '../../checks/sns/notification-topic-region.js';
import subscriptionRegion from '../../checks/sns/subscription-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const expected = { stack: 'Standby', resource: 'Subscription', property: 'Region' };

export const mutations: readonly Mutation[] = [
  {
    check: notificationTopic.id,
    name: 'deploy with the topic of another region',
    from: notificationTopic.docs.good,
    apply: (app) => Object.assign(app.Edge ?? {}, { notificationArns: ['arn:aws:sns:eu-west-1:482731905566:deployments'] }),
    expect: { stack: 'Edge', resource: null, property: '' },
  },
  {
    check: subscriptionRegion.id,
    name: 'leave out the region of the topic',
    from: subscriptionRegion.docs.good,
    apply: (app) => edit(app, 'Standby', 'Subscription', ['Properties', 'Region']),
    expect: expected,
  },
  {
    check: subscriptionRegion.id,
    name: 'name the region of the subscriber',
    from: subscriptionRegion.docs.good,
    apply: (app) => edit(app, 'Standby', 'Subscription', ['Properties', 'Region'], { Ref: 'AWS::Region' }),
    expect: expected,
  },
];
