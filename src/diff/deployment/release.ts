import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { fateOf } from '../../queries/deletion.js';
import type { DiffContext } from './problem.js';

/**
 * When a deployed resource lets go of what another one takes, as seen from the other one. `never`: it is retained, or its stack stays deployed.
 * `any-order`: the manifest does not say which stack is deployed first. `any-time`: both are updated in one stack, in an order that
 * CloudFormation chooses.
 */
export type Release = 'before' | 'after' | 'never' | 'any-order' | 'any-time';

/** Whether it is the deployed resource still. */
export function isKept(resource: Resource, { pairing, recreated }: DiffContext): boolean {
  return !recreated.has(resource.base) && pairing.matches.isUpdatedInPlace(resource.base);
}

/**
 * CloudFormation creates and updates before it deletes:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html
 */
export function releaseOf(taker: Resource, holder: Resource, context: DiffContext): Release {
  const { after, pairing } = context;
  const source = pairing.matches.stacksOf('before', rootStackOf(holder.stack));
  if (source === undefined || source.kind === 'moved') return 'never';
  const partner = pairing.matches.partnerOf(holder);
  if (partner !== undefined && isKept(partner, context)) {
    if (after.order.createdBefore(partner, taker)) return 'before';
    return after.order.createdBefore(taker, partner) ? 'after' : 'any-time';
  }
  if (fateOf(holder) === 'retained') return 'never';
  if (rootStackOf(taker.stack) === rootStackOf(source.after)) return 'after';
  if (after.order.precedes(source.after, taker.stack)) return 'before';
  return after.order.precedes(taker.stack, source.after) ? 'after' : 'any-order';
}
