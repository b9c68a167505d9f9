import { scopeOfResource } from '../../assembly/construct-index.js';
import type { Stack } from '../../assembly/model.js';
import { scopeOfStack } from '../../assembly/stack-scope.js';
import type { Resource } from './resource.js';

/** The path of its construct inside its stack (`Payments/Table`), or its logical ID when the assembly names no construct. */
export function displayNameOf(resource: Resource): string {
  const name = nameInStack(resource);
  if (name === undefined) return resource.logicalId;
  const isAlone = (ofName(resource, name)?.get(resource.stack) ?? 0) <= 1;
  return isAlone ? name : withoutDefaultChild(resource.constructPath ?? name);
}

/** The same for a message about a place in a stack: with the path of its own stack where another resource of its type has the name, too. */
export function displayNameFrom(resource: Resource, stack: Stack): string {
  if (resource.stack === stack) return displayNameOf(resource);
  const name = nameInStack(resource);
  if (name === undefined) return resource.logicalId;
  const counts = ofName(resource, name);
  const isAlone = (counts?.size ?? 0) <= 1 && (counts?.get(resource.stack) ?? 0) <= 1;
  return isAlone ? name : withoutDefaultChild(resource.constructPath ?? name);
}

function nameInStack({ constructPath: path, stack }: Resource): string | undefined {
  if (path === undefined) return undefined;
  const scope = scopeOfStack(stack);
  const inside = scope !== undefined && path.startsWith(`${scope}/`) ? path.slice(scope.length + 1) : path;
  return withoutDefaultChild(inside);
}

/** The L1 construct inside an L2, and what a nested stack is in its parent, have names that nobody wrote. */
function withoutDefaultChild(path: string): string {
  return scopeOfResource(path) ?? path.replace(/\/(?:Resource|Default)$/, '');
}

/** How many resources of its type each stack has under its name. */
function ofName({ graph, type }: Resource, name: string): ReadonlyMap<Stack, number> | undefined {
  const index = graph.memo(emptyIndex);
  let names = index.get(type);
  if (names === undefined) {
    names = new Map();
    for (const one of graph.resourcesOfType(type)) {
      const found = nameInStack(one) ?? one.logicalId;
      const counts = names.get(found) ?? new Map<Stack, number>();
      names.set(found, counts.set(one.stack, (counts.get(one.stack) ?? 0) + 1));
    }
    index.set(type, names);
  }
  return names.get(name);
}

/** Filled type by type, when a message needs a name of that type. */
function emptyIndex(): Map<string, Map<string, Map<Stack, number>>> {
  return new Map();
}
