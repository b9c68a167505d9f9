import { expect, it } from 'vitest';
import check from '../../../checks/rds/regional-twins.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, LOGIN } from './aurora.js';

const twins = (properties: object, stack: object = {}): Example => ({
  East: { region: 'us-east-1', resources: { Cluster: cluster(LOGIN) } },
  West: { region: 'us-west-2', resources: { Cluster: cluster({ ...LOGIN, ...properties }) }, ...stack },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/regional-twins",
        "logicalId": "Cluster",
        "message": "There are aurora-mysql clusters in us-east-1 and us-west-2, and nothing replicates between them.",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "A cluster in us-west-2.",
            "stack": "Secondary",
          },
        ],
        "severity": "warning",
        "stack": "Primary",
      },
    ]
  `);
});

it.each<[string, Example]>([
  ['a global database', aurora()],
  ['one region', { One: { region: 'us-east-1', resources: { A: cluster(LOGIN), B: cluster(LOGIN) } } }],
  ['two engines', twins({ Engine: 'aurora-postgresql' })],
  ['a replica', twins({ ReplicationSourceIdentifier: 'arn:aws:rds:us-east-1:482731905566:cluster:orders' })],
  ['two accounts', twins({}, { account: '694120358871' })],
  ['no region', { One: { resources: { A: cluster(LOGIN) } }, Two: { resources: { A: cluster(LOGIN) } } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
