import check from '../../../checks/access/resource-policy-size.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'name many topics in one statement',
    from: check.docs.good,
    apply: (app) =>
      edit(
        app,
        'Orders',
        'Policy',
        ['Properties', 'PolicyDocument', 'Statement', 0, 'Condition', 'ArnEquals', 'aws:SourceArn'],
        Array.from({ length: 200 }, (_, index) => `arn:aws:sns:us-east-1:482731905566:topic-${index}`),
      ),
    expect: { stack: 'Orders', resource: 'Policy', property: 'PolicyDocument' },
  },
];
