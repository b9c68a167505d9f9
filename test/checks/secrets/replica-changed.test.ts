import { expect, it } from 'vitest';
import check from '../../../checks/secrets/replica-changed.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const SECRET = 'AWS::SecretsManager::Secret';
const app = (
  SecretId: Json,
  west: ExampleStack = {},
  regions: Json = [{ Region: 'us-west-2' }],
  Type = 'AWS::SecretsManager::ResourcePolicy',
): Example => ({
  East: {
    region: 'us-east-1',
    resources: { Login: { Type: SECRET, Properties: { Name: 'orders/login', ReplicaRegions: regions } } },
  },
  West: {
    region: 'us-west-2',
    parameters: { Id: { Type: 'String' } },
    ...west,
    resources: { Change: { Type, Properties: { SecretId: SecretId } }, ...west.resources },
  },
});
const arn = (region: string) => `arn:aws:secretsmanager:${region}:482731905566:secret:orders/login`;

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'secrets/replica-changed',
      stack: 'Access',
      logicalId: 'Policy',
      propertyPath: 'SecretId',
      message:
        '"orders/login" is a replica in us-west-2: "Operation not permitted on a replica secret. Call must be made in primary secret\'s region.", which is us-east-1.',
      related: [{ stack: 'East', logicalId: 'Login', message: 'The primary secret, in us-east-1.' }],
    },
  ]);
});

it.each([
  ['the ARN that CDK writes for a name', app({ 'Fn::Sub': arn('${AWS::Region}') })],
  ['a whole ARN', app(`${arn('us-west-2')}-AbCdEf`)],
  ['a rotation', app('orders/login', {}, undefined, 'AWS::SecretsManager::RotationSchedule')],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ['a secret that is not replicated there', app('orders/login', {}, [{ Region: 'eu-west-1' }])],
  ['replicas that are not known', app('orders/login', {}, { Ref: 'AWS::StackId' })],
  [
    'a secret of its own with that name',
    app('orders/login', { resources: { Own: { Type: SECRET, Properties: { Name: 'orders/login' } } } }),
  ],
  ['the ARN of the primary', app(arn('us-east-1'))],
  ['another name', app('orders/other')],
  ['another account', app('orders/login', { account: '694120358871' })],
  ['a name in a parameter', app({ Ref: 'Id' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
