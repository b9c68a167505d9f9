import { NAMED_TYPES } from '../../facts/resource-names.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { fateOf } from '../../queries/deletion.js';
import { type Change, isReborn } from '../changes.js';
import type { DiffContext, Problem } from './problem.js';

/** CloudFormation makes the new resource before it deletes the old one, so that a name the template gives is still taken. */
export function* nameProblems(context: DiffContext): Generator<Problem> {
  for (const change of context.changes) {
    const { before, after, kind } = change;
    if (before !== undefined && after !== undefined && isReborn(change) && isSameName(before, after) && before.type === after.type)
      yield kind === 'moved' ? movedProblem(before, after, context) : replacedProblem(change, before, after);
  }
  yield* changedTypes(context.changes);
}

function replacedProblem({ kind }: Change, before: Resource, after: Resource): Problem {
  const name = String(after.physicalName);
  const isRenamed = kind === 'renamed';
  return {
    kind: 'name-collision',
    level: 'blocked',
    at: after,
    message: isRenamed
      ? `Under its new logical id it is made anew while ${before.logicalId} still has the name ${name}: \`${name} already exists\`.`
      : `It is replaced and keeps the name ${name}: \`CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.\``,
    fix: isRenamed
      ? 'Give it another name, keep the logical id (`overrideLogicalId`), or move the deployed resource with `cdk refactor`.'
      : 'Give it another name with this change, or leave the name to CloudFormation.',
  };
}

function movedProblem(before: Resource, after: Resource, { after: graph, pairing }: DiffContext): Problem {
  const source = pairing.partners.stacksOf('before', rootStackOf(before.stack))?.after;
  const isKept = source === undefined || fateOf(before) === 'retained';
  const isFreed = !isKept && graph.order.precedes(source, after.stack);
  const name = String(after.physicalName);
  return {
    kind: 'name-collision',
    level: isFreed ? 'careful' : 'blocked',
    at: after,
    message: isFreed
      ? `${before.stack.name} must give up the name ${name} before ${after.stack.name} takes it; it is deployed first, so that nothing has the name in between.`
      : `${after.stack.name} makes it while the one of ${before.stack.name} still has the name ${name}: \`${name} already exists\`.`,
    fix: 'Move the deployed resource with `cdk refactor`, or take it out with RETAIN and bring it into its new stack with `cdk import`.',
  };
}

/** The same name on a resource of another type of the same service (a table that becomes a global table). */
function* changedTypes(changes: readonly Change[]): Generator<Problem> {
  const gone = new Map<string, Resource>();
  for (const { kind, before } of changes) {
    const key = before === undefined || kind !== 'removed' ? undefined : serviceKey(before);
    if (before !== undefined && key !== undefined) gone.set(key, before);
  }
  for (const { kind, after } of changes) {
    const before = after === undefined || kind !== 'added' ? undefined : gone.get(serviceKey(after) ?? '');
    if (after === undefined || before === undefined || before.type === after.type) continue;
    yield {
      kind: 'name-collision',
      level: 'blocked',
      at: after,
      message: `It takes the name ${after.physicalName} of the ${before.type} ${before.logicalId}, which is deleted only after it is made: \`${after.physicalName} already exists\`.`,
      fix: 'Give the new one another name and move what the old one holds, or take the old one out in a deployment of its own.',
    };
  }
}

function serviceKey({ type, physicalName, stack: { environment } }: Resource): string | undefined {
  const named = NAMED_TYPES.get(type);
  if (physicalName === undefined || named?.service === undefined) return undefined;
  return JSON.stringify([named.service, named.prefix, environment.account, environment.region, physicalName]);
}

function isSameName(before: Resource, after: Resource): boolean {
  if (after.physicalName === undefined || after.physicalName !== before.physicalName) return false;
  const [one, other] = [before.stack.environment, after.stack.environment];
  return one.account === other.account && one.region === other.region;
}
