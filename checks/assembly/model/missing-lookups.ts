import type { CloudAssembly, MissingContext, Stack } from '../../../src/assembly/model.js';
import { textsIn } from '../../../src/graph/model/json.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

/** What the app looked up in vain, by the stack that it is reported at: the first that holds a dummy of it, else the first of its environment. */
export function missingLookups(graph: ResourceGraph): ReadonlyMap<Stack, readonly MissingContext[]> {
  const found = new Map<Stack, MissingContext[]>();
  for (const assembly of graph.assemblies) {
    const { stacks, missingContext } = assembly;
    const holders = dummyHolders(graph, assembly);
    const environments = new Map(stacks.toReversed().map((stack) => [environmentOf(stack.environment), stack] as const));
    for (const context of missingContext) {
      const asked = askedBy(context) ?? 'none';
      const holder = context.dummies.map((dummy) => holders.get(`${asked} ${dummy}`)).find((stack) => stack !== undefined);
      // A template that was given the answer in another way does not hold the dummy.
      if (holder === undefined && context.dummies.length > 0) continue;
      const stack = holder ?? environments.get(asked) ?? stacks[0];
      const missing = stack && found.get(stack);
      if (missing !== undefined) missing.push(context);
      else if (stack !== undefined) found.set(stack, [context]);
    }
  }
  return found;
}

/** The stack at which the missing lookups of another one's environment are reported. */
export function stackOfLookups(graph: ResourceGraph, { assembly, environment }: Stack): Stack | undefined {
  return graph.memo(byEnvironment).get(assembly)?.get(environmentOf(environment));
}

function byEnvironment(graph: ResourceGraph): ReadonlyMap<CloudAssembly, ReadonlyMap<string, Stack>> {
  const found = new Map<CloudAssembly, Map<string, Stack>>();
  for (const stack of graph.memo(missingLookups).keys()) {
    const stacks = found.get(stack.assembly) ?? new Map<string, Stack>();
    const environment = environmentOf(stack.environment);
    if (!stacks.has(environment)) found.set(stack.assembly, stacks.set(environment, stack));
  }
  return found;
}

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
