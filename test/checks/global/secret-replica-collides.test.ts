import { expect, it } from 'vitest';
import check from '../../../checks/global/secret-replica-collides.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (properties: object, west: object = {}, east: object = {}): Example => ({
  East: {
    region: 'us-east-1',
    resources: {
      Login: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders/login', ReplicaRegions: [{ Region: 'us-west-2' }] } },
    },
    ...east,
  },
  West: {
    region: 'us-west-2',
    resources: { Login: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders/login', ...properties } } },
    ...west,
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/secret-replica-collides",
        "logicalId": "Login",
        "message": "A replica of "orders/login" is created in us-west-2, where stack West creates a secret of the same name: the one that is created second fails.",
        "propertyPath": "ReplicaRegions.0.Region",
        "related": [
          {
            "logicalId": "Login",
            "message": "The other secret, in us-west-2.",
            "propertyPath": "Name",
            "stack": "West",
          },
        ],
        "severity": "error",
        "stack": "East",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'stacks without an account',
    app({}, { account: 'unknown-account' }, { account: 'unknown-account' }),
    'warning East.Login ReplicaRegions.0.Region',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['another name', app({ Name: 'payments/login' })],
  ['another region', app({}, { region: 'eu-west-1' })],
  ['another account', app({}, { account: '694120358871' })],
  ['a name that is made up', app({ Name: { Ref: 'AWS::NoValue' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
