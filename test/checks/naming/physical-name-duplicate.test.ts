import { expect, it } from 'vitest';
import check from '../../../checks/naming/physical-name-duplicate.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'orders' } };
const none = { account: 'unknown-account' };
const two = (type: string, properties: object, west: object = {}, other: object = {}, otherType = type, east: object = {}): Example => ({
  East: {
    region: 'us-east-1',
    parameters: { Given: { Type: 'String' } },
    resources: { R: { Type: type, Properties: { ...properties } } },
    ...east,
  },
  West: {
    region: 'us-west-2',
    parameters: { Given: { Type: 'String' } },
    resources: { R: { Type: otherType, Properties: { ...properties, ...other } } },
    ...west,
  },
});
const nested: Example = {
  First: { region: 'us-east-1', resources: { R: role } },
  Nested: {
    region: 'us-west-2',
    resources: { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Name: 'orders' } } } },
    nested: {
      Child: {
        parameters: { Name: { Type: 'String' } },
        resources: { R: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Name' } } } },
      },
    },
  },
};

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "naming/physical-name-duplicate",
        "logicalId": "Role",
        "message": "The name "orders" is taken: stack East (us-east-1) declares Role under it, and names of AWS::IAM::Role are unique in an account, across all regions. What is deployed second fails with "orders already exists".",
        "propertyPath": "RoleName",
        "related": [
          {
            "logicalId": "Role",
            "message": "Role has the same name.",
            "propertyPath": "RoleName",
            "stack": "East",
          },
        ],
        "severity": "error",
        "stack": "West",
      },
    ]
  `);
});

it('reports once for all that share a name', () => {
  const three = { ...two('AWS::IAM::Role', { RoleName: 'orders' }), Third: { region: 'eu-west-1', resources: { R: role } } };
  expect(findingsIn(three, check).map(({ stack, related }) => [stack, related?.map((place) => place.stack)])).toEqual([
    ['West', ['East', 'Third']],
  ]);
});

it.each<[string, Example, string]>([
  [
    'buckets of different accounts',
    two('AWS::S3::Bucket', { BucketName: 'orders' }, { account: '694120358871' }),
    'error West.R BucketName',
  ],
  ['roles in other letters', two('AWS::IAM::Role', { RoleName: 'orders' }, {}, { RoleName: 'Orders' }), 'error West.R RoleName'],
  ['a name without the region', two('AWS::IAM::Role', { RoleName: { 'Fn::Sub': 'orders-${AWS::AccountId}' } }), 'error West.R RoleName'],
  [
    'two functions in one region',
    two('AWS::Lambda::Function', { FunctionName: 'orders' }, { region: 'us-east-1' }),
    'error West.R FunctionName',
  ],
  [
    'two types that share their names',
    two('AWS::CloudWatch::Alarm', { AlarmName: 'orders' }, { region: 'us-east-1' }, {}, 'AWS::CloudWatch::CompositeAlarm'),
    'error West.R AlarmName',
  ],
  [
    'policies of CloudFront',
    two('AWS::CloudFront::CachePolicy', { CachePolicyConfig: { Name: 'orders' } }),
    'error West.R CachePolicyConfig.Name',
  ],
  ['rules of one bus', two('AWS::Events::Rule', { Name: 'orders', EventBusName: 'main' }, { region: 'us-east-1' }), 'error West.R Name'],
  ['two in one template', { One: { region: 'us-east-1', resources: { A: role, B: role } } }, 'error One.B RoleName'],
  ['stacks without an account', two('AWS::IAM::Role', { RoleName: 'orders' }, none, {}, undefined, none), 'warning West.R RoleName'],
  ['a name from the parent of a nested stack', nested, 'error Nested/Child.R RoleName'],
  [
    'clusters of ECS, where the service gives what exists',
    two('AWS::ECS::Cluster', { ClusterName: 'orders' }, { region: 'us-east-1' }),
    'warning West.R ClusterName',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['a name with the region', two('AWS::IAM::Role', { RoleName: { 'Fn::Sub': 'orders-${AWS::Region}' } })],
  ['functions in different regions', two('AWS::Lambda::Function', { FunctionName: 'orders' })],
  ['roles of different accounts', two('AWS::IAM::Role', { RoleName: 'orders' }, { account: '694120358871' })],
  [
    'buckets in the namespace of the account',
    two('AWS::S3::Bucket', { BucketName: 'orders-an', BucketNamespace: 'account-regional' }, { account: '694120358871' }),
  ],
  ['buckets in two partitions', two('AWS::S3::Bucket', { BucketName: 'orders' }, { region: 'cn-north-1', account: '694120358871' })],
  ['rules of different buses', two('AWS::Events::Rule', { Name: 'orders' }, { region: 'us-east-1' }, { EventBusName: 'main' })],
  [
    'web ACLs for CloudFront and for the region',
    two('AWS::WAFv2::WebACL', { Name: 'orders', Scope: 'REGIONAL' }, { region: 'us-east-1' }, { Scope: 'CLOUDFRONT' }),
  ],
  ['APIs, whose names need not be unique', two('AWS::ApiGateway::RestApi', { Name: 'orders' }, { region: 'us-east-1' })],
  ['tables, of which another check reports', two('AWS::DynamoDB::Table', { TableName: 'orders' }, { region: 'us-east-1' })],
  ['no names', two('AWS::IAM::Role', { RoleName: { Ref: 'AWS::NoValue' } })],
  ['names from parameters', two('AWS::IAM::Role', { RoleName: { Ref: 'Given' } })],
  [
    'a condition that does not hold',
    {
      One: {
        region: 'us-east-1',
        conditions: { West: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-west-2'] } },
        resources: { A: role, B: { ...role, Condition: 'West' } },
      },
    },
  ],
  [
    'a condition that may not hold',
    {
      One: {
        region: 'us-east-1',
        parameters: { Given: { Type: 'String' } },
        conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } },
        resources: { A: { ...role, Condition: 'Maybe' }, B: role },
      },
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

const byAccount = two(
  'AWS::S3::Bucket',
  { BucketName: { 'Fn::Sub': 'orders-${AWS::AccountId}' } },
  { account: 'unknown-account' },
  {},
  undefined,
  { account: 'unknown-account' },
);

it('warns of names with the account of stacks without one', () => {
  expect(findingsIn(byAccount, check)).toMatchObject([
    {
      severity: 'warning',
      stack: 'West',
      message: expect.stringContaining(
        'The name "orders-${AWS::AccountId}" is taken if both stacks are deployed to one account: stack East',
      ),
    },
  ]);
});

it('warns of names with the account and region of stacks without either', () => {
  const { East, West } = two('AWS::S3::Bucket', { BucketName: { 'Fn::Sub': 'orders-${AWS::AccountId}-${AWS::Region}' } });
  const open = ({ region: _, ...stack }: ExampleStack): ExampleStack => ({ ...stack, ...none });
  expect(findingsIn({ East: open(East as ExampleStack), West: open(West as ExampleStack) }, check)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('is taken if both stacks are deployed to one account and region: stack East') },
  ]);
});

it.each([
  [{ account: 'unknown-account', region: 'unknown-region' }, 'account and region'],
  [{ region: 'unknown-region' }, 'region'],
  [{ account: 'unknown-account', region: 'us-east-1' }, 'account'],
])('says what stacks without %o must have in common', (environment, place) => {
  const { East, West } = two('AWS::SNS::Topic', { TopicName: 'orders' });
  expect(findingsIn({ East: { ...East, ...environment }, West: { ...West, ...environment } } as Example, check)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining(`is taken if both stacks are deployed to one ${place}: stack East`) },
  ]);
});
