import type { Stack } from '../../assembly/model.js';
import { isCertainUse, isLookup } from '../links/uses.js';
import type { LinkKind, StackLink } from '../model/link.js';
import type { ResourceGraph } from '../model/resource-graph.js';
import { rootStackOf } from '../model/root-stack.js';
import { cyclesOf } from './cycles.js';

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
    const [stack, needs] = [rootStackOf(from.stack), rootStackOf(to)];
    if (stack === needs) continue;
    const ofStack = found.get(stack) ?? new Map<Stack, Map<LinkKind, number>>();
    const kinds = ofStack.get(needs) ?? new Map<LinkKind, number>();
    found.set(stack, ofStack.set(needs, kinds.set(kind, (kinds.get(kind) ?? 0) + 1)));
  }
  return [...found].flatMap(([stack, ofStack]) =>
    [...ofStack].map(([needs, kinds]) => ({ stack, needs, kinds, isOrdered: graph.order.precedes(needs, stack) })),
  );
}

/**
 * Uses of what another deployed stack offers (an export, an output, a parameter) that CloudFormation looks up when it deploys, whatever the
 * open conditions turn out to be: the other stack has to be deployed before. In the order of the templates.
 */
export function certainLookups(graph: ResourceGraph): readonly StackLink[] {
  return graph.memo(findCertainLookups);
}

function findCertainLookups(graph: ResourceGraph): readonly StackLink[] {
  return graph.stackLinks.filter(
    (link) => isLookup(link) && rootStackOf(link.from.stack) !== rootStackOf(link.to) && isCertainUse(graph, link),
  );
}

/** Groups of stacks each of which has to be deployed before all others of its group, by the manifest and by what they look up. */
export function cyclicStacksOf(graph: ResourceGraph): readonly ReadonlySet<Stack>[] {
  return graph.memo(findCyclicStacks);
}

function findCyclicStacks(graph: ResourceGraph): readonly ReadonlySet<Stack>[] {
  const needs = new Map<Stack, Set<Stack>>();
  const add = (consumer: Stack, producer: Stack): void => {
    const known = needs.get(consumer);
    if (known === undefined) needs.set(consumer, new Set([producer]));
    else known.add(producer);
  };
  for (const stack of graph.stacks) for (const dependency of stack.dependencies) add(rootStackOf(stack), dependency);
  for (const { from, to } of certainLookups(graph)) add(rootStackOf(from.stack), rootStackOf(to));
  return cyclesOf(graph.stacks, (stack) => needs.get(stack) ?? []);
}
