import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { FIFO_PAIRS, type FifoPair, STANDARD_ONLY, STANDARD_PROTOCOLS } from '../../src/facts/fifo.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const queues = (dead: { readonly FifoQueue?: boolean }) => ({
  Orders: stack('us-east-1', {
    Dead: resource('AWS::SQS::Queue', dead),
    Orders: resource('AWS::SQS::Queue', {
      FifoQueue: true,
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
    }),
  }),
});

/** Where the rows of both tables look, and `protocolProblem`. */
const PATHS = [
  'Protocol',
  ...FIFO_PAIRS.map(({ target }) => target),
  ...Object.values(STANDARD_ONLY).flatMap((rows) => rows.map(({ path }) => path)),
];

export default defineCheck({
  id: 'sqs/fifo-mismatch',
  title: 'FIFO queue or topic where only a standard one works, or the reverse',
  severity: 'error',
  types: [...new Set([...FIFO_PAIRS.map(({ type }) => type), ...Object.keys(STANDARD_ONLY)])],
  needs: [...new Set(PATHS.map((path) => String(stepsOf(path)[0])))],
  docs: {
    why: 'The dead-letter queue of a FIFO queue must be a FIFO queue, and that of a standard queue a standard one. A FIFO queue cannot subscribe to a standard topic, and a FIFO topic delivers to queues only. SQS and SNS reject anything else: "Dead-letter queue must be same type of queue as the source." Notifications of a bucket, destinations and dead-letter queues of functions, and events of RDS go to standard queues and topics only.',
    fix: 'Create both with `fifo: true`, or both without it. To get messages of a FIFO topic to a function, subscribe a queue and let the function read that.',
    sources: [
      ...FIFO_PAIRS.flatMap(({ sources }) => sources),
      ...new Set(Object.values(STANDARD_ONLY).flatMap((rows) => rows.flatMap(({ sources }) => sources))),
      'https://github.com/hashicorp/terraform-provider-aws/issues/38441',
    ],
    templateFix:
      'Create both with `FifoTopic: true` and `FifoQueue: true`, or both without. To get messages of a FIFO topic to a function, subscribe a queue and let the function read that.',
    bad: queues({}),
    good: queues({ FifoQueue: true }),
  },
  *resource(resource) {
    for (const row of FIFO_PAIRS) {
      if (row.type !== resource.type) continue;
      const at = resource.property(...stepsOf(row.target));
      const target = at.target('AWS::SQS::Queue');
      const source = row.source === undefined ? resource : resource.property(row.source).target('AWS::SNS::Topic');
      const [from, to] = [source && isFifo(source), target && isFifo(target)];
      if (source === undefined || target === undefined || from === undefined || to === undefined || !isRejected(row, from, to)) continue;
      yield {
        at,
        message: `${source.displayNameFrom(at.resource)} is ${words(from)}, and ${target.displayNameFrom(at.resource)} ${words(to)}: "${row.says}"`,
        related: [{ at: target, message: `This is ${words(to)}.` }],
      };
    }
    yield* standardOnlyProblems(resource);
    if (resource.type === 'AWS::SNS::Subscription') yield* protocolProblem(resource);
  },
});

function* standardOnlyProblems(resource: Resource): Iterable<Problem> {
  for (const { path, of, answer, fails } of STANDARD_ONLY[resource.type] ?? []) {
    for (const at of placesAt(resource, path)) {
      const target = at.target(of);
      if (target?.existence !== 'certain' || isFifo(target) !== true) continue;
      yield {
        at,
        severity: fails ? 'error' : 'warning',
        message: `${target.displayNameFrom(at.resource)} is FIFO, and only a standard ${of === 'AWS::SQS::Queue' ? 'queue' : 'topic'} works here: ${answer}.`,
        fix: of === 'AWS::SQS::Queue' ? 'Use a queue without `fifo: true`.' : 'Use a topic without `fifo: true`.',
        related: [{ at: target, message: 'This is FIFO.' }],
      };
    }
  }
}

function* protocolProblem(subscription: Resource) {
  const topic = subscription.property('TopicArn').target('AWS::SNS::Topic');
  const at = subscription.property('Protocol');
  if (topic === undefined || isFifo(topic) !== true || !STANDARD_PROTOCOLS.includes(at.text ?? '')) return;
  yield {
    at,
    message: `${topic.displayNameFrom(at.resource)} is a FIFO topic, which delivers to queues only: "Invalid parameter: Invalid protocol type: ${at.text}".`,
    related: [{ at: topic, message: 'The FIFO topic.' }],
  };
}

function isRejected({ rejected }: FifoPair, from: boolean, to: boolean): boolean {
  return from !== to && (rejected === 'both' || to);
}

function isFifo(resource: Resource): boolean | undefined {
  const place = resource.property(resource.type === 'AWS::SNS::Topic' ? 'FifoTopic' : 'FifoQueue');
  return place.isAbsent ? false : place.boolean;
}

function words(isFirst: boolean): string {
  return isFirst ? 'FIFO' : 'standard';
}
