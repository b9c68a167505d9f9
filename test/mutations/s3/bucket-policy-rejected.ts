import check from '../../../checks/s3/bucket-policy-rejected.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'allow to list the objects as well',
    from: check.docs.good,
    apply: (app) =>
      edit(app, 'Site', 'Policy', ['Properties', 'PolicyDocument', 'Statement', 0, 'Action'], ['s3:GetObject', 's3:ListBucket']),
    expect: { stack: 'Site', resource: 'Policy', property: 'PolicyDocument.Statement.0.Action.1' },
  },
];
