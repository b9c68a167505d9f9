import type { Stack } from '../../assembly/model.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import type { Change } from '../changes.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { describeStack } from '../places.js';
import type { Deployment, StackChange } from '../report.js';
import { isDeployed } from '../stacks.js';

/** Stacks that a deployment changes, each after those that the manifest makes it wait for. */
export function orderOf(
  stacks: readonly Stack[],
  { roots, stacks: pairs, matches }: Pairing,
  changes: readonly Change[],
  reported: readonly StackChange[],
): { readonly order: Deployment['order']; readonly ordered: readonly Stack[]; readonly changed: ReadonlySet<Stack> } {
  const changed = new Set<Stack>(roots.added.filter(isDeployed));
  for (const { kind, after } of pairs) if (kind === 'moved') changed.add(rootStackOf(after));
  for (const { before, after } of changes) {
    if (after !== undefined) changed.add(rootStackOf(after.stack));
    const source = before && matches.stacksOf('before', before.stack);
    if (source !== undefined) changed.add(rootStackOf(source.after));
  }
  const ids = new Set(reported.filter(({ parts }) => parts.length > 0).map(({ after }) => after?.id));
  for (const stack of stacks) if (ids.has(stack.id)) changed.add(rootStackOf(stack));
  const order: Stack[] = [];
  const seen = new Set<Stack>();
  const visit = (stack: Stack): void => {
    if (seen.has(stack)) return;
    seen.add(stack);
    stack.dependencies.forEach(visit);
    if (changed.has(stack)) order.push(stack);
  };
  for (const stack of stacks) if (stack.parent === undefined) visit(stack);
  const kindOf = (stack: Stack): 'added' | 'moved' | 'changed' => {
    const pair = matches.stacksOf('after', stack);
    return pair === undefined ? 'added' : pair.kind === 'moved' ? 'moved' : 'changed';
  };
  return { order: order.map((stack) => ({ stack: describeStack(stack), change: kindOf(stack) })), ordered: order, changed };
}
