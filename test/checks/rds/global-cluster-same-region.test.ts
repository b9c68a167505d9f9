import { expect, it } from 'vitest';
import { globalClusterSameRegion as check } from '../../../checks/rds/global-cluster-members.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, LOGIN } from './aurora.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-same-region",
        "logicalId": "Cluster",
        "message": "The global cluster "orders" already has a cluster in us-east-1; it can have one in each region.",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "The other cluster in us-east-1.",
            "stack": "Primary",
          },
        ],
        "severity": "error",
        "stack": "Secondary",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'two in one template',
    {
      Only: {
        region: 'us-east-1',
        resources: { One: cluster({ ...LOGIN, GlobalClusterIdentifier: 'orders' }), Two: cluster({ GlobalClusterIdentifier: 'orders' }) },
      },
    },
    'error Only.Two',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['different regions', aurora()],
  [
    'regions that are not known',
    {
      Only: {
        resources: { One: cluster({ ...LOGIN, GlobalClusterIdentifier: 'orders' }), Two: cluster({ GlobalClusterIdentifier: 'orders' }) },
      },
    },
  ],
  ['another account', aurora({ secondaryStack: { region: 'us-east-1', account: '694120358871' } })],
  [
    'a condition that may not hold',
    {
      Only: {
        region: 'us-east-1',
        parameters: { Role: { Type: 'String' } },
        conditions: { First: { 'Fn::Equals': [{ Ref: 'Role' }, 'first'] } },
        resources: {
          One: cluster({ ...LOGIN, GlobalClusterIdentifier: 'orders' }, { Condition: 'First' }),
          Two: cluster({ GlobalClusterIdentifier: 'orders' }),
        },
      },
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
