import type { CloudAssembly, MissingContext, Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { textsIn } from '../../src/graph/model/json.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';

const key = 'hosted-zone:account=482731905566:domainName=contoso.dev:region=us-east-1';
const web = { region: 'us-east-1', resources: { Site: { Type: 'AWS::S3::Bucket', Properties: {} } } };

export default defineCheck({
  id: 'assembly/context-missing',
  title: 'Context lookups are missing',
  severity: 'warning',
  docs: {
    why: 'The app asked for something that only AWS knows (a VPC, a hosted zone, an image, a parameter), and the answer was neither in `cdk.context.json` nor looked up. The templates hold dummy values in its place: they cannot be deployed as they are, and what depends on those values is not checked.',
    fix: 'Run `cdk synth` once with credentials for the account, and commit the `cdk.context.json` that it writes.',
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/context.html'],
    templateFix: 'Look the value up, and write it into the template.',
    bad: { Web: { ...web, missingContext: [key] } },
    good: { Web: web },
  },
  *graph({ graph }) {
    for (const assembly of graph.assemblies) {
      const { stacks, missingContext } = assembly;
      const holders = dummyHolders(graph, assembly);
      // The first of each environment that holds the dummy, or else the first of it.
      const environments = new Map(stacks.toReversed().map((stack) => [environmentOf(stack.environment), stack] as const));
      const byStack = new Map<Stack, MissingContext[]>();
      for (const context of missingContext) {
        const asked = askedBy(context) ?? 'none';
        const holder = context.dummies.map((dummy) => holders.get(`${asked} ${dummy}`)).find((found) => found !== undefined);
        // A template that was given the answer in another way does not hold the dummy.
        if (holder === undefined && context.dummies.length > 0) continue;
        const stack = holder ?? environments.get(asked) ?? stacks[0];
        const missing = stack && byStack.get(stack);
        if (missing !== undefined) missing.push(context);
        else if (stack !== undefined) byStack.set(stack, [context]);
      }
      for (const [stack, missing] of byStack) {
        yield {
          at: stack,
          message: `${missing.length === 1 ? 'A lookup was' : `${missing.length} lookups were`} not done, and ${missing.every(({ dummies }) => dummies.length > 0) ? 'dummy values stand in the templates instead' : 'what depends on it is not known'}: ${listed(missing)}.`,
        };
      }
    }
  },
});

/** By environment and dummy value, the first stack that holds it. */
function dummyHolders(graph: ResourceGraph, { stacks, missingContext }: CloudAssembly): ReadonlyMap<string, Stack> {
  const dummies = new Set(missingContext.flatMap(({ dummies }) => dummies));
  const holders = new Map<string, Stack>();
  if (dummies.size === 0) return holders;
  for (const stack of stacks) {
    const environment = environmentOf(stack.environment);
    for (const { raw } of graph.resourcesOf(stack)) {
      for (const text of textsIn(raw.Properties)) {
        const key = `${environment} ${text}`;
        if (dummies.has(text) && !holders.has(key)) holders.set(key, stack);
      }
    }
  }
  return holders;
}

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
