import check from '../../../checks/assembly/too-many-elements.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'one more path',
    from: check.docs.good,
    apply: (app) => edit(app, 'Shop', 'Rule', ['Properties', 'Conditions', 0, 'PathPatternConfig', 'Values', 5], '/v6/*'),
    expect: { stack: 'Shop', resource: 'Rule', property: 'Conditions.0.PathPatternConfig.Values.5' },
  },
];
