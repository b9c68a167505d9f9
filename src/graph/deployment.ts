import type { Stack } from '../assembly/model.js';
import { cyclesOf } from './cycles.js';
import type { ResourceGraph } from './graph.js';
import { LINK_CLASS, type LinkKind } from './link.js';
import { artifactOf } from './order.js';

/** One stack that uses what another one offers; nested stacks count as the stack that they are deployed with. */
export interface StackNeed {
  readonly stack: Stack;
  readonly needs: Stack;
  /** How often, by kind of link. */
  readonly kinds: ReadonlyMap<LinkKind, number>;
  /** Whether the manifest makes `needs` deploy first. Where it does not, only chance or a hand orders the two. */
  readonly isOrdered: boolean;
}

/** What stacks need of one another, by all links between them, whether or not the manifest knows. */
export function needsOf(graph: ResourceGraph): readonly StackNeed[] {
  const found = new Map<Stack, Map<Stack, Map<LinkKind, number>>>();
  for (const { from, to, kind } of graph.stackLinks) {
    const [stack, needs] = [artifactOf(from.stack), artifactOf(to)];
    if (stack === needs) continue;
    const ofStack = found.get(stack) ?? new Map<Stack, Map<LinkKind, number>>();
    const kinds = ofStack.get(needs) ?? new Map<LinkKind, number>();
    found.set(stack, ofStack.set(needs, kinds.set(kind, (kinds.get(kind) ?? 0) + 1)));
  }
  return [...found].flatMap(([stack, ofStack]) =>
    [...ofStack].map(([needs, kinds]) => ({ stack, needs, kinds, isOrdered: graph.order.precedes(needs, stack) })),
  );
}

/** Groups of stacks each of which is to be deployed before all others of its group, by the manifest and by exact links. */
export function cyclicStacksOf(graph: ResourceGraph): readonly ReadonlySet<Stack>[] {
  const needed = new Map<Stack, Set<Stack>>();
  for (const stack of graph.stacks) if (stack.parent === undefined) needed.set(stack, new Set(stack.dependencies));
  for (const { stack, needs, kinds } of needsOf(graph)) {
    if ([...kinds.keys()].some((kind) => LINK_CLASS[kind] === 'exact')) needed.get(stack)?.add(needs);
  }
  return cyclesOf(needed.keys(), (stack) => needed.get(stack) ?? []);
}
