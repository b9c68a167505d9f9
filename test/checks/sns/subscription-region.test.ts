import { expect, it } from 'vitest';
import check from '../../../checks/sns/subscription-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const TOPIC = 'arn:aws:sns:us-east-1:482731905566:orders';
const app = (properties: object, rest: object = {}): Example => ({
  App: {
    region: 'us-west-2',
    resources: {
      Subscription: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'email', Endpoint: 'ops@acme-bank.io', ...properties } },
      Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    },
    ...rest,
  },
});

it('reports the exact place and words', () =>
  reports(check, {
    example: check.docs.bad,
    problems: [
      {
        severity: 'error',
        checkId: 'sns/subscription-region',
        stack: 'Standby',
        logicalId: 'Subscription',
        propertyPath: 'Region',
        message:
          'The topic is in us-east-1, and the subscription looks for it in us-west-2, the region of the stack, since Region is not set: "Invalid parameter: TopicArn".',
        related: [{ stack: 'Orders', logicalId: 'Placed', message: 'The topic, in us-east-1.' }],
      },
    ],
  }));

it.each([
  ['an ARN of another region', app({ TopicArn: TOPIC })],
  ["another region than the topic's", app({ TopicArn: { Ref: 'Topic' }, Region: 'us-east-1' })],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check).map(({ propertyPath }) => propertyPath)).toEqual(['Region']);
});

it.each<[string, Example]>([
  ['a topic of the stack', app({ TopicArn: { Ref: 'Topic' } })],
  ['an ARN with its region', app({ TopicArn: TOPIC, Region: 'us-east-1' })],
  ['a region in a parameter', app({ TopicArn: TOPIC, Region: { Ref: 'Where' } }, { parameters: { Where: { Type: 'String' } } })],
  ['a topic in a parameter', app({ TopicArn: { Ref: 'Topics' } }, { parameters: { Topics: { Type: 'String' } } })],
  ['a stack that is not tied to a region', { App: { resources: app({ TopicArn: TOPIC }).App?.resources ?? {} } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
