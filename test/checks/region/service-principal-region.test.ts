import { expect, it } from 'vitest';
import check from '../../../checks/region/service-principal-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Service: Json, Type = 'AWS::StepFunctions::StateMachine', Action = 'sts:AssumeRole'): Example => ({
  App: {
    region: 'eu-west-1',
    parameters: { Where: { Type: 'String' } },
    resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service }, Action }] } },
      },
      User: { Type, Properties: { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
    },
  },
});

it('reports the role, and what Step Functions answers', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'region/service-principal-region',
      severity: 'error',
      stack: 'Orders',
      logicalId: 'Charge',
      propertyPath: 'RoleArn',
      message:
        'The role trusts states.us-east-1.amazonaws.com, and Charge is in eu-west-1: "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role."',
      related: [
        { stack: 'Orders', logicalId: 'Role', propertyPath: 'AssumeRolePolicyDocument', message: 'Here states.amazonaws.com is missing.' },
      ],
    },
  ]);
});

it.each<[string, Example]>([
  ['a subscription filter', app(['logs.us-east-1.amazonaws.com', 'lambda.amazonaws.com'], 'AWS::Logs::SubscriptionFilter')],
])('warns of %s', (_, example) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity: 'warning', logicalId: 'User' }]);
});

it.each<[string, Example]>([
  ['the service without a region', app('states.amazonaws.com')],
  ['several regions, its own among them', app(['states.us-east-1.amazonaws.com', 'states.eu-west-1.amazonaws.com'])],
  ['a region that is not known', app({ 'Fn::Sub': 'states.${Where}.amazonaws.com' })],
  ['a role of another service', app('logs.us-east-1.amazonaws.com')],
  ['a role that nobody may assume', app('states.us-east-1.amazonaws.com', undefined, 'sts:TagSession')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
