import { defineCheck } from '../../src/check/check.js';
import { outputOf, policy, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { regionOf } from '../../src/queries/region-of.js';

const QUEUE = { Protocol: 'sqs', Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } };
const app = (region: object) => ({
  Orders: stackWith({ Topic: { Ref: 'Placed' } }, 'us-east-1', { Placed: resource('AWS::SNS::Topic', {}) }),
  Standby: stackAfter('Orders', 'us-west-2', {
    Queue: resource('AWS::SQS::Queue', {}),
    QueuePolicy: resource('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }),
    }),
    Subscription: resource('AWS::SNS::Subscription', { TopicArn: outputOf('Orders', 'Topic', 'us-east-1'), ...QUEUE, ...region }),
  }),
});

export default defineCheck({
  id: 'sns/subscription-region',
  title: 'SNS subscription has the wrong region for its topic',
  severity: 'error',
  types: ['AWS::SNS::Subscription'],
  docs: {
    why: 'CloudFormation subscribes in the region of the stack, unless `Region` names "the region in which the topic resides". In any other region SNS does not know the topic: "Invalid parameter: TopicArn".',
    fix: "Write the topic's region: `new sns.CfnSubscription(this, 'Subscription', { topicArn, protocol, endpoint, region: 'us-east-1' })`. `topic.addSubscription(new subscriptions.SqsSubscription(queue))` does it by itself when it is given the construct of the other stack, or `Topic.fromTopicArn`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
      'https://github.com/serverless/serverless/issues/3676',
    ],
    templateFix: "Write the topic's region: `Region: us-east-1` in the `AWS::SNS::Subscription`.",
    bad: app({}),
    good: app({ Region: 'us-east-1' }),
  },
  *resource(subscription) {
    const topic = subscription.property('TopicArn');
    const region = subscription.property('Region');
    const found = regionOf(topic, ['AWS::SNS::Topic'], ['sns']);
    const searched = region.isAbsent ? subscription.region : region.text;
    if (searched === undefined || found === undefined || !isRegion(found) || found === searched) return;
    yield {
      at: region,
      fill: { 'us-east-1': found },
      message: `The topic is in ${found}, and the subscription looks for it in ${searched}${region.isAbsent ? ', the region of the stack, since Region is not set' : ''}: "Invalid parameter: TopicArn".`,
      ...(topic.reference && { related: [{ at: topic.reference.resource, message: `The topic, in ${found}.` }] }),
    };
  },
});
