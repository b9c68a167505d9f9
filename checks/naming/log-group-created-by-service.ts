import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { creatorsOf } from '../../src/queries/implicit-log-groups.js';

const app = (dependencies: { readonly Jobs: readonly string[]; readonly Logs: readonly string[] }) => ({
  Jobs: stack(
    { region: 'us-east-1', dependencies: dependencies.Jobs },
    {
      Poller: resource('AWS::Lambda::Function', {
        FunctionName: 'poller',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => 1' },
        Role: 'arn:aws:iam::482731905566:role/poller',
      }),
    },
  ),
  Logs: stack(
    { region: 'us-east-1', dependencies: dependencies.Logs },
    { Group: resource('AWS::Logs::LogGroup', { LogGroupName: '/aws/lambda/poller', RetentionInDays: 30 }) },
  ),
});

export default defineCheck({
  id: 'naming/log-group-created-by-service',
  title: 'Log group already exists: the function or service creates it before its stack does',
  severity: 'warning',
  types: ['AWS::Logs::LogGroup'],
  docs: {
    why: 'Lambda creates `/aws/lambda/<function name>` with the first run of a function that has no log group of its own, and other services do the same. A log group of this name in a stack that is deployed later fails with "The specified log group already exists", unless nothing ran in between.',
    fix: 'Give the function its log group: `new lambda.Function(this, "Poller", { logGroup: new logs.LogGroup(this, "Logs", { retention: … }) })`, or deploy the stack of the log group first.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/248',
      'https://github.com/aws/aws-cdk/issues/32689',
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
    ],
    templateFix:
      'Declare the `AWS::Logs::LogGroup` in the stack of the function, and let the function write to it: `LoggingConfig: { LogGroup: !Ref Logs }`; or deploy the stack of the log group first.',
    bad: app({ Jobs: [], Logs: ['Jobs'] }),
    good: app({ Jobs: ['Logs'], Logs: [] }),
  },
  *resource(group, { graph }) {
    const at = group.property('LogGroupName');
    for (const { row, creator } of creatorsOf(at)) {
      const isLater = row.isImmediate ? graph.order.createdBefore(creator, group) : graph.order.precedes(creator.stack, group.stack);
      if (!isLater) continue;
      yield {
        at,
        message: `${creator.type.split('::')[1]} creates this log group of ${creator.displayName} ${row.created}, and ${creator.stack === group.stack ? 'that is created before this log group' : `its stack ${creator.stack.displayName} is deployed before ${group.stack.displayName}`}: this one is then rejected with "The specified log group already exists".`,
        related: [{ at: creator, message: 'Logs to this group, without naming it.' }],
        cause: { key: `${graph.idOf(creator.stack)} ${graph.idOf(group.stack)}`, here: `Created for ${creator.displayName}.` },
      };
    }
  },
});
