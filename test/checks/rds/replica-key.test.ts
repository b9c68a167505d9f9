import { expect, it } from 'vitest';
import { replicaKey as check } from '../../../checks/rds/read-replicas.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { output, replica } from './replica.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/replica-key",
        "logicalId": "Replica",
        "message": "The source of this replica, in us-east-1, is encrypted, and the replica names no key for us-west-2: RDS rejects it.",
        "propertyPath": "KmsKeyId",
        "related": [
          {
            "logicalId": "Database",
            "message": "The source, in us-east-1, is encrypted.",
            "propertyPath": "StorageEncrypted",
            "stack": "Primary",
          },
        ],
        "severity": "error",
        "stack": "Replica",
      },
    ]
  `);
});

it.each<[string, Example, string]>([['a source by output', replica(output('Arn')), 'error Replica.Replica KmsKeyId']])(
  'reports %s',
  (_, example, expected) => {
    expect(
      findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
        `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
      ),
    ).toEqual([expected]);
  },
);

it.each<[string, Example]>([
  ['a key', replica(output('Arn'), { KmsKeyId: 'alias/aws/rds' })],
  ['a key that may be there', replica(output('Arn'), { KmsKeyId: { Ref: 'Given' } })],
  ['the same region', replica('orders', {}, { region: 'us-east-1' })],
  ['a source that nothing declares', replica('arn:aws:rds:us-east-1:482731905566:db:payments')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
