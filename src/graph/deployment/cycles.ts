/**
 * Groups of nodes each of which can be reached from all others of its group: the strongly connected components of more than
 * one node, by Tarjan's algorithm, in one pass. Without recursion: a chain may be as long as the input.
 */
export function cyclesOf<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): readonly ReadonlySet<T>[] {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const onPath = new Set<T>();
  const path: T[] = [];
  const groups: ReadonlySet<T>[] = [];
  const enter = (node: T): { readonly node: T; readonly rest: Iterator<T> } => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    path.push(node);
    onPath.add(node);
    return { node, rest: next(node)[Symbol.iterator]() };
  };
  for (const start of nodes) {
    if (index.has(start)) continue;
    const open = [enter(start)];
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const { node, rest } = frame;
      const step = rest.next();
      if (!step.done) {
        if (!index.has(step.value)) open.push(enter(step.value));
        else if (onPath.has(step.value)) lower(low, node, index.get(step.value));
        continue;
      }
      open.pop();
      const above = open.at(-1);
      if (above !== undefined) lower(low, above.node, low.get(node));
      if (low.get(node) !== index.get(node)) continue;
      const group = new Set(path.splice(path.lastIndexOf(node)));
      for (const member of group) onPath.delete(member);
      if (group.size > 1) groups.push(group);
    }
  }
  return groups;
}

function lower<T>(low: Map<T, number>, node: T, to: number | undefined): void {
  low.set(node, Math.min(low.get(node) ?? 0, to ?? Number.POSITIVE_INFINITY));
}
