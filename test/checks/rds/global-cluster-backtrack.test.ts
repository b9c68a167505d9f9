import { expect, it } from 'vitest';
import { globalClusterBacktrack as check } from '../../../checks/rds/global-cluster-members.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster } from './aurora.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-backtrack",
        "logicalId": "Cluster",
        "message": "This cluster belongs to the global cluster "orders", and backtrack is not supported for global databases: it is rejected.",
        "propertyPath": "BacktrackWindow",
        "severity": "error",
        "stack": "Primary",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a number as text', aurora({ primary: { BacktrackWindow: '3600' } }), 'error Primary.Cluster BacktrackWindow'],
  ['a secondary', aurora({ secondary: { BacktrackWindow: 1 } }), 'error Secondary.Cluster BacktrackWindow'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['a window of nothing', aurora({ primary: { BacktrackWindow: 0 } })],
  ['a cluster of its own', { Only: { region: 'us-east-1', resources: { Cluster: cluster({ BacktrackWindow: 3600 }) } } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
