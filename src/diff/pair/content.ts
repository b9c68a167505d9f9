import { createHash } from 'node:crypto';
import type { Json } from '../../assembly/model.js';
import { isObject, own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';

/**
 * What a resource is, apart from what it is called: equal for two resources that would be created alike.
 * Undefined when it says too little to be told from others.
 */
export function contentOf(resource: Resource, naming: Naming): string | undefined {
  const { stack, type, raw, graph } = resource;
  const properties = own(raw, 'Properties');
  if (properties === undefined || Object.keys(Object(properties)).length === 0) return undefined;
  const { text, isExact } = canonicalOf(
    graph.evaluator.evaluate(withoutOwnId(properties, resource.logicalId), { stack, assumptions: NO_ASSUMPTIONS }),
    naming,
  );
  const hash = createHash('sha256').update(JSON.stringify([type, stack.environment.account, stack.environment.region, text]));
  // What cannot be evaluated counts as it is written.
  if (!isExact) hash.update(JSON.stringify(properties));
  return hash.digest('base64');
}

/** The CDK names some resources after their logical id (`PolicyName` of a default policy): that says nothing of what they are. */
function withoutOwnId(properties: Json, logicalId: string): Json {
  if (!isObject(properties)) return properties;
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, value === logicalId ? '<logical id>' : value]));
}

/** The construct path below the stack: what stays when a construct moves to another stack. */
export function pathInStack({ constructPath, stack }: Resource): string | undefined {
  if (constructPath === undefined) return undefined;
  let root = stack;
  while (root.parent !== undefined) root = root.parent.stack;
  return constructPath.startsWith(`${root.displayName}/`) ? constructPath.slice(root.displayName.length + 1) : constructPath;
}
