import { expect, it } from 'vitest';
import check from '../../../checks/sns/notification-topic-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const app = (notificationArns: readonly string[], region?: string): Example => ({
  Edge: { ...(region !== undefined && { region }), resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } }, notificationArns },
});

it('reports the exact place and words', () =>
  reports(check, {
    example: check.docs.bad,
    problems: [
      {
        severity: 'error',
        checkId: 'sns/notification-topic-region',
        stack: 'Edge',
        message:
          'The events of Edge go to the topic arn:aws:sns:eu-west-1:482731905566:deployments, which is in eu-west-1, and the stack is in us-east-1: "Invalid parameter: TopicArn".',
      },
    ],
  }));

it.each<[string, readonly string[], string | undefined]>([
  ['a topic of the region', ['arn:aws:sns:us-east-1:482731905566:deployments'], 'us-east-1'],
  ['a stack without a region', ['arn:aws:sns:eu-west-1:482731905566:deployments'], undefined],
  ['a topic that is not known', ['${Token[TOKEN.1]}', 'deployments'], 'us-east-1'],
  ['no topic', [], 'us-east-1'],
])('accepts %s', (_, topics, region) => expect(findingsIn(app(topics, region), check)).toEqual([]));

it('reports each topic of another region', () => {
  const topics = ['us-west-2', 'us-east-1', 'eu-west-1'].map((region) => `arn:aws:sns:${region}:482731905566:deployments`);
  expect(findingsIn(app(topics, 'us-east-1'), check)).toHaveLength(2);
});
