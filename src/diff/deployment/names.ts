import { FURTHER_NAMES } from '../../facts/identities/names.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import { UNIQUE_NAMES } from '../../facts/unique-names.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { fateOf } from '../../queries/deletion.js';
import { type Change, isRecreated } from '../changes.js';
import { importCommand, keepLogicalId, retainSetting } from '../commands.js';
import { adviceOf } from '../consequence/assess.js';
import type { DiffContext, Problem } from './problem.js';
import { commonNameOf } from './same-name.js';

/** CloudFormation creates the new resource before it deletes the old one, so that a name the template gives is still taken. */
export function* nameProblems(context: DiffContext): Generator<Problem> {
  for (const change of context.changes) {
    const { before, after, kind } = change;
    if (before === undefined || after === undefined) continue;
    const isCertain = isRecreated(change);
    if (!isCertain && change.consequence !== 'may-be-replaced') continue;
    const name = commonNameOf(before, after, context);
    if (name === undefined) continue;
    if (!isCertain) yield perhapsReplacedProblem(after, name);
    else yield kind === 'moved' ? movedProblem(before, after, name, context) : replacedProblem(change, before, after, name, context);
  }
  yield* changedTypes(context.changes);
  yield* takenNames(context);
  yield* movedStacks(context);
}

function replacedProblem(
  { kind, differences }: Change,
  before: Resource,
  after: Resource,
  name: string,
  { canRefactor }: DiffContext,
): Problem {
  const isRenamed = kind === 'renamed';
  if (!isRenamed && before.physicalName !== undefined && before.physicalName !== name)
    return respelledProblem(after, before.physicalName, name);
  return {
    kind: 'name-collision',
    level: 'blocked',
    at: after,
    message: isRenamed
      ? `It is created under its new logical ID while ${before.logicalId} still has the name ${name}: \`${name} already exists\`.`
      : `It is replaced and keeps the name ${name}: \`CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.\``,
    fix: isRenamed
      ? `${canRefactor ? 'Move the deployed resource with `cdk refactor --unstable=refactor`, give it' : 'Give it'} another name, or keep the logical ID: ${keepLogicalId(before)}.`
      : (adviceOf(after, differences) ?? 'Give it another name with this change, or leave the name to CloudFormation.'),
  };
}

/** For CloudFormation it is another name, for the service it is the same one. */
function respelledProblem(after: Resource, old: string, name: string): Problem {
  return {
    kind: 'name-collision',
    level: 'blocked',
    at: after,
    message: `It is replaced because its name changes from ${old} to ${name}, which is the same name for the service: \`${name} already exists\`.`,
    fix: `Keep the deployed spelling (\`addPropertyOverride\` on the L1 resource, or the feature flag that changed it, such as \`@aws-cdk/aws-rds:lowercaseDbIdentifier\`, as it was), or give it another name.`,
  };
}

function perhapsReplacedProblem(after: Resource, name: string): Problem {
  return {
    kind: 'name-collision',
    level: 'careful',
    at: after,
    message: `It may be replaced, and keeps the name ${name}: then \`CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.\``,
    fix: 'Look at a change set (`cdk diff`) before deploying, and give it another name with this change if it is replaced.',
  };
}

function movedProblem(before: Resource, after: Resource, name: string, { after: graph, pairing, canRefactor }: DiffContext): Problem {
  const source = pairing.matches.stacksOf('before', rootStackOf(before.stack))?.after;
  const isKept = source === undefined || fateOf(before) === 'retained';
  const isFreed = !isKept && graph.order.precedes(source, after.stack);
  return {
    kind: 'name-collision',
    level: isFreed ? 'careful' : 'blocked',
    at: after,
    message: isFreed
      ? `${before.stack.name} is deployed first and deletes the resource with the name ${name} before ${after.stack.name} creates it: in between, no resource has the name.`
      : `${after.stack.name} creates it while ${before.stack.name} still owns a resource with the name ${name}: \`${name} already exists\`.`,
    fix: `${canRefactor ? 'Move the deployed resource with `cdk refactor --unstable=refactor`; or deploy' : 'Deploy'} it with ${retainSetting(before)}, take it out of the old stack, and bring it into the new one with ${importCommand(before.stack)}.`,
  };
}

/** A name that a resource gets when it is created, and that another deployed one of its type has, which is deleted at the end, or gets a name of its own. */
function* takenNames(context: DiffContext): Generator<Problem> {
  const held = new Map<string, Change>();
  for (const change of context.changes) {
    const key = change.before === undefined || !isLeaving(change) ? undefined : keyInStack(change.before);
    if (key !== undefined) held.set(key, change);
  }
  if (held.size === 0) return;
  const reported = new Set<Change>();
  for (const change of context.changes) {
    const { after } = change;
    if (after === undefined || !(change.kind === 'added' || isRecreated(change))) continue;
    const key = keyInStack(after);
    const holder = key === undefined ? undefined : held.get(key);
    if (holder?.before === undefined || holder === change || holder.before.type !== after.type) continue;
    // A new name, or a resource in the place of one of another id, is a change of one resource.
    if (holder.after?.physicalName === after.physicalName) continue;
    // Two that swap their names have one problem.
    if (reported.has(holder) && holder.after?.physicalName === change.before?.physicalName) continue;
    reported.add(change);
    const name = after.physicalName ?? '';
    yield {
      kind: 'name-collision',
      level: 'blocked',
      at: after,
      message: `It is created with the name ${name} while the deployed ${holder.before.displayNameFrom(after)} still has it: \`${name} already exists\`.`,
      fix: 'Deploy in two steps: first give the other one its new name, or delete it, then this one; or choose a name that is free.',
    };
  }
}

/** Whether CloudFormation deletes the deployed resource at the end of the update. */
function isLeaving(change: Change): boolean {
  return change.kind === 'removed' || (change.kind === 'changed' && isRecreated(change));
}

/** Types whose names are compared with all else that makes a resource unique. */
const COMPARED_ELSEWHERE: ReadonlySet<string> = new Set(FURTHER_NAMES.map(({ type }) => type));

/** A unique name within one stack, whose account and region may be open. */
function keyInStack(resource: Resource): string | undefined {
  const named = COMPARED_ELSEWHERE.has(resource.type) ? undefined : UNIQUE_NAMES.get(resource.type);
  const { physicalName, existence, stack } = resource;
  if (named === undefined || named.isTaken || named.within !== undefined || physicalName === undefined || existence !== 'certain')
    return undefined;
  return JSON.stringify([named.space, named.ignoresCase ? physicalName.toLowerCase() : physicalName, rootStackOf(stack).name]);
}

/** Names of a stack that is deployed under another name or to another place, while the old one stays. */
function* movedStacks(context: DiffContext): Generator<Problem> {
  for (const pair of context.pairing.stacks) {
    if (pair.kind !== 'moved') continue;
    const held = new Map([...context.before.resourcesOf(pair.before)].map((resource) => [uniqueKey(resource), resource]));
    for (const resource of context.after.resourcesOf(pair.after)) {
      const key = uniqueKey(resource);
      const holder = key === undefined ? undefined : held.get(key);
      if (holder !== undefined) yield movedProblem(holder, resource, resource.physicalName ?? '', context);
    }
  }
}

/** Equal for two resources that cannot have their names at once. */
function uniqueKey({ type, physicalName, existence, account, region }: Resource): string | undefined {
  const named = UNIQUE_NAMES.get(type);
  if (named === undefined || named.isTaken || named.within !== undefined || physicalName === undefined || existence !== 'certain')
    return undefined;
  if ((named.scope !== 'partition' && account === undefined) || (named.scope === 'region' && region === undefined)) return undefined;
  const name = named.ignoresCase ? physicalName.toLowerCase() : physicalName;
  const place = named.scope === 'partition' ? [] : named.scope === 'account' ? [account] : [account, region];
  return JSON.stringify([named.space, name, ...place]);
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
      message: `It takes the name ${after.physicalName} of the ${before.type} ${before.displayName}, which is deleted only after it is created: \`${after.physicalName} already exists\`.`,
      fix: 'Give the new one another name and move what the old one holds, or take the old one out in a deployment of its own.',
    };
  }
}

function serviceKey({ type, physicalName, stack: { environment } }: Resource): string | undefined {
  const named = NAMED_TYPES.get(type);
  if (physicalName === undefined || named?.service === undefined) return undefined;
  return JSON.stringify([named.service, named.prefix, environment.account, environment.region, physicalName]);
}
