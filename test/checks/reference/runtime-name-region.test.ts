import { expect, it } from 'vitest';
import check from '../../../checks/reference/runtime-name-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/shop/limits', Type: 'String', Value: '5' } };
const secret = (more: { readonly [name: string]: Json } = {}) => ({
  Type: 'AWS::SecretsManager::Secret',
  Properties: { Name: 'shop/login', ...more },
});
const config: ExampleStack = {
  region: 'us-east-1',
  resources: { Limits: parameter, Login: secret() },
  outputs: { Name: { Value: { Ref: 'Limits' } }, Arn: { Value: { Ref: 'Login' } } },
};
const lambda = (variables: { readonly [name: string]: Json }) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Environment: { Variables: variables } },
});
const shop = (runner: Json, more: ExampleStack = {}): Example => ({
  Config: config,
  Shop: { region: 'eu-west-1', dependencies: ['Config'], ...more, resources: { Runner: runner, ...more.resources } },
});
const output = (OutputName: string) => ({ 'Fn::GetStackOutput': { StackName: 'Config', OutputName, Region: 'us-east-1' } });

it('reports the parameter, and where it is', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'reference/runtime-name-region',
      severity: 'warning',
      stack: 'Shop',
      logicalId: 'Handler',
      propertyPath: 'Environment.Variables.LIMITS',
      message:
        'Handler runs in eu-west-1 and is given the name of the parameter /shop/limits, which is in us-east-1 only: a name is looked up in the region of the caller.',
      related: [{ stack: 'Config', logicalId: 'Limits', message: 'The parameter is declared in us-east-1.' }],
    },
  ]);
});

it.each<[string, Json, string]>([
  ['a reference', lambda({ LIMITS: output('Name') }), 'Environment.Variables.LIMITS'],
  ['the name of a secret', lambda({ LOGIN: 'shop/login' }), 'Environment.Variables.LOGIN'],
  [
    'a secret of a container',
    { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Secrets: [{ Name: 'A', ValueFrom: '/shop/limits' }] }] } },
    'ContainerDefinitions.0.Secrets.0.ValueFrom',
  ],
])('reports %s', (_, runner, propertyPath) => {
  expect(findingsIn(shop(runner), check)).toMatchObject([{ logicalId: 'Runner', propertyPath }]);
});

it.each<[string, Example]>([
  ['a program that is told the region', shop(lambda({ LIMITS: '/shop/limits', CONFIG_REGION: 'us-east-1' }))],
  ['the ARN of a secret, which has the region', shop(lambda({ LOGIN: output('Arn') }))],
  ['a parameter of that name here', shop(lambda({ LIMITS: '/shop/limits' }), { resources: { Own: parameter } })],
  ['the same region', shop(lambda({ LIMITS: '/shop/limits' }), { region: 'us-east-1' })],
  ['another account', shop(lambda({ LIMITS: '/shop/limits' }), { account: '604211987345' })],
  ['a name of nothing', shop(lambda({ LIMITS: '/shop/other' }))],
  [
    'a replicated secret',
    {
      ...shop(lambda({ LOGIN: 'shop/login' })),
      Config: { region: 'us-east-1', resources: { Login: secret({ ReplicaRegions: [{ Region: 'eu-west-1' }] }) } },
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
