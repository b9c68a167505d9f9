import duplicate from '../../checks/rds/global-cluster-duplicate.js';
import instanceClass from '../../checks/rds/global-cluster-instance-class.js';
import {
  globalClusterBacktrack as backtrack,
  globalSecondaryCredentials as credentials,
  globalClusterEngineMismatch as engineMismatch,
  globalManagedPassword as managedPassword,
  globalClusterSameRegion as sameRegion,
  globalSecondaryKey as secondaryKey,
} from '../../checks/rds/global-cluster-members.js';
import missing from '../../checks/rds/global-cluster-missing.js';
import order from '../../checks/rds/global-cluster-order.js';
import singleMember from '../../checks/rds/global-cluster-single-member.js';
import { replicaKey, replicaSource } from '../../checks/rds/read-replicas.js';
import regionalTwins from '../../checks/rds/regional-twins.js';
import type { Check } from '../../src/check/check.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

function from(check: Check, name: string, apply: Mutation['apply'], stack: string, resource: string, property = ''): Mutation {
  return { check: check.id, name, from: check.docs.good, apply, expect: { stack, resource, property } };
}

const KEY = 'arn:aws:kms:us-east-1:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34';

export const mutations: readonly Mutation[] = [
  from(
    credentials,
    'give the secondary a user',
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'MasterUsername'], 'orders'),
    'Secondary',
    'Cluster',
    'MasterUsername',
  ),
  from(
    credentials,
    'let RDS manage a password of the secondary',
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'ManageMasterUserPassword'], 'true'),
    'Secondary',
    'Cluster',
    'ManageMasterUserPassword',
  ),
  from(
    secondaryKey,
    'drop the key of the secondary',
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'KmsKeyId']),
    'Secondary',
    'Cluster',
    'KmsKeyId',
  ),
  from(
    secondaryKey,
    "use the primary's key",
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'KmsKeyId'], KEY),
    'Secondary',
    'Cluster',
    'KmsKeyId',
  ),
  from(
    instanceClass,
    'use a burstable class',
    (app) => edit(app, 'Secondary', 'Reader', ['Properties', 'DBInstanceClass'], 'db.t4g.medium'),
    'Secondary',
    'Reader',
    'DBInstanceClass',
  ),
  from(
    order,
    'drop the stack dependency',
    (app) => {
      if (app.Reader) app.Reader.dependencies = [];
    },
    'Reader',
    'Cluster',
    'GlobalClusterIdentifier',
  ),
  from(
    order,
    'reverse the stack dependency',
    (app) => {
      if (app.Reader && app.Writer) {
        app.Reader.dependencies = [];
        app.Writer.dependencies = ['Reader'];
      }
    },
    'Reader',
    'Cluster',
    'GlobalClusterIdentifier',
  ),
  from(
    singleMember,
    'take the secondary away',
    (app) => {
      delete app.Secondary;
    },
    'Primary',
    'Global',
  ),
  from(missing, 'rename the global cluster', (app) => edit(app, 'Primary', 'Global', []), 'Primary', 'Cluster', 'GlobalClusterIdentifier'),
  from(
    engineMismatch,
    'use another major version',
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'EngineVersion'], '17.2'),
    'Secondary',
    'Cluster',
    'EngineVersion',
  ),
  from(
    engineMismatch,
    'use another engine',
    (app) => edit(app, 'Secondary', 'Cluster', ['Properties', 'Engine'], 'aurora-mysql'),
    'Secondary',
    'Cluster',
    'Engine',
  ),
  from(
    sameRegion,
    'move the secondary to the region of the primary',
    (app) => {
      if (app.Secondary) app.Secondary.region = 'us-east-1';
    },
    'Secondary',
    'Cluster',
  ),
  from(
    duplicate,
    'declare the global cluster in the other stack too',
    (app) =>
      edit(app, 'Secondary', 'Global', [], {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { GlobalClusterIdentifier: 'Orders', Engine: 'aurora-mysql' },
      }),
    'Secondary',
    'Global',
    'GlobalClusterIdentifier',
  ),
  from(
    backtrack,
    'set a backtrack window',
    (app) => edit(app, 'Primary', 'Cluster', ['Properties', 'BacktrackWindow'], 3600),
    'Primary',
    'Cluster',
    'BacktrackWindow',
  ),
  {
    ...from(regionalTwins, 'declare the clusters without linking them', () => undefined, 'Primary', 'Cluster'),
    from: regionalTwins.docs.good,
    apply: (app) => {
      edit(app, 'Primary', 'Global', []);
      edit(app, 'Secondary', 'Cluster', ['Properties'], {
        Engine: 'aurora-mysql',
        MasterUsername: 'orders',
        ManageMasterUserPassword: true,
      });
    },
  },
  from(
    replicaSource,
    'name the source by its identifier',
    (app) => edit(app, 'Replica', 'Replica', ['Properties', 'SourceDBInstanceIdentifier'], 'orders'),
    'Replica',
    'Replica',
    'SourceDBInstanceIdentifier',
  ),
  from(
    replicaKey,
    'drop the key of the replica',
    (app) => edit(app, 'Replica', 'Replica', ['Properties', 'KmsKeyId']),
    'Replica',
    'Replica',
    'KmsKeyId',
  ),
  from(
    managedPassword,
    'let RDS manage the password',
    (app) => edit(app, 'Primary', 'Cluster', ['Properties', 'ManageMasterUserPassword'], true),
    'Primary',
    'Cluster',
    'ManageMasterUserPassword',
  ),
];
