import check from '../../../checks/access/policy-arn-rejected.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a role of another account with a region',
    from: check.docs.good,
    apply: (app) =>
      edit(
        app,
        'Exports',
        'Grants',
        ['Properties', 'PolicyDocument', 'Statement', 0, 'Resource'],
        'arn:aws-cn:iam:cn-north-1:482731905566:role/exports',
      ),
    expect: { stack: 'Exports', resource: 'Grants', property: 'PolicyDocument.Statement.0.Resource' },
  },
];
