import { expect, it } from 'vitest';
import check from '../../../checks/rds/global-cluster-order.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, emptyFirst, globalCluster, LOGIN } from './aurora.js';

const sameTemplate = (properties: object, attributes: object = {}): Example => ({
  Primary: {
    region: 'us-east-1',
    resources: { Global: globalCluster({ Engine: 'aurora-mysql' }), Cluster: cluster({ ...LOGIN, ...properties }, attributes) },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-order",
        "logicalId": "Cluster",
        "message": "Nothing makes Writer deploy before Reader: "orders" is rejected as long as the global cluster does not exist.",
        "propertyPath": "GlobalClusterIdentifier",
        "related": [
          {
            "logicalId": "Global",
            "message": "The global cluster that must exist first.",
            "stack": "Writer",
          },
        ],
        "severity": "error",
        "stack": "Reader",
      },
    ]
  `);
});

it('says so when the order is the wrong way round', () => {
  const reversed = aurora({ primaryStack: { dependencies: ['Secondary'] }, secondaryStack: { dependencies: [] } });
  expect(findingsIn(reversed, check).map(({ message }) => message)).toEqual([
    'Secondary is deployed before Primary: "orders" is rejected as long as the global cluster does not exist.',
  ]);
});

it.each<[string, Example, string]>([
  ['an empty global cluster', emptyFirst({ secondaryStack: { dependencies: [] } }), 'warning Secondary.Cluster GlobalClusterIdentifier'],
  [
    'a name in the template of the global cluster',
    sameTemplate({ GlobalClusterIdentifier: 'orders' }),
    'error Primary.Cluster GlobalClusterIdentifier',
  ],
  [
    'a global cluster whose source is named in another stack',
    {
      Data: { region: 'us-east-1', resources: { Cluster: cluster({ ...LOGIN, DBClusterIdentifier: 'orders-east' }) } },
      Global: { region: 'us-east-1', resources: { Global: globalCluster({ SourceDBClusterIdentifier: 'orders-east' }) } },
    },
    'warning Global.Global SourceDBClusterIdentifier',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it('only warns where the names put the stacks in the right order', () => {
  const { Writer, Reader } = check.docs.bad;
  expect(findingsIn({ Alpha: Writer, Zulu: Reader } as Example, check)).toMatchObject([{ severity: 'warning', stack: 'Zulu' }]);
});
it.each<[string, Example]>([
  ['a dependency', aurora()],
  [
    'a dependency over another stack',
    {
      ...aurora({ secondaryStack: { dependencies: ['Network'] } }),
      Network: { region: 'us-west-2', dependencies: ['Primary'], resources: {} },
    },
  ],
  ['DependsOn', sameTemplate({ GlobalClusterIdentifier: 'orders' }, { DependsOn: ['Global'] })],
  ['a reference', sameTemplate({ GlobalClusterIdentifier: { Ref: 'Global' } })],
  [
    'a global cluster that nothing declares',
    { Secondary: { region: 'us-west-2', resources: { Cluster: cluster({ GlobalClusterIdentifier: 'orders' }) } } },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
