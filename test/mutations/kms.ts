import replicaKey from '../../checks/kms/replica-key.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: replicaKey.id,
    name: 'make the primary a single-region key',
    from: replicaKey.docs.good,
    apply: (app) => edit(app, 'East', 'Key', ['Properties', 'MultiRegion'], false),
    expect: { stack: 'West', resource: 'Replica', property: 'PrimaryKeyArn' },
  },
  {
    check: replicaKey.id,
    name: 'move the replica to the region of its primary',
    from: replicaKey.docs.good,
    apply: (app) => {
      if (app.West) app.West.region = 'us-east-1';
    },
    expect: { stack: 'West', resource: 'Replica', property: 'PrimaryKeyArn' },
  },
];
