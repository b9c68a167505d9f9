import ruleRegion from '../../checks/events/rule-region.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: ruleRegion.id,
    name: 'move the rule to another region',
    from: ruleRegion.docs.good,
    apply: (app) => {
      if (app.Audit) app.Audit.region = 'ap-south-1';
    },
    expect: { stack: 'Audit', resource: 'Logins', property: 'EventPattern.source.0' },
  },
];
