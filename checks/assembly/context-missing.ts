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
      // The first of each environment.
      const environments = new Map(stacks.toReversed().map((stack) => [environmentOf(stack.environment), stack] as const));
      const byStack = new Map<Stack, MissingContext[]>();
      for (const context of missingContext) {
        const stack = environments.get(askedBy(context) ?? 'none') ?? stacks[0];
        const missing = stack && byStack.get(stack);
        if (missing !== undefined) missing.push(context);
        else if (stack !== undefined) byStack.set(stack, [context]);
      }
      for (const [stack, missing] of byStack) {
        yield {
          at: stack,
          message: `${missing.length === 1 ? 'A lookup was' : `${missing.length} lookups were`} not done, and dummy values stand in the templates instead: ${listed(missing)}.`,
        };
      }
    }
  },
});

/** Keys name the environment that is asked (`vpc-provider:account=…:region=…`), not the stack. */
function askedBy({ key }: MissingContext): string | undefined {
  const parts = key.split(':');
  const [account, region] = ['account=', 'region='].map((name) => parts.find((part) => part.startsWith(name))?.slice(name.length));
  return account === undefined || region === undefined ? undefined : environmentOf({ account, region });
}

function environmentOf({ account, region }: Stack['environment']): string {
  return account === undefined || region === undefined ? '' : `${account}/${region}`;
}

const MAX_LISTED = 50;

function listed(missing: readonly MissingContext[]): string {
  const keys = missing.slice(0, MAX_LISTED).map(({ key }) => key);
  return missing.length > MAX_LISTED ? `${keys.join(', ')} and ${missing.length - MAX_LISTED} more` : keys.join(', ');
}
