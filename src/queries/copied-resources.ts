import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { replicaRegionsOf } from './global-tables.js';
import { ANYTHING, type Text } from './policies/pattern.js';
import { accountText } from './policies/texts.js';

/** A global table or a secret that has replicas, each with the same name and an ARN of its own. */
export interface CopiedResource {
  readonly resource: Resource;
  readonly what: 'table' | 'secret';
  /** All of its regions. */
  readonly regions: readonly string[];
  /** What is done with it. */
  readonly actions: readonly string[];
  arnIn(region: string): Text;
}

const TABLE_ACTIONS = ['GetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchGetItem', 'BatchWriteItem'];

/** By their names. */
export function copiesIn(graph: ResourceGraph): ReadonlyMap<string, readonly CopiedResource[]> {
  const copies = new Map<string, CopiedResource[]>();
  const add = (name: string, copy: CopiedResource) => copies.set(name, [...(copies.get(name) ?? []), copy]);
  for (const resource of graph.certainResourcesOfType('AWS::DynamoDB::GlobalTable')) {
    const { physicalName: name } = resource;
    const regions = replicaRegionsOf(resource) ?? [];
    const actions = TABLE_ACTIONS.map((action) => `dynamodb:${action}`);
    const arnIn = (region: string): Text => [`arn:aws:dynamodb:${region}:`, ...accountText(resource), `:table/${name}`];
    if (name !== undefined && regions.length > 1) add(name, { resource, what: 'table', regions, actions, arnIn });
  }
  for (const resource of graph.certainResourcesOfType('AWS::SecretsManager::Secret')) {
    const { physicalName: name, region: first } = resource;
    const others = (resource.property('ReplicaRegions').items ?? []).map((replica) => replica.get('Region').text);
    const regions = [first, ...others].filter((region) => region !== undefined);
    const arnIn = (region: string): Text => [`arn:aws:secretsmanager:${region}:`, ...accountText(resource), `:secret:${name}-`, ANYTHING];
    const actions = ['secretsmanager:GetSecretValue'];
    if (name !== undefined && regions.length > 1) add(name, { resource, what: 'secret', regions, actions, arnIn });
  }
  return copies;
}
