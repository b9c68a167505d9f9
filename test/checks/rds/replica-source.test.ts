import { expect, it } from 'vitest';
import { replicaSource as check } from '../../../checks/rds/read-replicas.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { output, replica } from './replica.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/replica-source",
        "logicalId": "Replica",
        "message": "The source of this replica is in us-east-1 and named by its identifier, which RDS looks for in us-west-2, where there is no such instance: from another region it must be named by its ARN.",
        "propertyPath": "SourceDBInstanceIdentifier",
        "related": [
          {
            "logicalId": "Database",
            "message": "The source, in us-east-1.",
            "stack": "Primary",
          },
        ],
        "severity": "error",
        "stack": "Replica",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['the identifier through an output', replica(output('Id')), 'error Replica.Replica SourceDBInstanceIdentifier'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['an ARN', replica('arn:aws:rds:us-east-1:482731905566:db:orders')],
  ['an ARN around the identifier', replica({ 'Fn::Join': ['', ['arn:aws:rds:us-east-1:482731905566:db:', output('Id')]] })],
  ['the ARN through an output', replica(output('Arn'))],
  ['a source in the same region', replica('orders', {}, { region: 'us-east-1' })],
  ['a source that nothing declares', replica('payments')],
  ['a source that is given', replica({ Ref: 'Given' })],
  ['a region that is not known', replica('orders', {}, { region: undefined })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
