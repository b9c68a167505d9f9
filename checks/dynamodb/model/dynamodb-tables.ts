import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { replicaRegionsOf } from '../../../src/queries/global-tables.js';

export const TABLES: readonly string[] = ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'];

/** The regions in which a declaration puts a table; undefined when not all are known. */
export function regionsOf(table: Resource): readonly string[] | undefined {
  if (table.type === 'AWS::DynamoDB::GlobalTable') return replicaRegionsOf(table);
  const regions = [table.region, ...legacyReplicasOf(table).map(({ text }) => text)];
  return regions.every((region) => region !== undefined) ? regions : undefined;
}

/** `Region` of each replica that `replicationRegions` of CDK's older `Table` adds with a custom resource. */
function legacyReplicasOf({ graph, base }: Resource): readonly Property[] {
  return graph.memo(indexLegacyReplicas).get(base) ?? [];
}

function indexLegacyReplicas(graph: ResourceGraph): ReadonlyMap<Resource, readonly Property[]> {
  return groupBy(
    graph.certainResourcesOfType('Custom::DynamoDBReplica'),
    (replica) => replica.property('TableName').target('AWS::DynamoDB::Table'),
    (replica) => replica.property('Region'),
  );
}

/** Every declaration of a table with this one's name and account, the widest first: the others take regions from it. */
export function declarationsOfSameName({ graph, base }: Resource): readonly Resource[] {
  return graph.memo(indexByName).get(identity(base) ?? '') ?? [];
}

function indexByName(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  const groups = groupBy(graph.certainResourcesOfType(...TABLES), identity, (table) => table);
  const width = (table: Resource): number => regionsOf(table)?.length ?? 0;
  for (const group of groups.values()) group.sort((one, other) => width(other) - width(one));
  return groups;
}

function identity({ account, physicalName }: Resource): string | undefined {
  return physicalName && `${account} ${physicalName}`;
}

function groupBy<K, T>(
  resources: readonly Resource[],
  keyOf: (resource: Resource) => K | undefined,
  itemOf: (resource: Resource) => T,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    group.push(itemOf(resource));
    groups.set(key, group);
  }
  return groups;
}
