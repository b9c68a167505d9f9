import type { Resource } from '../../../src/graph/model/resource.js';
import { replicaRegionsOf } from '../../../src/queries/global-tables.js';

/** Whether a resource may be known by its name in a region: it is declared there, has a replica there, or that is not known. */
export function mayBeIn(resource: Resource, region: string): boolean {
  if (resource.region === undefined || resource.region === region) return true;
  if (resource.type === 'AWS::DynamoDB::GlobalTable') return replicaRegionsOf(resource)?.includes(region) !== false;
  if (resource.type !== 'AWS::DynamoDB::Table') return false;
  // The replicas of `replicationRegions`, which the CDK creates with a custom resource.
  return resource.graph
    .resourcesOfType('Custom::DynamoDBReplica')
    .some((replica) => replica.property('TableName').target(resource.type)?.is(resource) !== false && mayName(replica, region));
}

function mayName(replica: Resource, region: string): boolean {
  const { text } = replica.property('Region');
  return text === undefined || text === region;
}
