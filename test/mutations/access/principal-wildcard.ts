import check from '../../../checks/access/principal-wildcard.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'roles of any account',
    from: check.docs.good,
    apply: (app) =>
      edit(app, 'Exports', 'Policy', ['Properties', 'PolicyDocument', 'Statement', 0, 'Principal', 'AWS'], 'arn:aws:iam::*:role/reader'),
    expect: { stack: 'Exports', resource: 'Policy', property: 'PolicyDocument.Statement.0.Principal.AWS' },
  },
];
