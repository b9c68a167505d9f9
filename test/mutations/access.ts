import check from '../../checks/access/service-not-admitted.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const at = ['Properties', 'PolicyDocument', 'Statement', 0] as const;
const expected = {
  stack: 'Store',
  resource: 'Inbox',
  property: 'NotificationConfiguration.QueueConfigurations.0.Queue',
};

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'allow another service',
    from: check.docs.good,
    apply: (app) => edit(app, 'Uploads', 'Policy', [...at, 'Principal', 'Service'], 'sns.amazonaws.com'),
    expect: expected,
  },
  {
    check: check.id,
    name: 'allow another action',
    from: check.docs.good,
    apply: (app) => edit(app, 'Uploads', 'Policy', [...at, 'Action'], 'sqs:ReceiveMessage'),
    expect: expected,
  },
];
