import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { JsonObject, Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { ComparedPair } from '../changes.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { withForeign } from './foreign.js';
import { differInPermissions } from './impacts.js';
import { type Renaming, renameIn, withFormOf } from './reduce.js';
import type { TemplateDiffer } from './template-diff.js';

/** Two templates reduced to what differs, in the logical ids of the later one. */
export interface Group {
  readonly stack: Stack;
  readonly before: Map<string, JsonObject>;
  readonly after: Map<string, JsonObject>;
}

/** New logical ids by old ones, for each stack of after. */
export function findRenamings({ pairs }: Pairing): (after: Resource) => Renaming {
  const renamings = new Map<Stack, Map<string, string>>();
  for (const { before, after, by, stacks } of pairs) {
    if (by === 'logical-id' || stacks === undefined || before.logicalId === after.logicalId) continue;
    const renaming = renamings.get(after.stack) ?? new Map<string, string>();
    renamings.set(after.stack, renaming.set(before.logicalId, after.logicalId));
  }
  const none: Renaming = new Map();
  return ({ stack }) => renamings.get(stack) ?? none;
}

/** What is to be compared, stack by stack. */
export function groupByStack(
  compared: readonly ComparedPair[],
  pairing: Pairing,
  after: ResourceGraph,
  renamingOf: (after: Resource) => Renaming,
): readonly Group[] {
  const groups = new Map<Stack, Group>();
  const groupOf = (stack: Stack): Group => {
    const group = groups.get(stack) ?? { stack, before: new Map(), after: new Map() };
    groups.set(stack, group);
    return group;
  };
  const nameOf = ({ stack, logicalId }: Resource): string => `${stack.name}/${logicalId}`;
  const readableBefore = (resource: Resource) =>
    withForeign(resource.raw, resource, (other) => nameOf(pairing.partners.partnerOf(other) ?? other));
  const readableAfter = (resource: Resource, entry = resource.raw) => withForeign(entry, resource, nameOf);
  for (const pair of compared) {
    if (pair.differences.length === 0 && pair.by === 'logical-id') continue;
    const group = groupOf(pair.after.stack);
    const renaming = renamingOf(pair.after);
    const entry = renameIn(readableBefore(pair.before), renaming) as JsonObject;
    group.before.set(pair.after.logicalId, entry);
    group.after.set(pair.after.logicalId, readableAfter(pair.after, withFormOf(pair.after, pair, renaming)));
  }
  for (const resource of pairing.removed) {
    const stack = pairing.partners.stacksOf('before', resource.stack)?.after ?? resource.stack;
    groupOf(stack).before.set(resource.logicalId, readableBefore(resource));
  }
  for (const resource of pairing.added) groupOf(resource.stack).after.set(resource.logicalId, readableAfter(resource));
  for (const stack of pairing.roots.added) {
    for (const resource of after.resourcesOf(stack)) {
      if (pairing.partners.originOf(resource) === undefined) groupOf(stack).after.set(resource.logicalId, readableAfter(resource));
    }
  }
  return [...groups.values()].flatMap(onlyPermissions);
}

/** The entries that differ in permissions; none when there are none. */
function onlyPermissions({ stack, before, after }: Group): readonly Group[] {
  const isWanted = (logicalId: string): boolean => {
    const [one, other] = [before.get(logicalId), after.get(logicalId)];
    return [one, other].some((entry) => typeof entry?.Type === 'string' && differInPermissions(entry.Type, one, other));
  };
  const filter = (entries: Group['before']) => new Map([...entries].filter(([logicalId]) => isWanted(logicalId)));
  const group = { stack, before: filter(before), after: filter(after) };
  return group.before.size + group.after.size === 0 ? [] : [group];
}

/** Compares a group; resource by resource when the package fails on the whole. `onFailure` is told of those it fails on. */
export function* diffGroup(
  { before, after }: Group,
  differ: TemplateDiffer,
  onFailure: (logicalId: string) => void,
): Generator<TemplateDiff> {
  const whole = differ(before, after);
  if (whole !== undefined) {
    yield whole;
    return;
  }
  for (const logicalId of new Set([...before.keys(), ...after.keys()])) {
    const only = (template: ReadonlyMap<string, JsonObject>) => new Map([...template].filter(([key]) => key === logicalId));
    const part = differ(only(before), only(after));
    if (part === undefined) onFailure(logicalId);
    else yield part;
  }
}
