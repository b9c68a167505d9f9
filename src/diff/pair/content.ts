import type { Json, Stack } from '../../assembly/model.js';
import { isObject, own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';

/**
 * What a resource is, apart from what it is called: equal for two resources that would be created alike.
 * Undefined when it says too little to be distinguished from others.
 */
export function contentOf(resource: Resource, naming: Naming, { account, region }: Stack['environment']): string | undefined {
  const { stack, type, raw, graph } = resource;
  const properties = own(raw, 'Properties');
  if (properties === undefined || Object.keys(Object(properties)).length === 0) return undefined;
  const { text, isExact } = canonicalOf(
    graph.evaluator.evaluate(withoutOwnName(properties, resource), { stack, assumptions: NO_ASSUMPTIONS }),
    naming,
  );
  // What cannot be evaluated counts as it is written.
  return JSON.stringify([type, account, region, text, isExact ? null : properties]);
}

/**
 * The CDK names some resources after their logical id or construct path (`PolicyName` of a default policy, `GroupDescription` of a security group,
 * the tag `Name` in a VPC): that does not say what they are.
 */
function withoutOwnName(value: Json, resource: Resource): Json {
  if (typeof value === 'string') return isOwnName(value, resource) ? '<own name>' : value;
  if (Array.isArray(value)) return value.map((item) => withoutOwnName(item as Json, resource));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutOwnName(entry, resource)]));
}

function isOwnName(text: string, { logicalId, constructPath = '' }: Resource): boolean {
  return text === logicalId || (text.includes('/') && `${constructPath}/`.startsWith(`${text}/`));
}

/** The construct path below the stack: what stays when a construct moves to another stack. */
export function pathInStack({ constructPath, stack }: Resource): string | undefined {
  if (constructPath === undefined) return undefined;
  let root = stack;
  while (root.parent !== undefined) root = root.parent.stack;
  return constructPath.startsWith(`${root.displayName}/`) ? constructPath.slice(root.displayName.length + 1) : constructPath;
}
