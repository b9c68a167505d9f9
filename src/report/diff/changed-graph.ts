import type { DiffReport } from '../../diff/report.js';
import type { ReportResource, ReportStack } from '../../finding/report.js';
import type { GraphDocument, GraphStack } from '../../graph/document.js';
import { CHANGES, type Change, type ChangedContent } from '../../pages/graph/page-content.js';
import { selectStacksOf } from '../graph/selection.js';

/** Both sides of a diff as one graph: what is there after, and beside it what is there no more. */
export interface ChangedGraph extends Omit<ChangedContent, 'findings'> {
  /** Id in the graph of a place on either side. */
  readonly idOf: (place: Place) => string | undefined;
  /** How many stacks there are, when the graph shows only those that change and what they are linked with. */
  readonly stacksInAll: number;
}

type Place = { readonly stack: ReportStack; readonly resource: ReportResource | null };

/** Of what is larger only the stacks that change are drawn. */
const MAX_RESOURCES = 3000;

export function changedGraph(before: GraphDocument, after: GraphDocument, report: DiffReport): ChangedGraph {
  const stackIds = matchStacks(before, after);
  const stackOf = (id: string): string => stackIds.get(id) ?? id;
  const moved = new Map([
    ...stackIds,
    ...before.resources.map(({ id, stack, logicalId }) => [id, `${stackOf(stack)}.${logicalId}`] as const),
  ]);
  const byPlace = placesOf(before, after, moved);
  const idOf = ({ stack, resource }: Place): string | undefined => byPlace.get(keyOf(stack.assembly, stack.name, resource?.logicalId));
  const changes = changesOf(report, idOf);

  const stacksAfter = new Set(after.stacks.map(({ id }) => id));
  const resourcesAfter = new Set(after.resources.map(({ id }) => id));
  const stacksBefore = new Set(stackIds.values());
  // The report has a stack that comes or goes as one.
  for (const { id, stack } of after.resources) if (!stacksBefore.has(stack) && !changes.has(id)) changes.set(id, 'added');
  const goneStacks = before.stacks.filter(({ id }) => !stacksAfter.has(stackOf(id)));
  const gone = before.resources.flatMap((resource) => {
    const id = moved.get(resource.id) ?? resource.id;
    const stack = stackOf(resource.stack);
    if (resourcesAfter.has(id)) return [];
    if (!stacksAfter.has(stack) && !changes.has(id)) changes.set(id, 'removed');
    // What the diff folds, as versions of a function, is no change.
    return changes.has(id) ? [{ ...resource, id, stack }] : [];
  });
  const shown = new Set([...resourcesAfter, ...gone.map(({ id }) => id)]);
  const graph: GraphDocument = {
    ...after,
    stacks: [
      ...after.stacks,
      ...goneStacks.map((stack) => ({ ...stack, id: stackOf(stack.id), parent: stack.parent && stackOf(stack.parent), dependencies: [] })),
    ],
    resources: [...after.resources, ...gone],
    links: [
      ...after.links,
      ...before.links
        .map((link) => ({ ...link, from: moved.get(link.from) ?? link.from, to: moved.get(link.to) ?? link.to }))
        .filter(({ from, to }) => shown.has(from) && shown.has(to) && !(resourcesAfter.has(from) && resourcesAfter.has(to))),
    ],
  };
  const drawn = graph.resources.length <= MAX_RESOURCES ? graph : selectStacksOf(graph, stacksThatChange(graph, changes));
  const change = ({ id }: { readonly id: string }): Change | null => changes.get(id) ?? null;
  return { graph: drawn, resources: drawn.resources.map(change), stacks: drawn.stacks.map(change), idOf, stacksInAll: graph.stacks.length };
}

/** The same stack of CloudFormation, whatever its artifact is called: id after by id before. Others get an id that is free. */
function matchStacks(before: GraphDocument, after: GraphDocument): ReadonlyMap<string, string> {
  const identities = (stacks: readonly GraphStack[]): ReadonlyMap<string, string> => {
    const made = new Map<string, string>();
    for (const { id, parent, name, account, region } of stacks)
      made.set(id, parent === null ? JSON.stringify([account, region, name]) : `${made.get(parent)}/${id.slice(parent.length + 1)}`);
    return made;
  };
  const idAfter = new Map([...identities(after.stacks)].map(([id, identity]) => [identity, id]));
  const taken = new Set(after.stacks.map(({ id }) => id));
  return new Map(
    [...identities(before.stacks)].map(([id, identity]) => [id, idAfter.get(identity) ?? (taken.has(id) ? `${id} (before)` : id)]),
  );
}

function keyOf(assembly: string, stack: string, logicalId: string | undefined): string {
  return JSON.stringify([assembly, stack, logicalId ?? null]);
}

/** Places after come last: assemblies on both sides may have one path. */
function placesOf(before: GraphDocument, after: GraphDocument, moved: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { stacks, resources } of [before, after]) {
    const isBefore = stacks === before.stacks;
    const idOf = (id: string): string => (isBefore ? (moved.get(id) ?? id) : id);
    const stackOf = new Map(stacks.map((stack) => [stack.id, stack]));
    for (const { id, assembly, name } of stacks) places.set(keyOf(assembly, name, undefined), idOf(id));
    for (const { id, stack, logicalId } of resources) {
      const home = stackOf.get(stack);
      if (home !== undefined) places.set(keyOf(home.assembly, home.name, logicalId), idOf(id));
    }
  }
  return places;
}

/** The worst change of each resource and stack. */
function changesOf(report: DiffReport, idOf: ChangedGraph['idOf']): Map<string, Change> {
  const changes = new Map<string, Change>();
  const note = (place: Place | null, change: Change): void => {
    const id = place === null ? undefined : idOf(place);
    const known = id === undefined ? undefined : changes.get(id);
    if (id !== undefined && (known === undefined || CHANGES.indexOf(change) < CHANGES.indexOf(known))) changes.set(id, change);
  };
  for (const { before, after, consequence } of report.resources) if (consequence !== 'metadata') note(after ?? before, consequence);
  for (const { place, stack, level } of report.deployment.problems)
    if (level === 'blocked') note(place ?? { stack, resource: null }, 'blocked');
  for (const { change, before, after } of report.stacks) {
    if (after !== null && (change === 'added' || change === 'moved')) note({ stack: after, resource: null }, 'added');
    if (before !== null && (change === 'removed' || change === 'moved')) note({ stack: before, resource: null }, 'orphaned');
  }
  return changes;
}

function stacksThatChange({ resources, stacks }: GraphDocument, changes: ReadonlyMap<string, Change>): ReadonlySet<string> {
  return new Set([
    ...stacks.flatMap(({ id }) => (changes.has(id) ? [id] : [])),
    ...resources.flatMap(({ id, stack }) => (changes.has(id) ? [stack] : [])),
  ]);
}
