import check from '../../../checks/cognito/client-name-unknown.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a provider that nothing declares',
    from: check.docs.good,
    apply: (app) => edit(app, 'Login', 'Client', ['Properties', 'SupportedIdentityProviders'], ['COGNITO', 'Google']),
    expect: { stack: 'Login', resource: 'Client', property: 'SupportedIdentityProviders.1' },
  },
];
