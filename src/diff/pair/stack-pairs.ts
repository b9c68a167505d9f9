import type { Stack } from '../../assembly/model.js';
import { groupBy } from '../../group-by.js';

/**
 * `same`: CloudFormation sees one stack, updated. `renamed`: the same, under another artifact id. `moved`: another name, region or
 * account, so that a new stack is created and the old one stays. `recreated`: a nested stack whose resource is replaced.
 */
export type StackPairKind = 'same' | 'renamed' | 'moved' | 'recreated';

export interface StackPair {
  readonly before: Stack;
  readonly after: Stack;
  readonly kind: StackPairKind;
}

export interface RootPairing {
  readonly pairs: readonly StackPair[];
  readonly added: readonly Stack[];
  readonly removed: readonly Stack[];
}

/** Pairs the stacks of the manifests: by account, region and name, which is what CloudFormation goes by; what is left by what the CDK calls them. */
export function pairRoots(before: readonly Stack[], after: readonly Stack[]): RootPairing {
  const pairs: StackPair[] = [];
  const [removed, added] = [new Set(before.filter(isRoot)), new Set(after.filter(isRoot))];
  const pairBy = (keyOf: (stack: Stack) => string, kindOf: (before: Stack, after: Stack) => StackPairKind): void => {
    const candidates = groupBy([...added], keyOf);
    const rivals = groupBy([...removed], keyOf);
    for (const stack of removed) {
      const [match, ...others] = candidates.get(keyOf(stack)) ?? [];
      if (match === undefined || others.length > 0 || rivals.get(keyOf(stack))?.length !== 1) continue;
      pairs.push({ before: stack, after: match, kind: kindOf(stack, match) });
      removed.delete(stack);
      added.delete(match);
    }
  };
  const sameOrRenamed = (one: Stack, other: Stack): StackPairKind => (one.id === other.id ? 'same' : 'renamed');
  // The id first, so that two stacks of one name (a defect of its own) are distinguished.
  pairBy((stack) => JSON.stringify([physicalKey(stack), stack.id]), sameOrRenamed);
  pairBy(physicalKey, sameOrRenamed);
  const kindOf = (one: Stack, other: Stack): StackPairKind => (isSameTarget(one, other) ? sameOrRenamed(one, other) : 'moved');
  pairBy(({ id }) => id, kindOf);
  pairBy(({ displayName }) => displayName, kindOf);
  const order = new Map(after.map((stack, index) => [stack, index]));
  pairs.sort((one, other) => (order.get(one.after) ?? 0) - (order.get(other.after) ?? 0));
  return { pairs, added: [...added], removed: [...removed] };
}

function isRoot({ parent }: Stack): boolean {
  return parent === undefined;
}

function physicalKey({ environment: { account, region }, name }: Stack): string {
  return JSON.stringify([account ?? null, region ?? null, name]);
}

/** An environment that was left open may be the one that is now written down, or the other way round. */
function isSameTarget(one: Stack, other: Stack): boolean {
  const isSame = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;
  return (
    one.name === other.name &&
    isSame(one.environment.account, other.environment.account) &&
    isSame(one.environment.region, other.environment.region)
  );
}
