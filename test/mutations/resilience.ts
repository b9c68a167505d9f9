import contractMatchesNothing from '../../checks/resilience/contract-matches-nothing.js';
import { deployedAtOnce, noFailoverRoute, rtoNotMet } from '../../checks/resilience/failover.js';
import { capacityDiffers, standbyDependsOnPrimary, standbyIncomplete } from '../../checks/resilience/standby.js';
import { lagUnobserved, rpoNotMet, storeNotReplicated } from '../../checks/resilience/stores.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: capacityDiffers.id,
    name: 'halve the standby',
    from: capacityDiffers.docs.good,
    apply: (app) => edit(app, 'OrdersWest', 'Api', ['Properties', 'DesiredCount'], 2),
    expect: { stack: 'OrdersWest', resource: 'Api', property: 'DesiredCount' },
  },
  {
    check: contractMatchesNothing.id,
    name: 'leave the stack of the second region out',
    from: contractMatchesNothing.docs.good,
    apply: (app) => {
      delete app.OrdersWest;
    },
    expect: { stack: 'OrdersEast', resource: null, property: '' },
  },
  {
    check: deployedAtOnce.id,
    name: 'deploy both regions in one step',
    from: deployedAtOnce.docs.good,
    apply: (app) => edit(app, 'OrdersEast', 'Pipeline', ['Properties', 'Stages', 0, 'Actions', 1, 'RunOrder'], 1),
    expect: { stack: 'OrdersEast', resource: 'Pipeline', property: 'Stages.0' },
  },
  {
    check: lagUnobserved.id,
    name: 'watch another metric',
    from: lagUnobserved.docs.good,
    apply: (app) => edit(app, 'OrdersEast', 'Lag', ['Properties', 'MetricName'], 'SystemErrors'),
    expect: { stack: 'OrdersEast', resource: 'Orders', property: 'Replicas.1' },
  },
  {
    check: noFailoverRoute.id,
    name: 'take the second origin away',
    from: noFailoverRoute.docs.good,
    apply: (app) => {
      const config = ['Properties', 'DistributionConfig'];
      edit(app, 'OrdersEast', 'Site', [...config, 'OriginGroups']);
      edit(app, 'OrdersEast', 'Site', [...config, 'Origins', 1, 'DomainName'], 'orders-123456.us-east-1.elb.amazonaws.com');
      edit(app, 'OrdersEast', 'Site', [...config, 'DefaultCacheBehavior', 'TargetOriginId'], 'us-east-1');
    },
    expect: { stack: 'OrdersEast', resource: 'Site', property: 'DistributionConfig.Origins.0.DomainName' },
  },
  {
    check: rpoNotMet.id,
    name: 'copy once a day',
    from: rpoNotMet.docs.good,
    apply: (app) =>
      edit(app, 'OrdersEast', 'Plan', ['Properties', 'BackupPlan', 'BackupPlanRule', 0, 'ScheduleExpression'], 'cron(0 5 * * ? *)'),
    expect: { stack: 'OrdersEast', resource: 'Plan', property: 'BackupPlan.BackupPlanRule.0.ScheduleExpression' },
  },
  {
    check: rtoNotMet.id,
    name: 'keep answers for two hours',
    from: rtoNotMet.docs.good,
    apply: (app) => {
      for (const record of ['Primary', 'Secondary']) edit(app, 'OrdersEast', record, ['Properties', 'TTL'], '7200');
    },
    expect: { stack: 'OrdersEast', resource: 'Primary', property: '' },
  },
  {
    check: standbyDependsOnPrimary.id,
    name: 'read the secret of the other region',
    from: standbyDependsOnPrimary.docs.good,
    apply: (app) =>
      edit(
        app,
        'OrdersWest',
        'Handler',
        ['Properties', 'Environment', 'Variables', 'SECRET'],
        'arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login-AbCdEf',
      ),
    expect: { stack: 'OrdersWest', resource: 'Handler', property: 'Environment.Variables.SECRET' },
  },
  {
    check: standbyIncomplete.id,
    name: 'forget the queue of the standby',
    from: standbyIncomplete.docs.good,
    apply: (app) => edit(app, 'OrdersWest', 'Jobs', []),
    expect: { stack: 'OrdersEast', resource: 'Jobs', property: '' },
  },
  {
    check: storeNotReplicated.id,
    name: 'replicate to no other region',
    from: storeNotReplicated.docs.good,
    apply: (app) => edit(app, 'OrdersEast', 'Orders', ['Properties', 'Replicas'], [{ Region: 'us-east-1' }]),
    expect: { stack: 'OrdersEast', resource: 'Orders', property: '' },
  },
];
