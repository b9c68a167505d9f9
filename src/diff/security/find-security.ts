import type { Stack } from '../../assembly/model.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { FoundChanges } from '../impact/find-changes.js';
import { diffGroup, type Group } from '../impact/groups.js';
import type { TemplateDiffer } from '../impact/template-diff.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { networkChanges } from './network.js';
import { type FindResource, permissionChanges } from './permissions.js';
import { protectionChanges } from './protection.js';
import type { SecurityNote } from './security-note.js';

/** Who may do more or less than before, and what is protected more or less than before. `onFailure` is told of what could not be compared. */
export function* findSecurityChanges(
  before: ResourceGraph,
  after: ResourceGraph,
  pairing: Pairing,
  { compared, groups }: FoundChanges,
  differ: TemplateDiffer | undefined,
  onFailure: (stack: Stack, logicalId: string) => void,
): Generator<SecurityNote> {
  for (const pair of compared) {
    if (pair.differences.length > 0 && pair.before.type === pair.after.type) yield* protectionChanges(pair.before, pair.after);
  }
  for (const pair of pairing.stacks) {
    if (pair.kind === 'same' || pair.kind === 'renamed') yield* terminationProtection(pair.before, pair.after);
  }
  if (differ === undefined) return;
  for (const group of groups) {
    const find = finderIn(group, before, after, pairing);
    for (const diff of diffGroup(group, differ, (logicalId) => onFailure(group.stack, logicalId))) {
      yield* permissionChanges(diff, group.stack, find);
      yield* networkChanges(diff, group.stack, find);
    }
  }
}

function finderIn({ stack }: Group, before: ResourceGraph, after: ResourceGraph, { partners }: Pairing): FindResource {
  return (logicalId) => {
    const current = after.resource(stack, logicalId);
    if (current !== undefined) return { resource: current, isNew: partners.originOf(current) === undefined };
    const origin = partners.stacksOf('after', stack)?.before ?? stack;
    const gone = before.resource(origin, logicalId);
    return gone && { resource: gone, isNew: false };
  };
}

function* terminationProtection(before: Stack, after: Stack): Generator<SecurityNote> {
  if (before.terminationProtection === after.terminationProtection) return;
  yield {
    area: 'deletion-protection',
    direction: before.terminationProtection ? 'weakened' : 'strengthened',
    subject: after.displayName,
    at: after,
    message: `Termination protection of the stack is switched ${before.terminationProtection ? 'off' : 'on'}.`,
    added: [],
    removed: [],
    isNew: false,
  };
}
