import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';

const app = (VisibilityTimeout: number) => ({
  Queues: stack('us-east-1', { Orders: resource('AWS::SQS::Queue', { QueueName: 'orders', VisibilityTimeout }) }),
  Worker: stackAfter('Queues', 'us-east-1', {
    Work: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Timeout: 120,
      Code: { ZipFile: 'exports.handler = async () => 1' },
      Role: 'arn:aws:iam::482731905566:role/work',
    }),
    Source: resource('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: 'Work' },
      EventSourceArn: 'arn:aws:sqs:us-east-1:482731905566:orders',
    }),
  }),
});

export default defineCheck({
  id: 'sqs/visibility-timeout',
  title: 'Queue visibility timeout is less than the timeout of the function that reads it',
  severity: 'error',
  types: ['AWS::Lambda::EventSourceMapping'],
  docs: {
    why: 'While a function works on a message, the queue must not hand it out again. Lambda rejects an event source whose queue has a shorter visibility timeout (30 seconds by default) than the function\'s timeout: "Queue visibility timeout: 30 seconds is less than Function timeout: 120 seconds".',
    fix: "Set the queue's `visibilityTimeout` to at least the `timeout` of the function; AWS recommends six times that.",
    sources: [
      'https://github.com/aws-cloudformation/cfn-lint/issues/3987',
      'https://github.com/winglang/wing/issues/1507',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    ],
    templateFix: "Set the queue's `VisibilityTimeout` to at least the `Timeout` of the function; AWS recommends six times that.",
    bad: app(30),
    good: app(720),
  },
  *resource(mapping) {
    const at = mapping.property('EventSourceArn');
    const queue = at.target('AWS::SQS::Queue');
    const reader = functionAt(mapping.property('FunctionName'));
    if (queue === undefined || reader === undefined) return;
    const [visible, runs] = [queue.property('VisibilityTimeout'), reader.property('Timeout')];
    const hidden = visible.isAbsent ? 30 : visible.number;
    const timeout = runs.isAbsent ? 3 : runs.number;
    if (hidden === undefined || timeout === undefined || hidden >= timeout) return;
    yield {
      at,
      message: `Lambda rejects this event source: "Queue visibility timeout: ${hidden} seconds is less than Function timeout: ${timeout} seconds".`,
      related: [
        { at: visible, message: visible.isAbsent ? 'The queue, with the default of 30 seconds.' : 'The queue.' },
        { at: runs, message: 'The function.' },
      ],
      fill: { 'the `timeout` of the function': `${timeout} seconds`, 'the `Timeout` of the function': `${timeout}` },
      cause: { key: queue, here: `This function may run ${timeout} seconds.` },
    };
  },
});

/** The function that is named, also by one of its aliases. */
function functionAt(place: Property): Resource | undefined {
  const named = place.reference?.resource;
  return named?.type === 'AWS::Lambda::Alias'
    ? named.property('FunctionName').target('AWS::Lambda::Function')
    : place.target('AWS::Lambda::Function');
}
