import type { Stack } from '../../../src/assembly/model.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { withoutRegion } from '../../../src/queries/region-words.js';

/** Stacks that are copies of one another in different regions: their names differ in nothing but the region, and they share constructs. */
export interface Twins {
  readonly stacks: readonly Stack[];
  /** The resources of a stack by type and by their construct's path inside of it, without region words. */
  readonly resources: ReadonlyMap<Stack, ReadonlyMap<string, Resource>>;
}

/** All groups of twins; a stack is in one at most. */
export function regionalTwins(graph: ResourceGraph): readonly Twins[] {
  return graph.memo(findTwins);
}

function findTwins(graph: ResourceGraph): readonly Twins[] {
  const groups = new Map<string, Stack[]>();
  for (const stack of graph.stacks) {
    if (stack.parent !== undefined || stack.environment.region === undefined) continue;
    const key = `${stack.environment.account ?? ''} ${withoutRegion(stack.displayName)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(stack);
  }
  return [...groups.values()].flatMap((stacks) => {
    const regions = new Set(stacks.map(({ environment }) => environment.region));
    // Two in one region are not copies for another.
    if (stacks.length < 2 || regions.size !== stacks.length) return [];
    const resources = new Map(stacks.map((stack) => [stack, resourcesByPlace(graph, stack)] as const));
    const [first, ...others] = [...resources.values()];
    const share = others.every((other) => [...other.keys()].some((place) => first?.has(place)));
    return share ? [{ stacks, resources }] : [];
  });
}

function resourcesByPlace(graph: ResourceGraph, stack: Stack): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const resource of graph.resourcesOf(stack)) {
    if (resource.type === 'AWS::CDK::Metadata') continue;
    const path = resource.constructPath;
    const inside = path?.startsWith(`${stack.displayName}/`) ? path.slice(stack.displayName.length + 1) : resource.logicalId;
    resources.set(`${resource.type} ${withoutRegion(inside)}`, resource);
  }
  return resources;
}
