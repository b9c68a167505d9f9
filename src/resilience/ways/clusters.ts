import type { ReplicationWay } from '../../facts/resilience/recovery-points.js';
import { WAYS } from '../../facts/resilience/ways.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { groupBy } from '../../group-by.js';
import { membershipOf } from '../../queries/global-clusters.js';
import { tableOf } from '../../table-of.js';
import { NO_WAYS, type Way, type Ways, wayOf } from '../way.js';

const GLOBAL_ROWS: Readonly<Record<string, ReplicationWay>> = tableOf<ReplicationWay>({
  'AWS::RDS::DBCluster': WAYS.auroraGlobal,
  'AWS::DocDB::DBCluster': WAYS.documentDbGlobal,
  'AWS::Neptune::DBCluster': WAYS.neptuneGlobal,
});

/** The other clusters of its global cluster. */
export function waysOfCluster(cluster: Resource): Ways {
  const row = GLOBAL_ROWS[cluster.type];
  const { globalCluster } = membershipOf(cluster) ?? {};
  const identifier = cluster.property('GlobalClusterIdentifier');
  if (row === undefined) return NO_WAYS;
  if (globalCluster === undefined) return identifier.isAbsent ? NO_WAYS : { ways: [], open: 'its global cluster is not known' };
  const others = globalCluster.members.filter(({ cluster: other }) => !other.is(cluster));
  const ways = others.flatMap(({ cluster: other }) =>
    other.region === undefined || other.region === cluster.region || other.existence !== 'certain'
      ? []
      : [{ ...wayOf(row, other.region, placeOfMembership(other, cluster), other), ...boundOf(cluster, others.length) }],
  );
  // Without a declaration the other members may be anywhere.
  return { ways, open: globalCluster.declaration === undefined ? 'its global cluster is declared elsewhere' : undefined };
}

function placeOfMembership(other: Resource, cluster: Resource) {
  const named = other.property('GlobalClusterIdentifier');
  return named.isAbsent ? cluster : named;
}

/** The bound that `rds.global_db_rpo` sets: it holds for the secondary that lags least, and so proves something when there is one only. */
function boundOf(cluster: Resource, secondaries: number): Pick<Way, 'row' | 'recoveryPoint'> | undefined {
  if (cluster.property('Engine').text !== 'aurora-postgresql' || secondaries !== 1) return undefined;
  const group = cluster.property('DBClusterParameterGroupName').target('AWS::RDS::DBClusterParameterGroup');
  const seconds = group?.property('Parameters').get('rds.global_db_rpo').number;
  if (seconds === undefined || seconds < 0) return undefined;
  const row = WAYS.auroraGlobalBounded;
  return { row, recoveryPoint: { ...row.recoveryPoint, seconds } };
}

/** Read replicas of other regions, and replicated backups. */
export function waysOfInstance(instance: Resource): Ways {
  const replicas = (instance.graph.memo(replicasBySource).get(instance.base) ?? []).flatMap((replica) =>
    replica.region === undefined || replica.region === instance.region
      ? []
      : [wayOf(WAYS.readReplica, replica.region, replica.property('SourceDBInstanceIdentifier'), replica)],
  );
  const backups = instance.property('AutomaticBackupReplicationRegion');
  if (backups.isAbsent) return { ways: replicas };
  if (backups.text === undefined) return { ways: replicas, open: 'the region of its replicated backups is not known' };
  return { ways: [...replicas, wayOf(WAYS.automatedBackups, backups.text, backups)] };
}

function replicasBySource(graph: ResourceGraph): ReadonlyMap<Resource, readonly Resource[]> {
  const replicas = graph.certainResourcesOfType('AWS::RDS::DBInstance').flatMap((replica) => {
    const at = replica.property('SourceDBInstanceIdentifier');
    const source = at.isAbsent ? undefined : (at.target('AWS::RDS::DBInstance') ?? namesake(replica, at.text));
    return source === undefined ? [] : [{ source: source.base, replica }];
  });
  return new Map([...groupBy(replicas, ({ source }) => source)].map(([source, all]) => [source, all.map(({ replica }) => replica)]));
}

/** A source of another region that is named without its ARN. */
function namesake({ graph, account }: Resource, name: string | undefined): Resource | undefined {
  const named = name === undefined ? [] : graph.names.named(name.split(':').at(-1) ?? '', ['AWS::RDS::DBInstance']);
  const own = named.filter((one) => one.account === account);
  return own.length === 1 ? own[0] : undefined;
}

/** The members of a global datastore. */
export function waysOfReplicationGroup(group: Resource): Ways {
  const { graph } = group;
  const datastores = graph
    .certainResourcesOfType('AWS::ElastiCache::GlobalReplicationGroup')
    .filter((store) => members(store).some((member) => member.is(group)));
  const joined = graph
    .certainResourcesOfType('AWS::ElastiCache::ReplicationGroup')
    .filter((other) => datastores.some((store) => other.property('GlobalReplicationGroupId').reference?.resource.is(store)));
  const byMember = datastores.flatMap((store) =>
    (store.property('Members').items ?? []).flatMap((member) => {
      const region = member.get('ReplicationGroupRegion').text;
      return region === undefined || region === group.region ? [] : [wayOf(WAYS.globalDatastore, region, member)];
    }),
  );
  const byId = joined.flatMap((other) =>
    other.region === undefined || other.region === group.region
      ? []
      : [wayOf(WAYS.globalDatastore, other.region, other.property('GlobalReplicationGroupId'), other)],
  );
  return { ways: [...byMember, ...byId] };
}

function members(store: Resource): readonly Resource[] {
  return (store.property('Members').items ?? []).flatMap(
    (member) => member.get('ReplicationGroupId').target('AWS::ElastiCache::ReplicationGroup') ?? [],
  );
}

/** The clusters that name the same multi-Region cluster. */
export function waysOfMemoryDb(cluster: Resource): Ways {
  const at = cluster.property('MultiRegionClusterName');
  if (at.isAbsent) return NO_WAYS;
  const others = cluster.graph.certainResourcesOfType('AWS::MemoryDB::Cluster').filter((other) => {
    const named = other.property('MultiRegionClusterName');
    return !other.is(cluster) && (named.text === undefined ? named.reference?.resource.is(at.reference?.resource) : named.text === at.text);
  });
  const ways = others.flatMap((other) =>
    other.region === undefined || other.region === cluster.region
      ? []
      : [wayOf(WAYS.memoryDbMultiRegion, other.region, other.property('MultiRegionClusterName'), other)],
  );
  return { ways, open: ways.length === 0 ? 'the other clusters of its multi-Region cluster are not declared here' : undefined };
}
