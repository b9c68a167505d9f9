import type { Stack } from '../../assembly/model.js';
import { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { type Change, isRecreated } from '../changes.js';
import type { DeploymentFailure } from '../report.js';
import type { DiffContext, Problem } from './problem.js';
import { irreversibleUpdates } from './rejected-updates.js';

/** The first stack that CloudFormation does not deploy. */
export interface Failure {
  readonly stack: Stack;
  readonly step: number;
  readonly outcome: DeploymentFailure['outcome'];
  readonly deployed: readonly Stack[];
  readonly pending: readonly Stack[];
  readonly leftBehind: readonly { readonly at: Resource; readonly message: string }[];
}

/** Problems that CloudFormation finds in the template, before it changes anything. */
const FOUND_FIRST: ReadonlySet<Problem['kind']> = new Set(['type-changed']);

/** Goes through the stacks in the order of the deployment, as `cdk deploy` does, which stops at the first that fails. */
export function predictFailure(order: readonly Stack[], problems: readonly Problem[], context: DiffContext): Failure | undefined {
  const blocked = problems.filter(({ level, isByOrder }) => level === 'blocked' && isByOrder !== true);
  const failing = new Set(blocked.map(({ at }) => rootOf(at)));
  const index = order.findIndex((stack) => failing.has(stack));
  const stack = order[index];
  if (stack === undefined) return undefined;
  const isFoundFirst = blocked.some(({ kind, at }) => FOUND_FIRST.has(kind) && at instanceof Resource && at.stack === stack);
  return {
    stack,
    step: index + 1,
    outcome: isFoundFirst ? 'rejected' : 'rolled-back',
    deployed: order.slice(0, index),
    pending: order.slice(index + 1),
    leftBehind: isFoundFirst ? [] : [...leftBehind(stack, blocked, context)],
  };
}

function rootOf(at: Problem['at']): Stack {
  return rootStackOf(at instanceof Resource ? at.stack : at);
}

/**
 * What was created is deleted again unless it is retained, and what was updated is updated back, which a service may reject:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function* leftBehind(stack: Stack, blocked: readonly Problem[], context: DiffContext): Generator<Failure['leftBehind'][number]> {
  const failing = new Set(blocked.flatMap(({ at }) => (at instanceof Resource ? [at.base] : [])));
  const isReached = (resource: Resource): boolean =>
    rootStackOf(resource.stack) === stack &&
    !failing.has(resource.base) &&
    ![...failing].some((other) => context.after.order.createdBefore(other, resource));
  for (const change of context.changes) {
    const { after } = change;
    if (after !== undefined && isReached(after) && isCreated(change) && after.attribute('DeletionPolicy').text === 'Retain')
      yield { at: after.base, message: orphanWords(after) };
  }
  for (const { at, says } of irreversibleUpdates(context)) {
    if (isReached(at))
      yield {
        at: at.base,
        message: `is not taken back${says === undefined ? '' : ` (\`${says}\`)`}: the rollback fails there, or leaves the new value`,
      };
  }
}

function isCreated(change: Change): boolean {
  return change.kind === 'added' || isRecreated(change);
}

function orphanWords({ physicalName }: Resource): string {
  const rest = 'is retained by the rollback and then in no stack';
  return physicalName === undefined
    ? `${rest}; the next deployment creates another one`
    : `${rest}; the next deployment fails, as the name ${physicalName} is taken, until it is deleted or imported`;
}
