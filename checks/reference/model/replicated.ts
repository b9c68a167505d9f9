import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { ResourceMap } from '../../../src/graph/model/resource-map.js';
import { replicaRegionsOf } from '../../../src/queries/global-tables.js';

/** Whether a resource may be known by its name in a region: it is declared there, has a replica there, or that is not known. */
export function mayBeIn(resource: Resource, region: string): boolean {
  if (resource.region === undefined || resource.region === region) return true;
  if (resource.type === 'AWS::DynamoDB::GlobalTable') return replicaRegionsOf(resource)?.includes(region) !== false;
  if (resource.type !== 'AWS::DynamoDB::Table') return false;
  const { ofTable, ofUnknown } = resource.graph.memo(addedReplicas);
  return [ofTable.get(resource), ofUnknown].some((regions) => regions?.has(region) || regions?.has(undefined));
}

/** Undefined for a region that is not known. */
type Regions = Set<string | undefined>;

/** The replicas of `replicationRegions`, which the CDK creates with a custom resource. */
function addedReplicas(graph: ResourceGraph): { readonly ofTable: ReadonlyMap<Resource, Regions>; readonly ofUnknown: Regions } {
  const ofTable = new ResourceMap<Regions>();
  const ofUnknown: Regions = new Set();
  for (const replica of graph.resourcesOfType('Custom::DynamoDBReplica')) {
    const table = replica.property('TableName').target('AWS::DynamoDB::Table');
    const regions = table === undefined ? ofUnknown : (ofTable.get(table) ?? new Set());
    if (table !== undefined) ofTable.set(table, regions);
    regions.add(replica.property('Region').text);
  }
  return { ofTable, ofUnknown };
}
