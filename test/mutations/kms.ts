import keyPolicyLockout from '../../checks/kms/key-policy-lockout.js';
import keySpec from '../../checks/kms/key-spec-rejected.js';
import replicaKey from '../../checks/kms/replica-key.js';
import viaService from '../../checks/kms/via-service-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: keyPolicyLockout.id,
    name: 'let the account only read the policy',
    from: keyPolicyLockout.docs.good,
    apply: (app) => edit(app, 'Data', 'Key', ['Properties', 'KeyPolicy', 'Statement', 0, 'Action'], 'kms:GetKeyPolicy'),
    expect: { stack: 'Data', resource: 'Key', property: 'KeyPolicy' },
  },
  {
    check: keySpec.id,
    name: 'sign with a key of another curve',
    from: keySpec.docs.good,
    apply: (app) => edit(app, 'Dns', 'Key', ['Properties', 'KeySpec'], 'ECC_NIST_P384'),
    expect: { stack: 'Dns', resource: 'Signing', property: 'KeyManagementServiceArn' },
  },
  {
    check: viaService.id,
    name: 'move the key away from the service',
    from: viaService.docs.good,
    apply: (app) => {
      if (app.Keys) app.Keys.region = 'us-west-2';
    },
    expect: {
      stack: 'Keys',
      resource: 'Key',
      property: 'KeyPolicy.Statement.0.Condition.StringEquals.kms:ViaService',
    },
  },
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
