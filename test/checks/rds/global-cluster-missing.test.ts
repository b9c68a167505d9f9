import { expect, it } from 'vitest';
import check from '../../../checks/rds/global-cluster-missing.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster } from './aurora.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-missing",
        "logicalId": "Cluster",
        "message": "No stack in this app defines the global cluster "orders-global": this cluster can be created only if it exists already.",
        "propertyPath": "GlobalClusterIdentifier",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "It names the same global cluster.",
            "propertyPath": "GlobalClusterIdentifier",
            "stack": "Secondary",
          },
        ],
        "severity": "warning",
        "stack": "Primary",
      },
    ]
  `);
});

it('ignores a global cluster that the configuration names as external', () => {
  expect(findingsIn(check.docs.bad, check, { external: { globalClusters: ['orders-global'] } })).toEqual([]);
});

it.each<[string, Example]>([
  ['a global cluster that is declared', aurora()],
  ['a name in other letters', aurora({ secondary: { GlobalClusterIdentifier: 'Orders' } })],
  [
    'a name that is not known',
    {
      West: {
        region: 'us-west-2',
        parameters: { Id: { Type: 'String' } },
        resources: { Cluster: cluster({ GlobalClusterIdentifier: { Ref: 'Id' } }) },
      },
    },
  ],
  [
    'a cluster of its own',
    { West: { region: 'us-west-2', resources: { Cluster: cluster({ GlobalClusterIdentifier: { Ref: 'AWS::NoValue' } }) } } },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
