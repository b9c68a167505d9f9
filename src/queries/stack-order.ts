import type { Stack } from '../assembly/model.js';
import { errorWhenMissing } from '../facts/checked-references.js';
import { certainLookups } from '../graph/deployment/needs.js';
import { isCertainUse, type Use } from '../graph/links/uses.js';
import type { Link, StackLink } from '../graph/model/link.js';
import type { TemplatePath } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { namedFirst } from './named-first.js';

/** One stack that cannot be deployed before another one. */
export interface Need extends Use {
  /** As in the manifest: nested stacks count as their root. */
  readonly consumer: Stack;
  readonly producer: Stack;
  readonly kind: StackLink['kind'];
  /** The export, output, parameter, or physical name. */
  readonly name: string;
  /** What the service answers when it does not exist yet; empty where that is not known. */
  readonly answer?: string;
  /** Whether CloudFormation itself reads it when it deploys the consumer. */
  readonly isRead?: true;
}

/** What stacks look up in one another when they are deployed, in the order of the templates. */
export function lookups(graph: ResourceGraph): readonly Need[] {
  return graph.memo(findLookups);
}

/** What stacks name in one another, in properties that a service looks up when it creates the resource. */
export function namings(graph: ResourceGraph): readonly Need[] {
  return graph.memo(findNamings);
}

/** Whether two stacks are deployed by one command: stages are deployed by a pipeline, and templates without a manifest by a script, which have an order of their own. */
export function areDeployedTogether(one: Stack, other: Stack): boolean {
  return one.assembly === other.assembly && one.directory === other.directory && one.assembly.isOrderKnown;
}

/** Whether `cdk deploy` creates a resource after another one: what needs that, or what is in a stack that follows. False where it is not known. */
export function isCreatedLater(late: Resource, first: Resource): boolean {
  const { graph } = late;
  const [stack, other] = [rootStackOf(late.stack), rootStackOf(first.stack)];
  if (stack === other) return graph.order.createdBefore(first, late);
  return areDeployedTogether(stack, other) && !graph.order.precedes(stack, other) && isDeployedFirst(graph, other, stack);
}

/** Whether `cdk deploy --all` deploys one stack before another one, even where only their names put them in this order. */
export function isDeployedFirst(graph: ResourceGraph, first: Stack, second: Stack): boolean {
  const places = graph.memo(deploymentPlaces);
  return (places.get(rootStackOf(first)) ?? 0) < (places.get(rootStackOf(second)) ?? 0);
}

/**
 * The place of each stack in `cdk deploy --all`, which deploys what nothing orders by the ids of the artifacts.
 * Source: `topologicalSort` in https://github.com/aws/aws-cdk-cli/blob/main/packages/@aws-cdk/cloud-assembly-api/lib/toposort.ts
 */
function deploymentPlaces(graph: ResourceGraph): ReadonlyMap<Stack, number> {
  const places = new Map<Stack, number>();
  let open = graph.stacks.filter(({ parent }) => parent === undefined).sort((one, other) => (one.id < other.id ? -1 : 1));
  while (open.length > 0) {
    const next = open.filter(({ dependencies }) => dependencies.every((stack) => places.has(stack)));
    if (next.length === 0) break;
    for (const stack of next) places.set(stack, places.size);
    open = open.filter((stack) => !places.has(stack));
  }
  return places;
}

function findLookups(graph: ResourceGraph): readonly Need[] {
  return certainLookups(graph).flatMap((link) => need(graph, link, link.to, () => link.name));
}

function findNamings(graph: ResourceGraph): readonly Need[] {
  const read = namedFirst(graph).flatMap(({ at, target, name, answer, isRead }) => {
    const use = { from: at.resource, path: at.path, kind: 'name' as const };
    return need(graph, use, target.stack, () => name).map((each) => ({ ...each, answer, ...(isRead && { isRead }) }));
  });
  return [...namingsByLinks(graph), ...read];
}

function namingsByLinks(graph: ResourceGraph): readonly Need[] {
  return lookedUpNames(graph).flatMap(({ link, answer }) =>
    need(graph, link, link.to.stack, () => link.to.physicalName ?? link.to.displayName).map((each) => ({ ...each, answer })),
  );
}

/** A name or an ARN of a resource, and what the service answers when that does not exist. */
export interface LookedUpName {
  readonly link: Link;
  readonly answer: string;
}

/** The names and ARNs whose resource a service looks up when it creates the one that names it. */
export function lookedUpNames(graph: ResourceGraph): readonly LookedUpName[] {
  return graph.memo(findLookedUpNames);
}

function findLookedUpNames(graph: ResourceGraph): readonly LookedUpName[] {
  return graph.links.flatMap((link) => {
    if (link.kind !== 'name' && link.kind !== 'arn') return [];
    const answer = errorWhenMissing(link.from.type, propertyPath(link.path));
    return answer === undefined ? [] : [{ link, answer }];
  });
}

function need(graph: ResourceGraph, link: Use & { readonly kind: StackLink['kind'] }, to: Stack, nameOf: () => string): readonly Need[] {
  const [consumer, producer] = [rootStackOf(link.from.stack), rootStackOf(to)];
  if (consumer === producer || !isCertainUse(graph, link)) return [];
  return [{ from: link.from, path: link.path, consumer, producer, kind: link.kind, name: nameOf() }];
}

/** Without `Properties`, list indexes, and functions. */
function propertyPath(path: TemplatePath): string {
  return path
    .slice(1)
    .filter((step) => typeof step === 'string' && !step.startsWith('Fn::'))
    .join('.');
}
