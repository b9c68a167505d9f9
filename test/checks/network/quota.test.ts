import { expect, it } from 'vitest';
import check from '../../../checks/network/quota.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const many = (count: number, type: string, properties: object = {}): ExampleStack['resources'] & object =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`R${n + 1}`, { Type: type, Properties: { ...properties } }]));
const EIP = 'AWS::EC2::EIP';
const app = (blue: ExampleStack, green: ExampleStack = {}): Example => ({
  Blue: { region: 'us-east-1', ...blue },
  Green: { region: 'us-east-1', ...green },
});
const reserve = (amount: unknown) => ({ resources: many(1, 'AWS::Lambda::Function', { ReservedConcurrentExecutions: amount }) });

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'network/quota',
      stack: 'Green',
      logicalId: 'Address3',
      message:
        '2 stacks use 6 Elastic IP addresses in us-east-1, and an account has 5 by default: without a higher quota, "The maximum number of addresses has been reached.".',
      related: [{ stack: 'Blue', message: '3 of them are in this stack.' }],
    },
  ]);
});

it.each<[string, Example, string]>([
  ['VPCs', app({ resources: many(6, 'AWS::EC2::VPC') }), 'Blue.R6 '],
  ['concurrency', app(reserve(500), reserve('401')), 'Green.R1 ReservedConcurrentExecutions'],
  [
    'policies of logs and custom resources that make some',
    app({ resources: many(6, 'AWS::Logs::ResourcePolicy') }, { resources: many(5, 'Custom::CloudwatchLogResourcePolicy') }),
    'Green.R5 ',
  ],
  ['a stack that is not tied to a region', { App: { resources: many(6, EIP) } }, 'App.R6 '],
])('counts %s', (_, example, expected) => {
  expect(findingsIn(example, check).map(({ stack, logicalId, propertyPath }) => `${stack}.${logicalId} ${propertyPath ?? ''}`)).toEqual([
    expected,
  ]);
});

it.each<[string, Example]>([
  ['as many as there are', app({ resources: many(3, EIP) }, { resources: many(2, EIP) })],
  ['other accounts', app({ resources: many(3, EIP) }, { resources: many(3, EIP), account: '694120358871' })],
  [
    'stacks without an environment, which may go to different ones',
    { Blue: { resources: many(3, EIP) }, Green: { resources: many(3, EIP) } },
  ],
  ['addresses that the account brought along', app({ resources: many(6, EIP, { PublicIpv4Pool: 'ipv4pool-ec2-0a1b' }) })],
  ['what is reserved by a parameter', app(reserve(900), reserve({ Ref: 'AWS::StackId' }))],
  ['functions that reserve nothing', app({ resources: many(7, 'AWS::Lambda::Function') })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
