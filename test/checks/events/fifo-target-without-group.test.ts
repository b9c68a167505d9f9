import { expect, it } from 'vitest';
import check from '../../../checks/events/fifo-target-without-group.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { placesIn } from '../../support/places-in.js';

const app = (queue: object, more: object = {}) => ({
  App: {
    region: 'us-east-1',
    resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: queue as JsonObject },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          Targets: [
            { Id: 'other', Arn: 'arn:aws:sns:us-east-1:482731905566:t' },
            { Id: 'Target1', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, ...more },
          ],
        } as JsonObject,
      },
    },
  },
});

it.each<[string, ReturnType<typeof app>, readonly string[]]>([
  ['no group', app({ FifoQueue: true }), ['error Rule Targets.1.Arn']],
  ['a group', app({ FifoQueue: true }, { SqsParameters: { MessageGroupId: 'g' } }), []],
  ['a standard queue', app({}), []],
  ['not known', app({ FifoQueue: { Ref: 'IsFifo' } }), []],
])('asks for the group of a FIFO target: %s', (_, example, expected) => {
  expect(placesIn(check, example)).toEqual(expected);
});
