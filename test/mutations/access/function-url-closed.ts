import check from '../../../checks/access/function-url-closed.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a permission for one account',
    from: check.docs.good,
    apply: (app) => edit(app, 'Webhook', 'Request', ['Properties', 'Principal'], '718820043961'),
    expect: { stack: 'Webhook', resource: 'Url', property: 'AuthType' },
  },
];
