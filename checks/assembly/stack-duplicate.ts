import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';

const app = (name: string) => ({ Orders: { region: 'us-east-1', name: 'orders' }, Billing: { region: 'us-east-1', name } });

export default defineCheck({
  id: 'assembly/stack-duplicate',
  title: 'Duplicate stack name',
  severity: 'error',
  docs: {
    why: 'Two stacks of the assembly have the same CloudFormation name in the same account and region. CloudFormation has one stack of each name: the second deployment updates the stack of the first one to its own template, and deletes everything that is not in it.',
    fix: 'Give each its own `stackName`, or leave it out, so that the name comes from the construct path.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html'],
    templateFix: 'Give each stack its own name.',
    bad: app('orders'),
    good: app('billing'),
  },
  *graph({ graph }) {
    const first = new Map<string, Stack>();
    for (const stack of graph.stacks) {
      if (stack.parent !== undefined) continue;
      const { account, region } = stack.environment;
      const key = `${account} ${region} ${stack.name}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, stack);
        continue;
      }
      const place = region === undefined ? 'the same environment' : region;
      yield {
        at: stack,
        // Stacks without an account or region may be meant for different ones.
        severity: account === undefined || region === undefined ? 'warning' : 'error',
        message: `${stack.displayName} and ${earlier.displayName} are both the stack ${stack.name} in ${place}${account === undefined ? ' (if both are deployed to one account)' : ''}: deploying one replaces the other, and deletes what only the other has.`,
        related: [{ at: earlier, message: 'The other stack of this name.' }],
      };
    }
  },
});
