import type { Check } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { findingsIn } from './findings-in.js';

/** What a check reports, each as its severity, logical id and property: `error Orders RedrivePolicy.deadLetterTargetArn`. */
export function placesIn(check: Check, example: Example): readonly string[] {
  return findingsIn(example, check).map(({ severity, logicalId, propertyPath }) => `${severity} ${logicalId} ${propertyPath}`);
}

/** The message of the first finding. */
export function messageIn(check: Check, example: Example): string {
  return findingsIn(example, check)[0]?.message ?? '';
}
