import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import { tableOf } from '../table-of.js';

/**
 * Rules of cfn-lint that look at one template, and the check that reports the same fault over all of them, with both places and AWS's answer.
 * Source of the rules: https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md
 */
const COVERED_BY: Readonly<Record<string, string>> = tableOf({
  'cfn-lint/E3505': 'sqs/visibility-timeout',
  'cfn-lint/E3045': 's3/access-control-list-rejected',
});

/** Leaves out what one of our own findings reports at the same resource: one cause is one finding. */
export function withoutCovered(others: readonly UnlocatedFinding[], own: readonly UnlocatedFinding[]): readonly UnlocatedFinding[] {
  const covering = new Set(Object.values(COVERED_BY));
  const found = new Set(
    own
      .filter(({ checkId }) => covering.has(checkId))
      .flatMap(({ checkId, place, related }) =>
        [place, ...related.map(({ place }) => place)].map(({ resource }) => `${checkId} ${resource?.id}`),
      ),
  );
  if (found.size === 0) return others;
  return others.filter(({ checkId, place }) => !found.has(`${COVERED_BY[checkId]} ${place.resource?.id}`));
}
