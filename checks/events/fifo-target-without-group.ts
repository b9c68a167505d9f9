import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (more: object) => ({
  Orders: stack('us-east-1', {
    Queue: resource('AWS::SQS::Queue', { FifoQueue: true, ContentBasedDeduplication: true }),
    Policy: resource('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }),
    }),
    Nightly: resource('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 day)',
      Targets: [{ Id: 'Target0', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, ...more }],
    }),
  }),
});

export default defineCheck({
  id: 'events/fifo-target-without-group',
  title: 'FIFO queue as the target of a rule, without a message group',
  severity: 'error',
  types: ['AWS::Events::Rule'],
  docs: {
    why: 'A message of a FIFO queue needs a group. EventBridge rejects a target that is a FIFO queue and names none: "Parameter(s) SqsParameters must be specified for target: Target0."',
    fix: 'Pass it with the target: `new targets.SqsQueue(queue, { messageGroupId: "orders" })`, and let the queue have `contentBasedDeduplication: true`.',
    sources: ['https://github.com/awslabs/aws-ddk/issues/183', 'https://github.com/hashicorp/terraform-provider-aws/issues/29079'],
    templateFix: 'Set `SqsParameters: { MessageGroupId: … }` of the target, and `ContentBasedDeduplication: true` of the queue.',
    bad: app({}),
    good: app({ SqsParameters: { MessageGroupId: 'orders' } }),
  },
  *resource(rule) {
    for (const target of placesAt(rule, 'Targets.*')) {
      const at = target.get('Arn');
      const queue = at.target('AWS::SQS::Queue');
      if (queue?.existence !== 'certain' || queue.property('FifoQueue').boolean !== true || !target.get('SqsParameters').isAbsent) continue;
      yield {
        at,
        message: `${queue.displayNameFrom(rule)} is a FIFO queue, and the target has no message group: "Parameter(s) SqsParameters must be specified for target: ${target.get('Id').text ?? '…'}."`,
        related: [{ at: queue, message: 'The FIFO queue.' }],
      };
    }
  },
});
