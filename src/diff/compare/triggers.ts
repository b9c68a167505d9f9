import type { Json } from '../../assembly/model.js';
import type { Difference } from './differences.js';

/** Properties that make a custom resource run at every deployment; `randomString` is the CDK's own (`aws-cdk-lib/custom-resources`). */
const NAME =
  /^(random(string|id|value)?|nonce|salt|time(stamp)?|now|(current|deploy(ment)?|build)(time|date|stamp)|force(update|deploy|run)?|always(update|run)?|cache_?bust(er)?|trigger)$/i;
/** Milliseconds since 1970, or a date with its time: what `Date.now()` and `new Date()` leave in a template. */
const TIMES = /\b1[5-9]\d{11}\b|\b20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-][0-2]\d:?[0-5]\d)?/g;

/** Whether a difference in a custom resource is but another value with each synth. */
export function isTrigger({ path, before, after }: Difference): boolean {
  if (path[0] !== 'Properties' || before === undefined || after === undefined) return false;
  if (path.some((step) => typeof step === 'string' && NAME.test(step))) return true;
  return withoutTimes(before) === withoutTimes(after);
}

function withoutTimes(value: Json): string {
  return JSON.stringify(value).replace(TIMES, '<time>');
}
