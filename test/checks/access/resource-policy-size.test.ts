import { expect, it } from 'vitest';
import check from '../../../checks/access/resource-policy-size.js';
import { RESOURCE_POLICY_SIZES } from '../../../src/facts/resource-policy-sizes.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (type: string, document: string, count: number, length: number) => ({
  App: {
    region: 'us-east-1',
    resources: {
      Holder: {
        Type: type,
        Properties: {
          [document]: {
            Statement: Array.from({ length: count }, () => ({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::482731905566:root' },
              Action: 'kms:*',
              Resource: `arn:aws:sqs:us-east-1:482731905566:${'q'.repeat(length)}`,
            })),
          },
        },
      },
    },
  },
});

it.each(RESOURCE_POLICY_SIZES.map((row) => [row.type, row] as const))('%s', (type, { document, what, limit, isExact, statements = 0 }) => {
  const found = (count: number, length: number) =>
    findingsIn(app(type, document, count, length), check).map(({ severity, message }) => `${severity}: ${message}`);
  expect(found(2, limit / 2)).toEqual([
    expect.stringMatching(new RegExp(`^${isExact ? 'error' : 'warning'}: This policy has at least [\\d,]+ bytes, and ${what} may have`)),
  ]);
  expect(found(2, limit / 2 - 1000)).toEqual([]);
  expect(found(21, 1)).toEqual(statements === 20 ? [`warning: This policy has 21 statements, and ${what} may have 20.`] : []);
  expect(found(20, 1)).toEqual([]);
});
