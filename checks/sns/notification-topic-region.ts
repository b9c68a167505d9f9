import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { parseArn } from '../../src/graph/model/arn.js';
import { literal } from '../../src/graph/model/value.js';

const app = (region: string) => ({
  Edge: {
    ...stack('us-east-1', { Viewer: resource('AWS::Lambda::Function', {}) }),
    notificationArns: [`arn:aws:sns:${region}:482731905566:deployments`],
  },
});

export default defineCheck({
  id: 'sns/notification-topic-region',
  title: 'Topic for stack notifications is in a different region',
  severity: 'error',
  docs: {
    why: 'CloudFormation publishes the events of a stack to a topic of its own region. With one of another region the change set cannot be executed: "Invalid parameter: TopicArn". `cdk deploy --notification-arns` and `notificationArns` of an app give one topic to all stacks, those of us-east-1 included that the CDK adds for CloudFront.',
    fix: 'Create a topic in each region, and give each stack the one of its own: `new Stack(app, id, { env, notificationArns: [topics[env.region]] })`.',
    sources: ['https://github.com/aws/aws-cdk/issues/20603'],
    templateFix: 'Deploy the stack with a topic of its own region.',
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  *stack(stack) {
    const { region } = stack.environment;
    for (const topic of region === undefined ? [] : stack.notificationArns) {
      const found = parseArn(literal(topic))?.region;
      if (found === undefined || found === region || !isRegion(found)) continue;
      yield {
        at: stack,
        message: `The events of ${stack.displayName} go to the topic ${topic}, which is in ${found}, and the stack is in ${region}: "Invalid parameter: TopicArn".`,
      };
    }
  },
});
