import { scopeOfResource } from '../../assembly/construct-index.js';
import type { Stack } from '../../assembly/model.js';
import { scopeOfStack } from '../../assembly/stack-scope.js';
import type { Resource } from './resource.js';

/** The path of its construct inside its stack (`Payments/Table`), or its logical ID when the assembly names no construct. */
export function displayNameOf(resource: Resource): string {
  const name = nameInStack(resource);
  if (name === undefined) return resource.logicalId;
  const others = sameName(resource, name);
  return others.some((other) => other.stack === resource.stack) ? withoutDefaultChild(resource.constructPath ?? name) : name;
}

/** The same for a message about a place in a stack: with the path of its own stack where another resource of its type has the name, too. */
export function displayNameFrom(resource: Resource, stack: Stack): string {
  if (resource.stack === stack) return displayNameOf(resource);
  const name = nameInStack(resource);
  if (name === undefined) return resource.logicalId;
  return sameName(resource, name).length === 0 ? name : withoutDefaultChild(resource.constructPath ?? name);
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

/** Other resources of its type with its name, in any stack. */
function sameName(resource: Resource, name: string): readonly Resource[] {
  const index = resource.graph.memo(emptyIndex);
  let names = index.get(resource.type);
  if (names === undefined) {
    names = new Map();
    for (const one of resource.graph.resourcesOfType(resource.type)) {
      const found = nameInStack(one) ?? one.logicalId;
      const list = names.get(found);
      if (list === undefined) names.set(found, [one]);
      else list.push(one);
    }
    index.set(resource.type, names);
  }
  return (names.get(name) ?? []).filter((other) => !other.is(resource));
}

/** Filled type by type, when a message needs a name of that type. */
function emptyIndex(): Map<string, Map<string, Resource[]>> {
  return new Map();
}
