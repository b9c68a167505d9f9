import type { Stack } from '../../../src/assembly/model.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../../src/graph/model/root-stack.js';
import { groupBy } from '../../../src/group-by.js';
import { withoutRegion } from '../../../src/queries/region-words.js';

/** Stacks that are copies of one another in different regions: their names differ in nothing but the region, and they share constructs. */
export interface RegionalCopies {
  readonly stacks: readonly Stack[];
  /** The resources of a stack, and of those nested in it, by type and by their construct's path inside of it, without region words. */
  readonly resources: ReadonlyMap<Stack, ReadonlyMap<string, Resource>>;
}

/** All groups of copies; a stack is in one at most. */
export function regionalCopies(graph: ResourceGraph): readonly RegionalCopies[] {
  return graph.memo(findCopies);
}

function findCopies(graph: ResourceGraph): readonly RegionalCopies[] {
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
    const parts = graph.memo(stacksByRoot);
    const resources = new Map(stacks.map((stack) => [stack, resourcesByPlace(graph, stack, parts.get(stack) ?? [])] as const));
    const [first, ...others] = [...resources.values()];
    const share = others.every((other) => [...other.keys()].some((place) => first?.has(place)));
    return share ? [{ stacks, resources }] : [];
  });
}

function stacksByRoot(graph: ResourceGraph): ReadonlyMap<Stack, readonly Stack[]> {
  return groupBy(graph.stacks, rootStackOf);
}

function resourcesByPlace(graph: ResourceGraph, root: Stack, parts: readonly Stack[]): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const part of parts) {
    const nesting = logicalPathOf(part);
    for (const resource of graph.resourcesOf(part)) {
      if (resource.type === 'AWS::CDK::Metadata') continue;
      const path = resource.constructPath;
      const inside = path?.startsWith(`${root.displayName}/`) ? path.slice(root.displayName.length + 1) : `${nesting}${resource.logicalId}`;
      resources.set(`${resource.type} ${withoutRegion(inside)}`, resource);
    }
  }
  return resources;
}

/** The logical ids of the nested stacks that lead to one: `Data/`; empty for a stack that is not nested. */
function logicalPathOf({ parent }: Stack): string {
  return parent === undefined ? '' : `${logicalPathOf(parent.stack)}${parent.logicalId}/`;
}
