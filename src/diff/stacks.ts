import type { Stack } from '../assembly/model.js';
import { counted } from '../counted.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import type { Change } from './changes.js';
import { destroyCommand, isCdk } from './commands.js';
import type { Lookups } from './compare/lookups.js';
import { isStateful } from './consequence/stateful.js';
import type { FoldedCounts } from './folded-counts.js';
import type { Pairing } from './pair/resource-pairs.js';
import type { StackPair } from './pair/stack-pairs.js';
import { describeResource, describeStack } from './places.js';
import type { StackChange, TemplatePartChange } from './report.js';
import { compareParts } from './template-parts.js';

/** What happens to the stacks: those that come, go and move, and those in which something changes. */
export function stackChanges(
  before: ResourceGraph,
  after: ResourceGraph,
  { roots, stacks }: Pairing,
  changes: readonly Change[],
  folded: FoldedCounts,
  lookups: Lookups,
): readonly StackChange[] {
  const counts = new Map<Stack, number>();
  const count = (stack: Stack | undefined): void => {
    if (stack !== undefined) counts.set(stack, (counts.get(stack) ?? 0) + 1);
  };
  for (const change of changes) {
    count(change.after?.stack ?? change.before?.stack);
    if (change.kind === 'moved') count(change.before?.stack);
  }
  return [
    ...roots.removed.filter(isDeployed).map((stack) => removedStack(stack, before)),
    ...stacks.filter(({ kind, after: { parent } }) => kind === 'moved' && parent === undefined).map((pair) => movedStack(pair, before)),
    ...stacks.filter(({ kind }) => kind !== 'moved').flatMap((pair) => pairedStack(pair, counts, folded, lookups)),
    ...roots.added.filter(isDeployed).map((stack) => addedStack(stack, after)),
  ];
}

/** The CDK skips a stack without resources: https://github.com/aws/aws-cdk/blob/7eadb1875c7b402d1b78b906708576bad1c3822d/packages/aws-cdk/test/integ/cli/test-cdk-no-resource.sh */
export function isDeployed({ template }: Stack): boolean {
  return template.resources.size > 0 || template.generators.length > 0;
}

function pairedStack(pair: StackPair, counts: ReadonlyMap<Stack, number>, folded: FoldedCounts, lookups: Lookups): readonly StackChange[] {
  const { before, after, kind } = pair;
  const compared = compareParts(before, after, lookups);
  if (compared.own > 0) folded.add('cdk', after.displayName, compared.own);
  // Outputs and parameters of a nested stack are how it is wired to its parent, and reported there.
  const parts = after.parent === undefined ? compared.parts : [];
  const resources = (counts.get(after) ?? 0) + (counts.get(before) ?? 0);
  const change = { before: describeStack(before), after: describeStack(after), fix: null, resources, stateful: [], parts };
  if (kind === 'renamed') {
    const message = `The same CloudFormation stack under another id (${before.id} becomes ${after.id}): no resources are redeployed.`;
    return [{ ...change, change: 'renamed', message }];
  }
  if (resources === 0 && parts.length === 0) return [];
  return [{ ...change, change: 'changed', message: messageOf(resources, parts) }];
}

function messageOf(resources: number, parts: readonly TemplatePartChange[]): string {
  const texts = [
    resources > 0 ? counted(resources, 'resource') : '',
    ...(['Outputs', 'Parameters', 'Conditions', 'Mappings', 'stack'] as const).map((section) => {
      const count = parts.filter((part) => part.section === section).length;
      if (count === 0) return '';
      const word = section === 'stack' ? 'setting' : section.slice(0, -1).toLowerCase();
      return counted(count, word);
    }),
  ].filter((text) => text !== '');
  return `${texts.join(', ')}.`;
}

function addedStack(stack: Stack, graph: ResourceGraph): StackChange {
  const resources = contentsOf(stack, graph).length;
  return {
    change: 'added',
    before: null,
    after: describeStack(stack),
    message: `New, with ${counted(resources, 'resource')}.`,
    fix: null,
    resources,
    stateful: [],
    parts: [],
  };
}

function removedStack(stack: Stack, graph: ResourceGraph): StackChange {
  const contents = contentsOf(stack, graph);
  const stateful = contents.filter(isStateful).map(describeResource);
  return {
    change: 'removed',
    before: describeStack(stack),
    after: null,
    message: `No longer in the app, but ${isCdk(stack) ? '`cdk deploy`' : 'a deployment of the others'} does not delete it: its ${counted(contents.length, 'resource')} remain deployed and continue to incur cost.`,
    fix: `When nobody needs it, run ${destroyCommand(stack)}${isCdk(stack) ? ', or delete the stack in CloudFormation' : ''}.`,
    resources: contents.length,
    stateful,
    parts: [],
  };
}

function movedStack({ before, after }: StackPair, graph: ResourceGraph): StackChange {
  const contents = contentsOf(before, graph);
  const stateful = contents.filter(isStateful).map(describeResource);
  const holds =
    stateful.length > 0
      ? ` The new one starts empty, and ${counted(stateful.length, 'resource')} in the old one ${stateful.length === 1 ? 'holds' : 'hold'} data.`
      : '';
  return {
    change: 'moved',
    before: describeStack(before),
    after: describeStack(after),
    message: `Deployed to ${placeOf(after)} instead of ${placeOf(before)}: a new stack is created, and the old one stays deployed with its ${counted(contents.length, 'resource')}.${holds}`,
    fix: `Move what the old stack holds, then delete it: ${destroyCommand(before)}.`,
    resources: contents.length,
    stateful,
    parts: [],
  };
}

function placeOf({ name, environment: { account, region } }: Stack): string {
  return `${name} in ${account ?? 'any account'}/${region ?? 'any region'}`;
}

/** Nested stacks included. */
function contentsOf(root: Stack, graph: ResourceGraph) {
  return graph.stacks.filter((stack) => rootStackOf(stack) === root).flatMap((stack) => [...graph.resourcesOf(stack)]);
}
