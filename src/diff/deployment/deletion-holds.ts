import type { Resource } from '../../graph/model/resource.js';
import { fateOf, protectionOf } from '../../queries/deletion.js';
import { BLOCKING_TYPES, blockedBy } from '../../queries/dependents.js';
import { type Change, isRecreated } from '../changes.js';
import type { DiffContext, Problem } from './problem.js';

/**
 * What CloudFormation deletes at the end of the update while something that stays needs it: the deletion fails, the update stands, and the rest is
 * in no stack any more. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-monitor-stack.html
 */
export function* deletionHolds({ changes }: DiffContext): Generator<Problem> {
  const deleted = new Map<Resource, Change>();
  for (const change of changes) if (leavesAs(change) === 'deleted') deleted.set(change.before?.base as Resource, change);
  if (deleted.size === 0) return;
  const reported = new Set<Resource>();
  for (const change of changes) {
    const { before: holder } = change;
    if (holder === undefined || !BLOCKING_TYPES.includes(holder.type) || holder.existence !== 'certain' || leavesAs(change) !== 'stays')
      continue;
    for (const { resource, answer } of blockedBy(holder)) {
      const held = deleted.get(resource.base);
      if (held?.before?.existence !== 'certain' || reported.has(resource.base)) continue;
      reported.add(resource.base);
      yield describe(held.before, held.after, holder, answer);
    }
  }
}

/** What becomes of a deployed resource that the update takes out of its stack. Undefined when it is in there still, or that is not known. */
function leavesAs(change: Change): 'deleted' | 'stays' | undefined {
  const { before, after, kind } = change;
  if (before === undefined) return undefined;
  const isReplaced = kind !== 'removed' && kind !== 'renamed' && kind !== 'moved';
  if (isReplaced && (after === undefined || !isRecreated(change))) return undefined;
  const policy = isReplaced ? (after?.attribute('UpdateReplacePolicy').text ?? 'Delete') : fateOf(before);
  if (policy === 'retained' || policy === 'Retain' || policy === 'RetainExceptOnCreate' || protectionOf(before)?.isOn === true)
    return 'stays';
  return policy === 'deleted' || policy === 'Delete' ? 'deleted' : undefined;
}

function describe(before: Resource, after: Resource | undefined, holder: Resource, answer: string): Problem {
  const name = holder.displayNameFrom(before);
  return {
    kind: 'deletion-held',
    level: 'careful',
    at: after ?? before,
    message: `CloudFormation deletes ${before.displayName} at the end of the update, and ${name}, which stays, still needs it: \`${answer}\`. The update itself succeeds, and what could not be deleted is no longer managed by CloudFormation.`,
    fix: `Retain it as long as ${name} is there (\`removalPolicy: RemovalPolicy.RETAIN\`), or delete ${name} first.`,
  };
}
