import { expect, it } from 'vitest';
import check from '../../../checks/rds/global-cluster-instance-class.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, globalCluster, LOGIN } from './aurora.js';

const primary = { Cluster: cluster(LOGIN), Global: globalCluster({ SourceDBClusterIdentifier: { Ref: 'Cluster' } }) };
const instance = (instanceClass: string | { readonly Ref: string }) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass: instanceClass },
});
const named = (family: string): Example => ({
  Secondary: {
    region: 'us-west-2',
    resources: {
      Cluster: { Type: `${family}::DBCluster`, Properties: { DBClusterIdentifier: 'orders-west', GlobalClusterIdentifier: 'orders' } },
      Reader: { Type: `${family}::DBInstance`, Properties: { DBClusterIdentifier: 'orders-west', DBInstanceClass: 'db.t4g.medium' } },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-instance-class",
        "logicalId": "Reader",
        "message": "The cluster Cluster belongs to the global cluster "orders", which does not run on db.t3.medium: "The requested instance class is not supported by global databases".",
        "propertyPath": "DBInstanceClass",
        "related": [
          {
            "logicalId": "Global",
            "message": "The global cluster.",
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
    'an instance of the source cluster, which names no global cluster',
    aurora({ primaryStack: { resources: { ...primary, Writer: instance('db.t3.large') } } }),
    'error Primary.Writer DBInstanceClass',
  ],
  ['an instance that names its cluster', named('AWS::RDS'), 'error Secondary.Reader DBInstanceClass'],
  ['DocumentDB', named('AWS::DocDB'), 'error Secondary.Reader DBInstanceClass'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['serverless v2', aurora({ primaryStack: { resources: { ...primary, Writer: instance('db.serverless') } } })],
  ['a cluster of its own', { Only: { region: 'us-east-1', resources: { Cluster: cluster(LOGIN), Writer: instance('db.t3.medium') } } }],
  [
    'an instance without a cluster',
    { Only: { region: 'us-east-1', resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceClass: 'db.t3.medium' } } } } },
  ],
  [
    'a class from a parameter',
    aurora({ primaryStack: { parameters: { Class: { Type: 'String' } }, resources: { ...primary, Writer: instance({ Ref: 'Class' }) } } }),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
