import type { Stack } from '../assembly/model.js';
import { artifactOf } from '../graph/order.js';
import type { Resource } from '../graph/resource.js';

/** Things by what they have in common, in their order. */
export function groupBy<Key, T>(things: Iterable<T>, keyOf: (thing: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Resources by the stack that is deployed with them: nested stacks count as their root. */
export function byDeployedStack(resources: Iterable<Resource>): ReadonlyMap<Stack, readonly Resource[]> {
  return groupBy(resources, ({ stack }) => artifactOf(stack));
}
