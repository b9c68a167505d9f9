import { declaredTwice, singletonDuplicate as singleton } from '../../checks/naming/identities.js';
import logGroupCreatedByService from '../../checks/naming/log-group-created-by-service.js';
import nameDuplicate from '../../checks/naming/physical-name-duplicate.js';
import regionInName from '../../checks/naming/region-in-name.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: nameDuplicate.id,
    name: "give a role the other region's name",
    from: nameDuplicate.docs.good,
    apply: (app) => edit(app, 'West', 'Role', ['Properties', 'RoleName'], 'orders-us-east-1'),
    expect: { stack: 'West', resource: 'Role', property: 'RoleName' },
  },
  {
    check: nameDuplicate.id,
    name: 'leave the region out of both names',
    from: nameDuplicate.docs.good,
    apply: (app) => {
      for (const stack of ['East', 'West']) edit(app, stack, 'Role', ['Properties', 'RoleName'], { 'Fn::Sub': 'orders-${AWS::AccountId}' });
    },
    expect: { stack: 'West', resource: 'Role', property: 'RoleName' },
  },
  {
    check: declaredTwice.id,
    name: 'give the rule of the other stack the same priority',
    from: declaredTwice.docs.good,
    apply: (app) => edit(app, 'Payments', 'Rule', ['Properties', 'Priority'], 10),
    expect: { stack: 'Payments', resource: 'Rule', property: 'Priority' },
  },
  {
    check: singleton.id,
    name: 'deploy both detectors to one region',
    from: singleton.docs.good,
    apply: (app) => {
      if (app.West) app.West.region = 'us-east-1';
    },
    expect: { stack: 'West', resource: 'Detector', property: '' },
  },
  {
    check: regionInName.id,
    name: 'create the replica beside the original',
    from: regionInName.docs.good,
    apply: (app) => {
      if (app.Storage) app.Storage.region = 'us-east-1';
    },
    expect: { stack: 'Storage', resource: 'Replica', property: 'BucketName' },
  },
  {
    check: logGroupCreatedByService.id,
    name: 'deploy the function first',
    from: logGroupCreatedByService.docs.good,
    apply: (app) => {
      for (const [stack, dependencies] of [
        ['Jobs', []],
        ['Logs', ['Jobs']],
      ] as const)
        Object.assign(app[stack] ?? {}, { dependencies: [...dependencies] });
    },
    expect: { stack: 'Logs', resource: 'Group', property: 'LogGroupName' },
  },
];
