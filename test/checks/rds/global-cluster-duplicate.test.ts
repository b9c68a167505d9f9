import { expect, it } from 'vitest';
import check from '../../../checks/rds/global-cluster-duplicate.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const twice = (properties: object, stack: object = {}, type = 'AWS::RDS::GlobalCluster'): Example => ({
  East: { region: 'us-east-1', resources: { Global: { Type: type, Properties: { GlobalClusterIdentifier: 'orders' } } } },
  West: {
    region: 'us-west-2',
    resources: { Global: { Type: type, Properties: { GlobalClusterIdentifier: 'orders', ...properties } } },
    ...stack,
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-duplicate",
        "logicalId": "Global",
        "message": "The global cluster "orders" is declared in stack Primary already, and its name is unique in an account, across all regions: the second declaration fails.",
        "propertyPath": "GlobalClusterIdentifier",
        "related": [
          {
            "logicalId": "Global",
            "message": "The first declaration.",
            "propertyPath": "GlobalClusterIdentifier",
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
  ['other letters', twice({ GlobalClusterIdentifier: 'Orders' }), 'error West.Global GlobalClusterIdentifier'],
  ['DocumentDB', twice({}, {}, 'AWS::DocDB::GlobalCluster'), 'error West.Global GlobalClusterIdentifier'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['different names', twice({ GlobalClusterIdentifier: 'payments' })],
  ['different accounts', twice({}, { account: '694120358871' })],
  ['a name with the region', twice({ GlobalClusterIdentifier: { 'Fn::Sub': 'orders-${AWS::Region}' } })],
  ['names that are made up', twice({ GlobalClusterIdentifier: { Ref: 'AWS::NoValue' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
