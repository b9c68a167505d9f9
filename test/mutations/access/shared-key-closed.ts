import check from '../../../checks/access/shared-key-closed.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a key policy that names another account',
    from: check.docs.good,
    apply: (app) => edit(app, 'Data', 'Key', ['Properties', 'KeyPolicy', 'Statement', 1, 'Principal', 'AWS'], '718820043961'),
    expect: { stack: 'Data', resource: 'Share', property: 'ResourcePolicy.Statement.0.Principal.AWS' },
  },
];
