import { expect, it } from 'vitest';
import check from '../../../checks/secrets/not-replicated.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const SECRET = 'AWS::SecretsManager::Secret';
const app = (value: Json, properties: object = {}, west: ExampleStack = {}): Example => ({
  East: {
    region: 'us-east-1',
    resources: { Login: { Type: SECRET, Properties: { Name: 'orders/login', ...properties } } },
    outputs: { Arn: { Value: { Ref: 'Login' } } },
  },
  West: {
    region: 'us-west-2',
    dependencies: ['East'],
    ...west,
    resources: {
      Worker: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { LOGIN: value } } } },
      ...west.resources,
    },
  },
});
const arn = (region: string, name: string) => `arn:aws:secretsmanager:${region}:482731905566:secret:${name}`;
const OUTPUT = { 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Arn', Region: 'us-east-1' } };
const found = (example: Example) =>
  findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) => `${severity} ${stack}.${logicalId} ${propertyPath}`);

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'secrets/not-replicated',
      stack: 'West',
      logicalId: 'Orders',
      propertyPath: 'MasterUserPassword',
      message:
        'Orders looks for the secret "orders/login" in us-west-2, but it is in us-east-1 only: "Secrets Manager can\'t find the specified secret".',
      related: [{ stack: 'East', logicalId: 'Login', message: 'The secret is declared here, in us-east-1.' }],
    },
  ]);
});

it.each([
  ["the ARN that CDK writes for a secret's name", { 'Fn::Sub': arn('${AWS::Region}', 'orders/login-??????') }, 'warning'],
  ['the ARN of a replica that is not there', arn('us-west-2', 'orders/login-AbCdEf'), 'warning'],
  ['an ARN with a key behind it', arn('us-west-2', 'orders/login:password::'), 'warning'],
  ["the ARN in the secret's own region", arn('us-east-1', 'orders/login-AbCdEf'), 'info'],
  ['an output of the other stack', OUTPUT, 'info'],
  ['a dynamic reference inside a text', 'postgres://orders:{{resolve:secretsmanager:orders/login:SecretString:password}}@db', 'warning'],
])('reports %s', (_, value, severity) => {
  expect(found(app(value))).toEqual([`${severity} West.Worker Environment.Variables.LOGIN`]);
});

it('reports once for each stack', () => {
  const worker = { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { LOGIN: OUTPUT } } } };
  expect(found(app(OUTPUT, {}, { resources: { Another: worker } }))).toEqual(['info West.Worker Environment.Variables.LOGIN']);
});

it.each<[string, Example]>([
  ['a replica', app(OUTPUT, { ReplicaRegions: [{ Region: 'us-west-2' }] })],
  ['replicas that are not known', app(OUTPUT, { ReplicaRegions: { Ref: 'AWS::StackId' } })],
  [
    'another secret of that name there',
    app(arn('us-west-2', 'orders/login'), {}, { resources: { Own: { Type: SECRET, Properties: { Name: 'orders/login' } } } }),
  ],
  ['a secret of another name', app(arn('us-west-2', 'orders/login-for-west'))],
  ['a name with a wildcard over many', app(arn('us-west-2', 'orders/*'))],
  ['another account', app(arn('us-west-2', 'orders/login'), {}, { account: '694120358871' })],
  ['the same region', app(arn('us-east-1', 'orders/login'), {}, { region: 'us-east-1' })],
  ['a stack that is not tied to a region', { ...app(''), West: { resources: app(OUTPUT).West?.resources ?? {} } }],
])('ignores %s', (_, example) => {
  expect(found(example)).toEqual([]);
});
