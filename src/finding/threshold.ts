import { SEVERITIES, type Severity } from '../check/problem.js';

/** The severities that a run fails for: `failOn` and what is worse. */
export function failingSeverities(failOn: Severity | 'never'): readonly Severity[] {
  return failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}
