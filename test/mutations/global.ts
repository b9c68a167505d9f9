import accelerator from '../../checks/global/accelerator-endpoint-region.js';
import backupVault from '../../checks/global/backup-copy-vault-missing.js';
import witness from '../../checks/global/dsql-witness-region.js';
import efsDestination from '../../checks/global/efs-destination-protected.js';
import cacheNodeType from '../../checks/global/elasticache-node-type.js';
import cacheSettings from '../../checks/global/elasticache-secondary-settings.js';
import cacheMembers from '../../checks/global/elasticache-several-members.js';
import eventBuses from '../../checks/global/event-endpoint-buses.js';
import regionTwice from '../../checks/global/region-twice.js';
import replicaKey from '../../checks/global/replica-key-region.js';
import ownRegion from '../../checks/global/replica-own-region.js';
import secretCollides from '../../checks/global/secret-replica-collides.js';
import { vpcPeeringCidrOverlap as peeringCidr, vpcPeeringRegion as peeringRegion } from '../../checks/global/vpc-peering.js';
import type { Json } from '../../src/assembly/model.js';
import type { Check } from '../../src/check/check.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

type Path = readonly (string | number)[];

/** Sets one property of the good example to another value, or takes it away, and expects the finding there. */
function set(check: Check, name: string, stack: string, resource: string, path: Path, value?: Json, at: Path = path): Mutation {
  return {
    check: check.id,
    name,
    from: check.docs.good,
    apply: (app) => edit(app, stack, resource, ['Properties', ...path], value),
    expect: { stack, resource, property: at.join('.') },
  };
}

const vault = ['BackupPlan', 'BackupPlanRule', 0, 'CopyActions', 0, 'DestinationBackupVaultArn'];
const destination = ['ReplicationConfiguration', 'Destinations', 0, 'FileSystemId'];

export const mutations: readonly Mutation[] = [
  set(cacheSettings, 'set the node type of a secondary', 'CacheSecondary', 'Sessions', ['CacheNodeType'], 'cache.r7g.large'),
  set(cacheMembers, 'list a second member', 'Cache', 'Global', ['Members', 1], {
    ReplicationGroupId: 'west',
    ReplicationGroupRegion: 'us-west-2',
  }),
  set(witness, 'put the witness beside the cluster', 'Database', 'Cluster', ['MultiRegionProperties', 'WitnessRegion'], 'us-east-1'),
  set(ownRegion, 'replicate a secret into its own region', 'Secrets', 'Login', ['ReplicaRegions', 0, 'Region'], 'us-east-1'),
  set(
    replicaKey,
    "encrypt a replica with the original's key",
    'Secrets',
    'Login',
    ['ReplicaRegions', 0, 'KmsKeyId'],
    'arn:aws:kms:us-east-1:482731905566:key/7a52',
  ),
  {
    ...set(secretCollides, 'create a secret where a replica goes', 'East', 'Login', ['ReplicaRegions', 0, 'Region']),
    apply: (app) =>
      edit(app, 'West', 'Login', [], {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { Name: 'orders/login', GenerateSecretString: {} },
      }),
  },
  {
    ...set(efsDestination, 'leave the destination protected', 'Files', 'Files', destination),
    apply: (app) => edit(app, 'FilesWest', 'Copy', ['Properties', 'FileSystemProtection']),
  },
  set(
    backupVault,
    'misspell the vault of the copies',
    'Backup',
    'Plan',
    vault,
    'arn:aws:backup:us-west-2:482731905566:backup-vault:order-copy',
  ),
  set(
    eventBuses,
    'name the buses differently',
    'Events',
    'Endpoint',
    ['EventBuses', 1, 'EventBusArn'],
    'arn:aws:events:us-west-2:482731905566:event-bus/orders-dr',
  ),
  {
    ...set(peeringCidr, 'give both VPCs the same addresses', 'East', 'Peering', ['PeerVpcId']),
    apply: (app) => edit(app, 'West', 'Vpc', ['Properties', 'CidrBlock'], '10.0.128.0/17'),
  },
  set(peeringRegion, 'drop the region of the peer', 'East', 'Peering', ['PeerRegion']),
  set(accelerator, 'move the group to another region', 'Edge', 'Group', ['EndpointGroupRegion'], 'eu-west-1', [
    'EndpointConfigurations',
    0,
    'EndpointId',
  ]),
  set(cacheNodeType, 'run the primary on a burstable node type', 'Cache', 'Primary', ['CacheNodeType'], 'cache.t3.small'),
  {
    check: regionTwice.id,
    name: 'create the second bucket in the region of the first',
    from: regionTwice.docs.good,
    apply: (app) => {
      if (app.Second) app.Second.region = 'us-east-1';
    },
    expect: { stack: 'Access', resource: 'Point', property: 'Regions.1.Bucket' },
  },
];
