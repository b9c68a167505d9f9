import check from '../../../checks/access/role-missing.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'leave out the role of a filter',
    from: check.docs.good,
    apply: (app) => edit(app, 'Logs', 'Filter', ['Properties', 'RoleArn'], undefined),
    expect: { stack: 'Logs', resource: 'Filter', property: 'DestinationArn' },
  },
];
