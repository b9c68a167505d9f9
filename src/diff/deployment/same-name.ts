import type { Stack } from '../../assembly/model.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import { UNIQUE_NAMES } from '../../facts/unique-names.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { describeUnknown, partsOf } from '../../graph/model/value.js';
import { canonicalOf } from '../compare/canonical.js';
import type { DiffContext } from './problem.js';

/** The name that the template gives to both, in one environment; undefined when there is none, or it is not known to be the same. */
export function commonNameOf(before: Resource, after: Resource, context: DiffContext): string | undefined {
  const { matches } = context.pairing;
  const old = environmentNow(before, context);
  const current = after.stack.environment;
  if (before.type !== after.type || old.account !== current.account || old.region !== current.region) return undefined;
  if (after.physicalName !== undefined && isSameName(before.physicalName, after)) return after.physicalName;
  const steps = NAMED_TYPES.get(after.type)?.steps;
  if (steps === undefined || before.physicalName !== undefined || after.physicalName !== undefined) return undefined;
  const { text } = canonicalOf(after.property(...steps).value, matches.namingAfter);
  const isSame = text !== '' && text === canonicalOf(before.property(...steps).value, matches.namingBefore).text;
  return isSame && isOfEnvironment(before, after, steps) ? text.replaceAll('${?pseudo-parameter ', '${') : undefined;
}

/** Without regard to case where the service compares names so: https://github.com/aws/aws-cdk/issues/14561 */
function isSameName(old: string | undefined, { type, physicalName }: Resource): boolean {
  if (old === physicalName) return true;
  return UNIQUE_NAMES.get(type)?.ignoresCase === true && old?.toLowerCase() === physicalName?.toLowerCase();
}

/** Whether a name holds nothing unknown but pseudo parameters (`data-${AWS::AccountId}`), which are the same on both sides. */
function isOfEnvironment(before: Resource, after: Resource, steps: readonly string[]): boolean {
  const isOneStack = before.stack.id === after.stack.id;
  return (partsOf(after.property(...steps).value) ?? []).every((part) => {
    if (typeof part === 'string') return true;
    if (part.kind !== 'unknown' || part.reason !== 'pseudo-parameter') return false;
    return isOneStack || !describeUnknown(part).startsWith('AWS::Stack');
  });
}

/** Of a resource of before: an environment that was left open may be written down now. */
function environmentNow({ stack }: Resource, { pairing }: DiffContext): Stack['environment'] {
  const pair = pairing.matches.stacksOf('before', rootStackOf(stack));
  return pair === undefined || pair.kind === 'moved' ? stack.environment : pair.after.environment;
}
