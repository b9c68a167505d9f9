import { expect, it } from 'vitest';
import { globalClusterEngineMismatch as check } from '../../../checks/rds/global-cluster-members.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, emptyFirst } from './aurora.js';

const versions = (primary: string, secondary: string) =>
  aurora({ primary: { EngineVersion: primary }, secondary: { EngineVersion: secondary } });

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-cluster-engine-mismatch",
        "logicalId": "Cluster",
        "message": "This cluster runs 15.8 and Cluster in stack Primary 16.4: all clusters of the global cluster "orders" must have the same engine and major version.",
        "propertyPath": "EngineVersion",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "The other version.",
            "propertyPath": "EngineVersion",
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
  ['another engine', aurora({ secondary: { Engine: 'aurora-postgresql' } }), 'error Secondary.Cluster Engine'],
  [
    'another major version of MySQL',
    versions('8.0.mysql_aurora.3.04.0', '5.7.mysql_aurora.2.11.2'),
    'error Secondary.Cluster EngineVersion',
  ],
  ['another minor version', versions('8.0.mysql_aurora.3.04.0', '8.0.mysql_aurora.3.05.2'), 'warning Secondary.Cluster EngineVersion'],
  [
    'a version that the global cluster does not have',
    emptyFirst({ global: { EngineVersion: '16.4' }, secondary: { EngineVersion: '15.4' } }),
    'error Secondary.Cluster EngineVersion',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['the same version', versions('16.4', '16.4')],
  ['the major version alone', versions('16.4', '16')],
  ['a version that is not given', aurora({ primary: { EngineVersion: '16.4' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
