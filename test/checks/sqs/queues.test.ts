import { expect, it } from 'vitest';
import fifo from '../../../checks/sqs/fifo-mismatch.js';
import visibility from '../../../checks/sqs/visibility-timeout.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type: `AWS::${Type}`, Properties });
const one = (resources: object) => ({ App: { region: 'us-east-1', resources } }) as Example;
const queue = (properties: object = {}) => of('SQS::Queue', properties);
const dead = { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 } };
const subscription = (Protocol: string, Endpoint: unknown) => of('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol, Endpoint });
const arn = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const fifoQueue = { FifoQueue: true };
const fifoTopic = of('SNS::Topic', { FifoTopic: true, TopicName: 'orders.fifo' });

it.each<[string, object, readonly string[]]>([
  [
    'FIFO queue, standard dead-letter queue',
    { Dead: queue(), Queue: queue({ ...fifoQueue, ...dead }) },
    ['Queue RedrivePolicy.deadLetterTargetArn'],
  ],
  ['standard queue, FIFO dead-letter queue', { Dead: queue(fifoQueue), Queue: queue(dead) }, ['Queue RedrivePolicy.deadLetterTargetArn']],
  ['both FIFO', { Dead: queue(fifoQueue), Queue: queue({ ...fifoQueue, ...dead }) }, []],
  ['not known', { Dead: queue({ FifoQueue: { 'Fn::ImportValue': 'fifo' } }), Queue: queue({ ...fifoQueue, ...dead }) }, []],
  ['FIFO queue on a standard topic', { Topic: of('SNS::Topic', {}), Queue: queue(fifoQueue), S: subscription('sqs', arn) }, ['S Endpoint']],
  ['standard queue on a FIFO topic', { Topic: fifoTopic, Queue: queue(), S: subscription('sqs', arn) }, []],
  [
    'function on a FIFO topic',
    { Topic: fifoTopic, S: subscription('lambda', 'arn:aws:lambda:us-east-1:123456789012:function:work') },
    ['S Protocol'],
  ],
])('finds FIFO and standard mixed: %s', (_, resources, expected) => {
  expect(findingsIn(one(resources), fifo).map(({ logicalId, propertyPath }) => `${logicalId} ${propertyPath}`)).toEqual(expected);
});

const source = (FunctionName: unknown) => of('Lambda::EventSourceMapping', { FunctionName, EventSourceArn: arn });
const work = (properties: object = {}) => of('Lambda::Function', properties);

it.each<[string, object, number]>([
  ['both defaults', { Queue: queue(), Work: work(), S: source({ Ref: 'Work' }) }, 0],
  ['a function that runs longer than the default', { Queue: queue(), Work: work({ Timeout: 60 }), S: source({ Ref: 'Work' }) }, 1],
  ['equal', { Queue: queue({ VisibilityTimeout: 60 }), Work: work({ Timeout: 60 }), S: source({ Ref: 'Work' }) }, 0],
  [
    'by an alias',
    {
      Queue: queue(),
      Work: work({ Timeout: 60 }),
      Live: of('Lambda::Alias', { FunctionName: { Ref: 'Work' }, Name: 'live' }),
      S: source({ Ref: 'Live' }),
    },
    1,
  ],
  [
    'a timeout that is not known',
    { Queue: queue(), Work: work({ Timeout: { 'Fn::ImportValue': 'timeout' } }), S: source({ Ref: 'Work' }) },
    0,
  ],
])('compares visibility timeout and function timeout: %s', (_, resources, count) => {
  expect(findingsIn(one(resources), visibility)).toHaveLength(count);
});
