import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import type { Identity } from '../../queries/identities.js';
import { deployCommand, destroyCommand, keepLogicalId } from '../commands.js';
import type { DiffContext, Problem } from './problem.js';
import type { Release } from './release.js';
import { sequenceOf } from './sequence.js';

/** A resource that takes an identity that a deployed one has. */
export interface Collision {
  readonly taker: Resource;
  readonly identity: Identity;
  /** The deployed resource. */
  readonly holder: Resource;
  /** Whether the taker is updated in place; otherwise it is created. */
  readonly isUpdated: boolean;
  /** `swap`: both are updated in one stack, and each takes what the other one has. */
  readonly when: Release | 'swap';
}

export function describeCollision(collision: Collision, context: DiffContext): Problem {
  const { taker, identity, holder, when } = collision;
  const { what, says, second } = identity.row;
  const isRejected = second === 'rejected';
  const answer = says === undefined ? '' : `: \`${says}\``;
  const reason = isRejected
    ? `${outcomeOf(collision)}${answer}.`
    : `deleting that one, when this one is there, removes what this one has set${second === 'ignored' ? ', and CloudFormation reports success' : ''}.`;
  return {
    kind: 'identity-taken',
    level: isRejected && BLOCKING.has(when) ? 'blocked' : 'careful',
    at: taker,
    message: `${actionOf(collision)} the ${what} that ${isSamePlace(collision) ? 'the deployed one' : `the deployed ${holder.displayNameFrom(taker)}`} has; ${reason}`,
    fix: wayOut(collision, context),
    isByOrder: when === 'any-order',
    ...sequenceFor(collision, context),
  };
}

/** The deployments with which it works, at the price of an interruption in between. */
function sequenceFor({ taker, holder, when }: Collision, { pairing }: DiffContext): Pick<Problem, 'sequence'> {
  if (!BLOCKING.has(when)) return {};
  const [here, there] = [rootStackOf(taker.stack), rootStackOf(holder.stack)];
  const source = pairing.matches.stacksOf('before', there);
  if (source === undefined || source.kind === 'moved' || when === 'never') return {};
  if (source.after !== here) {
    const commands = [source.after, here].map((stack) => deployCommand(stack, { exclusively: true }));
    return { sequence: commands.map((command, index) => `${index + 1}. \`${command}\``) };
  }
  const name = taker.displayName;
  return { sequence: sequenceOf([`leave out ${name}`, `put ${name} back`], here) };
}

const BLOCKING: ReadonlySet<Collision['when']> = new Set(['after', 'never', 'any-order', 'swap']);

function actionOf({ isUpdated, ...collision }: Collision): string {
  if (isUpdated) return 'It is changed to take';
  return isSamePlace({ isUpdated, ...collision }) ? 'It is replaced, and the new one takes' : 'It is created with';
}

function isSamePlace({ taker, holder }: Collision): boolean {
  return taker.logicalId === holder.logicalId && taker.stack.id === holder.stack.id;
}

function outcomeOf({ taker, holder, when }: Collision): string {
  const [here, there] = [rootStackOf(taker.stack).name, rootStackOf(holder.stack).name];
  switch (when) {
    case 'before':
      return `${there} is deployed first and deletes that one, so that there is none in between`;
    case 'never':
      return 'that one stays';
    case 'after':
      return here === there
        ? 'CloudFormation deletes that one only at the end of the update'
        : `${there}, which deletes that one, is deployed after ${here}`;
    case 'any-order':
      return `${here} may be deployed before ${there}, which deletes that one`;
    case 'swap':
      return 'that one takes what this one has, so that whichever is updated first is rejected';
    case 'any-time':
      return 'CloudFormation may update this one before that one';
  }
}

function wayOut({ taker, holder, isUpdated, when }: Collision, { pairing, canRefactor }: DiffContext): string {
  const [here, there] = [rootStackOf(taker.stack), rootStackOf(holder.stack)];
  const source = pairing.matches.stacksOf('before', there);
  if (source === undefined || source.kind === 'moved')
    return `Delete the stack ${there.name}, or take this resource out of it, before this deployment (${destroyCommand(there)}).`;
  if (source.after !== here)
    return when === 'before'
      ? `Expect an interruption between the two deployments${canRefactor ? ', or move the deployed resource with `cdk refactor --unstable=refactor`' : ''}.`
      : `Deploy ${source.after.name} on its own first, which deletes it (\`${deployCommand(source.after, { exclusively: true })}\`), then ${here.name}${canRefactor ? '; or, without an interruption, move the deployed resource with `cdk refactor --unstable=refactor`' : ''}.`;
  if (isUpdated) return 'Deploy in two steps: first remove or change the other one, then this one.';
  if (taker.logicalId === holder.logicalId)
    return 'Deploy in two steps: first without this resource, then with the new one; or leave the property that makes CloudFormation replace it as it is.';
  return `Keep the logical ID: ${keepLogicalId(holder)}; or deploy in two steps, first without this resource, then with it.`;
}
