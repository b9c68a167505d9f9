import { expect, it } from 'vitest';
import { withoutCovered } from '../../src/external/covered-rules.js';
import type { UnlocatedFinding } from '../../src/finding/unlocated-finding.js';

const finding = (checkId: string, id: string, related: readonly string[] = []): UnlocatedFinding =>
  ({
    checkId,
    place: { resource: { id } },
    related: related.map((other) => ({ message: '', place: { resource: { id: other } } })),
  }) as unknown as UnlocatedFinding;

it('leaves out a rule of cfn-lint where a check reports the same resource, and nowhere else', () => {
  const own = [finding('sqs/visibility-timeout', 'Web.Source', ['Web.Queue', 'Web.Handler'])];
  const others = [finding('cfn-lint/E3505', 'Web.Queue'), finding('cfn-lint/E3505', 'Web.Other'), finding('cfn-lint/I3011', 'Web.Queue')];
  expect(withoutCovered(others, own).map(({ checkId, place }) => [checkId, place.resource?.id])).toEqual([
    ['cfn-lint/E3505', 'Web.Other'],
    ['cfn-lint/I3011', 'Web.Queue'],
  ]);
  expect(withoutCovered(others, [])).toEqual(others);
});
