import notReplicated from '../../checks/secrets/not-replicated.js';
import replicaChanged from '../../checks/secrets/replica-changed.js';
import secretNotAccepted from '../../checks/secrets/secret-not-accepted.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const atOrders = { stack: 'West', resource: 'Orders', property: 'MasterUserPassword' };

export const mutations: readonly Mutation[] = [
  {
    check: secretNotAccepted.id,
    name: 'leave the name to CloudFormation',
    from: secretNotAccepted.docs.good,
    apply: (app) => edit(app, 'Images', 'Login', ['Properties', 'Name']),
    expect: { stack: 'Images', resource: 'Cache', property: 'CredentialArn' },
  },
  {
    check: notReplicated.id,
    name: 'replicate it no longer',
    from: notReplicated.docs.good,
    apply: (app) => edit(app, 'East', 'Login', ['Properties', 'ReplicaRegions']),
    expect: atOrders,
  },
  {
    check: notReplicated.id,
    name: 'replicate it to another region',
    from: notReplicated.docs.good,
    apply: (app) => edit(app, 'East', 'Login', ['Properties', 'ReplicaRegions', 0, 'Region'], 'eu-west-1'),
    expect: atOrders,
  },
  {
    check: replicaChanged.id,
    name: "deploy the policy with the replica's region",
    from: replicaChanged.docs.good,
    apply: (app) => {
      if (app.Access) app.Access.region = 'us-west-2';
    },
    expect: { stack: 'Access', resource: 'Policy', property: 'SecretId' },
  },
];
