import { DELETION_USES } from '../facts/deletion-uses.js';
import type { Resource } from '../graph/model/resource.js';
import { isClusterInstance } from './deletion.js';
import { DB_CLUSTERS, membershipOf } from './global-clusters.js';
import { placesAt } from './region-of.js';

/** A resource that a service does not delete while another one exists, and what it answers. */
export interface DeletionBlock {
  readonly resource: Resource;
  readonly answer: string;
  /** A subnet, which often belongs to somebody else. */
  readonly isNetwork: boolean;
}

/** Properties that place a resource into subnets, directly or through a subnet group. */
const SUBNETS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['AWS::DocDB::DBCluster', [['DBSubnetGroupName']]],
  ['AWS::ElastiCache::CacheCluster', [['CacheSubnetGroupName']]],
  ['AWS::ElastiCache::ReplicationGroup', [['CacheSubnetGroupName']]],
  ['AWS::Elasticsearch::Domain', [['VPCOptions', 'SubnetIds']]],
  ['AWS::FSx::FileSystem', [['SubnetIds']]],
  ['AWS::Neptune::DBCluster', [['DBSubnetGroupName']]],
  ['AWS::OpenSearchService::Domain', [['VPCOptions', 'SubnetIds']]],
  ['AWS::RDS::DBCluster', [['DBSubnetGroupName']]],
  ['AWS::RDS::DBInstance', [['DBSubnetGroupName']]],
  ['AWS::Redshift::Cluster', [['ClusterSubnetGroupName']]],
]);

/** Types of resources that others cannot be deleted before. */
export const BLOCKING_TYPES: readonly string[] = [
  ...new Set([...SUBNETS.keys(), ...DELETION_USES.keys(), ...DB_CLUSTERS, 'AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance']),
];

/** What cannot be deleted while this resource exists. */
export function blockedBy(resource: Resource): readonly DeletionBlock[] {
  // What an instance of a cluster needs, the cluster needs as well.
  if (isClusterInstance(resource)) {
    const cluster = resource.property('DBClusterIdentifier').target(...DB_CLUSTERS);
    return blocked(cluster, 'Cluster cannot be deleted, it still contains DB instances in non-deleting state');
  }
  return [...blockedAsMember(resource), ...blockedAsNetwork(resource), ...blockedByName(resource)];
}

function blockedAsMember(cluster: Resource): readonly DeletionBlock[] {
  const { globalCluster, member } = membershipOf(cluster) ?? {};
  if (globalCluster === undefined || member === undefined) return [];
  const primary = member.role === 'secondary' ? globalCluster.members.find(({ role }) => role === 'primary')?.cluster : undefined;
  return [
    ...blocked(globalCluster.declaration, 'Global Cluster is not empty'),
    ...blocked(primary, 'Unable to delete cluster that is a primary member of global cluster while there are other global cluster members'),
  ];
}

function blockedAsNetwork(resource: Resource): readonly DeletionBlock[] {
  return (SUBNETS.get(resource.type) ?? []).flatMap((path) => {
    const place = resource.property(...path);
    const group = place.reference?.resource;
    if (group?.type.endsWith('SubnetGroup')) return [...blocked(group, 'Cannot delete the subnet group'), ...subnetsOf(group)];
    return place.items?.flatMap((item) => subnet(item.reference?.resource)) ?? [];
  });
}

function blockedByName(resource: Resource): readonly DeletionBlock[] {
  return (DELETION_USES.get(resource.type) ?? []).flatMap(({ path, used, answer }) =>
    placesAt(resource, path)
      .flatMap((place) => place.items ?? [])
      .flatMap((item) => blocked(item.target(used), answer)),
  );
}

function subnetsOf(group: Resource): readonly DeletionBlock[] {
  return group.property('SubnetIds').items?.flatMap((item) => subnet(item.reference?.resource)) ?? [];
}

function subnet(resource: Resource | undefined): readonly DeletionBlock[] {
  return resource?.type === 'AWS::EC2::Subnet' ? blocked(resource, 'The subnet … has dependencies and cannot be deleted') : [];
}

const NETWORK: ReadonlySet<string> = new Set(['AWS::EC2::SecurityGroup', 'AWS::EC2::Subnet']);

function blocked(resource: Resource | undefined, answer: string): readonly DeletionBlock[] {
  return resource === undefined ? [] : [{ resource, answer, isNetwork: NETWORK.has(resource.type) }];
}
