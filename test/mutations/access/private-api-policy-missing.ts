import check from '../../../checks/access/private-api-policy-missing.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a private API whose policy is lost',
    from: check.docs.good,
    apply: (app) => edit(app, 'Internal', 'Api', ['Properties'], { Name: 'internal', EndpointConfiguration: { Types: ['PRIVATE'] } }),
    expect: { stack: 'Internal', resource: 'Api', property: 'EndpointConfiguration.Types.0' },
  },
];
