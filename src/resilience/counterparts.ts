import type { Resource } from '../graph/model/resource.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { groupBy } from '../group-by.js';
import { withoutRegion } from '../queries/region-words.js';
import type { Scope } from './scope.js';

/** The resources of one region, each with what plays its part in another region of the contract. */
export type Counterparts = ReadonlyMap<Resource, Resource>;

/**
 * Pairs by type: in the same place of the construct tree, or with the same name, both without the words that tell regions apart; and what is
 * left when it is a single one on each side.
 */
export function findCounterparts(scope: Scope, from: string, to: string): Counterparts {
  const pairs = new Map<Resource, Resource>();
  const there = groupBy(scope.resourcesIn(to), ({ type }) => type);
  for (const [type, own] of groupBy(scope.resourcesIn(from), (resource) => resource.type)) {
    const free = new Set(there.get(type) ?? []);
    let left: readonly Resource[] = own;
    for (const keyOf of [placeOf, nameOf]) left = pairUp(left, free, keyOf, pairs);
    const [only, ...others] = left;
    const [rest, ...more] = free;
    if (only !== undefined && rest !== undefined && others.length === 0 && more.length === 0) pairs.set(only, rest);
  }
  return pairs;
}

/** Gives what finds no partner. */
function pairUp(
  own: readonly Resource[],
  free: Set<Resource>,
  keyOf: (resource: Resource) => string | undefined,
  pairs: Map<Resource, Resource>,
): readonly Resource[] {
  const waiting = new Map([...groupBy([...free], keyOf)].map(([key, resources]) => [key, [...resources]]));
  return own.filter((resource) => {
    const key = keyOf(resource);
    const partner = key === undefined ? undefined : waiting.get(key)?.shift();
    if (partner === undefined) return true;
    pairs.set(resource, partner);
    free.delete(partner);
    return false;
  });
}

/** The path of its construct inside of its stack. */
function placeOf({ constructPath, logicalId, stack }: Resource): string {
  const { displayName } = rootStackOf(stack);
  const inside = constructPath?.startsWith(`${displayName}/`) ? constructPath.slice(displayName.length + 1) : undefined;
  return `${withoutRegion(displayName)} ${withoutRegion(inside ?? logicalId)}`;
}

function nameOf({ physicalName }: Resource): string | undefined {
  return physicalName === undefined ? undefined : withoutRegion(physicalName);
}
