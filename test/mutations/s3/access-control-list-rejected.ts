import check from '../../../checks/s3/access-control-list-rejected.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a bucket for logs without object ownership',
    from: check.docs.good,
    apply: (app) => edit(app, 'Logs', 'Logs', ['Properties'], { AccessControl: 'LogDeliveryWrite' }),
    expect: { stack: 'Logs', resource: 'Logs', property: 'AccessControl' },
  },
];
