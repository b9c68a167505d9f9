import { expect, it } from 'vitest';
import check from '../../../checks/rds/global-cluster-single-member.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, emptyFirst, globalCluster } from './aurora.js';

const nested: Example = {
  ...aurora({ secondaryStack: { resources: {}, dependencies: ['Primary'] } }),
  Secondary: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: { Data: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Global: 'orders' } } } },
    nested: {
      Data: { parameters: { Global: { Type: 'String' } }, resources: { Cluster: cluster({ GlobalClusterIdentifier: { Ref: 'Global' } }) } },
    },
  },
};

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-single-member",
        "logicalId": "Global",
        "message": "The global cluster "orders" has only one cluster in this assembly: nothing is replicated to another region.",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "The only member.",
            "stack": "Primary",
          },
        ],
        "severity": "warning",
        "stack": "Primary",
      },
    ]
  `);
});

it('ignores a global cluster that the configuration names as external', () => {
  expect(findingsIn(check.docs.bad, check, { external: { globalClusters: ['ord*'] } })).toEqual([]);
});

it.each<[string, Example, string]>([
  [
    'a global cluster without any',
    { Primary: { region: 'us-east-1', resources: { Global: globalCluster({ Engine: 'aurora-mysql' }) } } },
    'warning Primary.Global',
  ],
  ['a secondary of another account', aurora({ secondaryStack: { account: '694120358871' } }), 'warning Primary.Global'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

const maybe = (value: object | string) => ({ 'Fn::If': ['IsGlobal', value, { Ref: 'AWS::NoValue' }] });
const CONDITIONAL = {
  parameters: { Scope: { Type: 'String' } },
  conditions: { IsGlobal: { 'Fn::Equals': [{ Ref: 'Scope' }, 'global'] } },
};

it.each<[string, Example]>([
  ['a source under a condition', aurora({ global: { SourceDBClusterIdentifier: maybe({ Ref: 'Cluster' }) }, primaryStack: CONDITIONAL })],
  ['an identifier under a condition', aurora({ global: { GlobalClusterIdentifier: maybe('orders') }, primaryStack: CONDITIONAL })],
  ['a member under a condition', aurora({ secondary: { GlobalClusterIdentifier: maybe('orders') }, secondaryStack: CONDITIONAL })],
  ['two members', aurora()],
  ['an empty global cluster and two members', emptyFirst()],
  ['a member in a nested stack', nested],
  ['a cluster whose global cluster is not known', aurora({ secondary: { GlobalClusterIdentifier: { 'Fn::ImportValue': 'global' } } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
