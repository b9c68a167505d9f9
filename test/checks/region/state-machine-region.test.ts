import { expect, it } from 'vitest';
import check from '../../../checks/region/state-machine-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const arn = (service: string, name: string, region = 'us-east-1') => `arn:aws:${service}:${region}:482731905566:${name}`;
const app = (properties: { readonly [name: string]: Json }): Example => ({
  Work: {
    region: 'us-east-1',
    resources: { Queue: { Type: 'AWS::SQS::Queue' }, Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } } },
    outputs: { Url: { Value: { Ref: 'Queue' } } },
  },
  Flow: {
    region: 'eu-west-1',
    dependencies: ['Work'],
    resources: { Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } },
  },
});
const task = (parameters: Json, Resource = 'arn:aws:states:::sns:publish') => ({
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource, Parameters: parameters } },
});

it('reports the function, and the error of the task', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'region/state-machine-region',
      severity: 'error',
      stack: 'Orders',
      logicalId: 'Charge',
      propertyPath: 'DefinitionString',
      message:
        'A task of Charge in eu-west-1 names arn:aws:lambda:us-east-1:482731905566:function:charge of us-east-1 (FunctionName): "Functions from \'us-east-1\' are not reachable in this region".',
    },
  ]);
});

it.each<[string, Example, string, string]>([
  ['an object', app({ Definition: task({ TopicArn: arn('sns', 'alerts') }) }), 'error', 'Definition'],
  [
    'a function as the resource',
    app({ DefinitionString: JSON.stringify(task({}, arn('lambda', 'function:x'))) }),
    'error',
    'DefinitionString',
  ],
  [
    'a substitution',
    app({ DefinitionString: '{}', DefinitionSubstitutions: { Fn: arn('lambda', 'function:x') } }),
    'error',
    'DefinitionSubstitutions.Fn',
  ],
  ['the name of a table', app({ Definition: task({ TableName: 'orders' }, 'arn:aws:states:::dynamodb:putItem') }), 'warning', 'Definition'],
  ['another state machine', app({ Definition: task({ StateMachineArn: arn('states', 'stateMachine:x') }) }), 'warning', 'Definition'],
  [
    'a queue by reference',
    app({
      DefinitionString: {
        'Fn::Join': [
          '',
          [
            '{"States":{"A":{"Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"',
            { 'Fn::GetStackOutput': { StackName: 'Work', OutputName: 'Url', Region: 'us-east-1' } },
            '"}}}}',
          ],
        ],
      },
    }),
    'warning',
    'DefinitionString',
  ],
])('reports %s', (_, example, severity, propertyPath) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity, logicalId: 'Machine', propertyPath }]);
});

it.each<[string, Example]>([
  ['its own region', app({ Definition: task({ TopicArn: arn('sns', 'alerts', 'eu-west-1') }) })],
  ['data for a task', app({ Definition: task({ Payload: { TopicArn: arn('sns', 'alerts') } }) })],
  ['an integration, which has no region', app({ Definition: task({}) })],
  ['a role', app({ Definition: task({ RoleArn: 'arn:aws:iam::482731905566:role/x' }) })],
  ['a definition that is not known', app({ DefinitionString: { 'Fn::Transform': { Name: 'X' } } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('reports a task of another partition', () => {
  const machine = (partition: string): Example => ({
    App: {
      region: 'us-gov-west-1',
      resources: {
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            DefinitionString: JSON.stringify({
              States: Object.fromEntries(
                ['A', 'B'].map((id) => [id, { Type: 'Task', Resource: `arn:${partition}:states:::lambda:invoke` }]),
              ),
            }),
          },
        },
      },
    },
  });
  expect(findingsIn(machine('aws'), check)).toMatchObject([
    { severity: 'error', message: expect.stringContaining("Expected 'aws-us-gov', was 'aws'.") },
  ]);
  expect(findingsIn(machine('aws-us-gov'), check)).toEqual([]);
});
