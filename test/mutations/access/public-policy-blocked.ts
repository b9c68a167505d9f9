import check from '../../../checks/access/public-policy-blocked.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a public policy on a bucket that says nothing of public access',
    from: check.docs.good,
    apply: (app) => edit(app, 'Site', 'Pages', ['Properties'], {}),
    expect: { stack: 'Site', resource: 'Policy', property: 'PolicyDocument.Statement.0' },
  },
];
