import check from '../../../checks/access/volume-key-closed.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a key policy that names another role',
    from: check.docs.good,
    apply: (app) =>
      edit(app, 'Workers', 'Key', ['Properties', 'KeyPolicy', 'Statement', 1, 'Principal', 'AWS'], 'arn:aws:iam::482731905566:role/admin'),
    expect: { stack: 'Workers', resource: 'Group', property: 'LaunchTemplate.LaunchTemplateId' },
  },
];
