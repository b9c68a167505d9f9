import type { MissingContext, Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';

const key = 'hosted-zone:account=482731905566:domainName=contoso.dev:region=us-east-1';
const web = { region: 'us-east-1', resources: { Site: { Type: 'AWS::S3::Bucket', Properties: {} } } };

export default defineCheck({
  id: 'assembly/context-missing',
  title: 'Lookups that were not done',
  severity: 'warning',
  docs: {
    why: 'The app asked for something that only AWS knows (a VPC, a hosted zone, an image, a parameter), and the answer was neither in `cdk.context.json` nor looked up. The templates hold dummy values in its place: they cannot be deployed as they are, and what depends on those values is not checked.',
    fix: 'Run `cdk synth` once with credentials for the account, and commit the `cdk.context.json` that it writes.',
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/context.html'],
    bad: { Web: { ...web, missingContext: [key] } },
    good: { Web: web },
  },
  *graph({ graph }) {
    for (const { stacks, missingContext } of graph.assemblies) {
      const byStack = new Map<Stack, MissingContext[]>();
      for (const context of missingContext) {
        const stack = stacks.find(({ environment }) => asks(context, environment)) ?? stacks[0];
        if (stack !== undefined) byStack.set(stack, [...(byStack.get(stack) ?? []), context]);
      }
      for (const [stack, missing] of byStack) {
        yield {
          at: stack,
          message: `${missing.length === 1 ? 'A lookup was' : `${missing.length} lookups were`} not done, and dummy values stand in the templates instead: ${missing.map(({ key }) => key).join(', ')}.`,
        };
      }
    }
  },
});

/** Keys name the environment that is asked (`vpc-provider:account=…:region=…`), not the stack. */
function asks({ key }: MissingContext, { account, region }: Stack['environment']): boolean {
  const parts = key.split(':');
  return account !== undefined && region !== undefined && parts.includes(`account=${account}`) && parts.includes(`region=${region}`);
}
