import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { Pairing } from '../pair/resource-pairs.js';
import type { Renaming } from './reduce.js';

/** New logical ids by old ones, for each stack of after. */
export function findRenamings({ pairs }: Pairing): (after: Resource) => Renaming {
  const renamings = new Map<Stack, Map<string, string>>();
  for (const { before, after, by, stacks } of pairs) {
    if (by === 'logical-id' || stacks === undefined || before.logicalId === after.logicalId) continue;
    const renaming = renamings.get(after.stack) ?? new Map<string, string>();
    renamings.set(after.stack, renaming.set(before.logicalId, after.logicalId));
  }
  const none: Renaming = new Map();
  return ({ stack }) => renamings.get(stack) ?? none;
}
