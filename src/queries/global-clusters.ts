import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { partsOf, type Value } from '../graph/model/value.js';

/** The databases whose clusters can span regions; all three go through the same API. */
const FAMILIES = ['AWS::RDS', 'AWS::DocDB', 'AWS::Neptune'] as const;
export const DB_CLUSTERS: readonly string[] = FAMILIES.map((family) => `${family}::DBCluster`);
export const GLOBAL_CLUSTERS: readonly string[] = FAMILIES.map((family) => `${family}::GlobalCluster`);

/** A cluster that belongs to a global cluster. */
export interface Member {
  readonly cluster: Resource;
  /** Undefined when the synthesized output does not tell. */
  readonly role: 'primary' | 'secondary' | undefined;
}

export interface GlobalCluster {
  /** As a person would call it. */
  readonly name: string;
  /** Undefined when nothing here declares it. */
  readonly declaration: Resource | undefined;
  /** Declarations of the same name besides the first. */
  readonly duplicates: readonly Resource[];
  /** Its clusters across all stacks, in the order of the manifests; the source cluster included. */
  readonly members: readonly Member[];
}

/** A global cluster has a primary and ten secondaries at most; what stands far beyond is not compared. */
const MAX_MEMBERS = 100;

interface Group {
  readonly name: string;
  readonly declarations: Resource[];
  readonly clusters: Set<Resource>;
}

/** Every global cluster that is declared here or that a cluster here belongs to. */
function globalClusters(graph: ResourceGraph): readonly GlobalCluster[] {
  return graph.memo(findAll);
}

/** The global cluster that a resource declares, be it the first to do so or a duplicate. */
export function declaredBy({ graph, base }: Resource): GlobalCluster | undefined {
  return graph.memo(indexDeclarations).get(base);
}

/** Whether clusters may join it without our seeing it: by an identifier that is not known, or as a source that is not known. */
export function mayHaveOtherMembers({ base }: Resource): boolean {
  return ['GlobalClusterIdentifier', 'SourceDBClusterIdentifier'].some((name) => base.property(name).isUnknown);
}

/** The global cluster that a cluster belongs to, and the part it plays. */
export function membershipOf({ graph, base }: Resource): { readonly globalCluster: GlobalCluster; readonly member: Member } | undefined {
  return graph.memo(indexMembers).get(base);
}

/** What a cluster is created from: a snapshot, another cluster, a backup. Such a cluster brings its user and data with it. */
const ORIGINS = ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'ReplicationSourceIdentifier', 'SourceDbClusterResourceId'];
const CREDENTIALS = ['MasterUsername', 'MasterUserPassword', 'ManageMasterUserPassword', 'DatabaseName'];

/** The properties that only a cluster that starts a database may have, and that this one has for certain. */
export function credentialsOf(cluster: Resource): readonly Property[] {
  return CREDENTIALS.map((name) => cluster.property(name)).filter(
    ({ isAbsent, boolean, value }) => !isAbsent && boolean !== false && !(value.kind === 'unknown' && value.reason === 'condition'),
  );
}

function indexDeclarations(graph: ResourceGraph): Map<Resource, GlobalCluster> {
  return new Map(
    globalClusters(graph).flatMap((globalCluster) => {
      const { declaration, duplicates } = globalCluster;
      return declaration === undefined ? [] : [declaration, ...duplicates].map((resource) => [resource, globalCluster] as const);
    }),
  );
}

function indexMembers(graph: ResourceGraph): Map<Resource, { globalCluster: GlobalCluster; member: Member }> {
  return new Map(
    globalClusters(graph).flatMap((globalCluster) =>
      globalCluster.members.map((member) => [member.cluster, { globalCluster, member }] as const),
    ),
  );
}

function findAll(graph: ResourceGraph): readonly GlobalCluster[] {
  return FAMILIES.flatMap((family) => {
    const clusters = graph.resourcesOfType(`${family}::DBCluster`);
    const groups = declaredGroups(graph.resourcesOfType(`${family}::GlobalCluster`), clusters);
    for (const cluster of clusters) {
      const joined = joinedGroup(cluster, groups)?.clusters;
      if (joined !== undefined && joined.size < MAX_MEMBERS) joined.add(cluster);
    }
    const order = new Map(clusters.map((cluster, index) => [cluster, index]));
    return [...new Set(groups.values())].map(({ name, declarations, clusters }) => {
      const [declaration, ...duplicates] = declarations;
      const ordered = [...clusters].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
      return { name, declaration, duplicates, members: withRoles(declaration, ordered) };
    });
  });
}

/** Groups by the declaration's id and by account and identifier. Identifiers are the service's to lower-case. */
function declaredGroups(declarations: readonly Resource[], clusters: readonly Resource[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const declaration of declarations) {
    const identifier = declaration.property('GlobalClusterIdentifier').text;
    const key = nameKey(declaration, identifier);
    const group = (key !== undefined && groups.get(key)) || {
      name: identifier ?? declaration.displayName,
      declarations: [],
      clusters: new Set<Resource>(),
    };
    group.declarations.push(declaration);
    groups.set(declaration.id, group);
    if (key !== undefined) groups.set(key, group);
    const source = sourceOf(declaration, clusters);
    if (source !== undefined) group.clusters.add(source);
  }
  return groups;
}

/** The group of a cluster that says which global cluster it belongs to; a new one when nothing declares that. */
function joinedGroup(cluster: Resource, groups: Map<string, Group>): Group | undefined {
  const { value, text } = cluster.property('GlobalClusterIdentifier');
  if (value.kind === 'reference') return groups.get(value.resource.id);
  const key = nameKey(cluster, text);
  if (text === undefined || text === '' || key === undefined) return undefined;
  const group = groups.get(key) ?? { name: text, declarations: [], clusters: new Set<Resource>() };
  groups.set(key, group);
  return group;
}

function nameKey({ account }: Resource, identifier: string | undefined): string | undefined {
  return identifier === undefined ? undefined : `${account ?? ''} ${identifier.toLowerCase()}`;
}

/** The cluster that a global cluster is made from, by reference, ARN or identifier. */
function sourceOf(declaration: Resource, clusters: readonly Resource[]): Resource | undefined {
  const source = declaration.property('SourceDBClusterIdentifier');
  const types = clusters.slice(0, 1).map(({ type }) => type);
  if (types.length === 0 || source.isAbsent) return undefined;
  return source.target(...types) ?? clusterIn(source.value, types) ?? named(clusters, source.text);
}

/** `arn:${AWS::Partition}:rds:us-east-1:…:cluster:${Cluster}` */
function clusterIn(value: Value, types: readonly string[]): Resource | undefined {
  for (const part of partsOf(value) ?? []) {
    if (typeof part !== 'string' && part.kind === 'reference' && types.includes(part.resource.type)) return part.resource;
  }
  return undefined;
}

/** Clusters by identifier, for each list of clusters that is looked through. */
const identifiers = new WeakMap<readonly Resource[], ReadonlyMap<string, Resource>>();

function named(clusters: readonly Resource[], text: string | undefined): Resource | undefined {
  const byName =
    identifiers.get(clusters) ?? new Map(clusters.toReversed().map((cluster) => [cluster.physicalName?.toLowerCase() ?? '', cluster]));
  identifiers.set(clusters, byName);
  const identifier = text?.toLowerCase().split(':').at(-1) ?? '';
  return identifier === '' ? undefined : byName.get(identifier);
}

function withRoles(declaration: Resource | undefined, clusters: readonly Resource[]): readonly Member[] {
  const source = declaration?.property('SourceDBClusterIdentifier');
  if (source !== undefined && !source.isAbsent) {
    const primary = sourceOf(declaration as Resource, clusters);
    // A source outside of the assembly makes all members secondary; one that is not known may be any of them.
    const isKnown =
      primary !== undefined || (source.text !== undefined && clusters.every(({ base }) => !base.property('DBClusterIdentifier').isUnknown));
    return clusters.map((cluster) => ({ cluster, role: !isKnown ? undefined : cluster === primary ? 'primary' : 'secondary' }));
  }
  const first = firstOf(clusters) ?? onlyStarter(declaration, clusters);
  // Without a declaration the global cluster may have its primary elsewhere: only that the others come later is certain.
  const primary = declaration === undefined ? undefined : 'primary';
  return clusters.map((cluster) => ({ cluster, role: first === undefined ? undefined : cluster === first ? primary : 'secondary' }));
}

/** The first cluster in an empty global cluster becomes its primary: the one that the deployment creates before all others. */
function firstOf(clusters: readonly Resource[]): Resource | undefined {
  return clusters.length < 2
    ? undefined
    : clusters.find(
        (first) =>
          first.existence === 'certain' &&
          clusters.every((cluster) => cluster === first || first.graph.order.createdBefore(first, cluster)),
      );
}

/** The only cluster that can start a database; the others have neither a user nor a snapshot. */
function onlyStarter(declaration: Resource | undefined, clusters: readonly Resource[]): Resource | undefined {
  const starters = clusters.filter((cluster) =>
    [...CREDENTIALS, ...ORIGINS].some((name) => name !== 'DatabaseName' && !cluster.property(name).isAbsent),
  );
  return declaration !== undefined && starters.length === 1 ? starters[0] : undefined;
}
