/** As `Map.groupBy`, which Node 20 does not have. */
export function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  // Not by `for of`, which makes an object for each item until V8 optimizes it: nothing groups more than the graph.
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as T;
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
