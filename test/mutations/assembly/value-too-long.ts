import check from '../../../checks/assembly/value-too-long.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'write the file into the parameter',
    from: check.docs.good,
    apply: (app) => edit(app, 'Search', 'Synonyms', ['Properties', 'Value'], 'payment=transfer,'.repeat(257)),
    expect: { stack: 'Search', resource: 'Synonyms', property: 'Value' },
  },
];
