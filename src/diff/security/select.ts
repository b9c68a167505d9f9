import type { Stack } from '../../assembly/model.js';
import { own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { ComparedPair } from '../changes.js';
import { differInPermissions } from '../impact/impacts.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { sameJson } from '../pair/same-json.js';
import { attachmentsOf, localPoliciesOf } from './entries.js';

/** The resources that say who may do what, of each side, as far as they may say something else than on the other side. */
export interface Selected {
  readonly before: ReadonlySet<Resource>;
  readonly after: ReadonlySet<Resource>;
}

export function selectAccess(
  compared: readonly ComparedPair[],
  { removed, added, roots, matches }: Pairing,
  after: ResourceGraph,
): Selected {
  const selected = { before: new Set<Resource>(), after: new Set<Resource>() };
  const addPair = (one: Resource | undefined, other: Resource | undefined): void => {
    if (one !== undefined) selected.before.add(one);
    if (other !== undefined) selected.after.add(other);
  };
  for (const pair of compared) {
    if ((pair.differences.length === 0 && pair.by === 'logical-id') || !isOther(pair)) continue;
    addPair(pair.before, pair.after);
  }
  const isMeant = ({ type, raw }: Resource): boolean => differInPermissions(type, undefined, raw);
  for (const resource of removed) if (isMeant(resource)) selected.before.add(resource);
  const isNew = (stack: Stack): readonly Resource[] =>
    [...after.resourcesOf(stack)].filter((resource) => matches.originOf(resource) === undefined);
  for (const resource of [...added, ...roots.added.flatMap(isNew)]) if (isMeant(resource)) selected.after.add(resource);
  // What a policy of the app allows depends on what it is attached to, and either side may name the other.
  for (const resource of [...selected.before].flatMap(attachedTo)) addPair(resource, matches.partnerOf(resource));
  for (const resource of [...selected.after].flatMap(attachedTo)) addPair(matches.originOf(resource), resource);
  return selected;
}

function isOther({ before, after, names, differences }: ComparedPair): boolean {
  return (
    (names.size > 0 && differences.length > 0 && differInPermissions(after.type, undefined, after.raw)) ||
    before.logicalId !== after.logicalId ||
    differInPermissions(after.type, before.raw, after.raw) ||
    differInPermissions(before.type, before.raw, after.raw) ||
    (!sameJson(own(before.raw, 'Condition'), own(after.raw, 'Condition')) && differInPermissions(after.type, undefined, after.raw))
  );
}

function attachedTo(resource: Resource): readonly Resource[] {
  if (resource.type === 'AWS::IAM::ManagedPolicy') return attachmentsOf(resource).flatMap(localPoliciesOf);
  return /^AWS::IAM::(Role|User|Group)$/.test(resource.type) ? localPoliciesOf(resource) : [];
}

/** What else says something about a subject, and says the same on both sides. */
export function contextOf(
  subject: Resource,
  after: ResourceGraph,
  matches: Pairing['matches'],
  { after: known }: Selected,
): readonly Resource[] {
  const others = [subject, ...after.linksTo(subject).map(({ from }) => from), ...localPoliciesOf(subject)];
  return [...new Set(others)].filter(
    (resource) =>
      !known.has(resource) && matches.originOf(resource) !== undefined && differInPermissions(resource.type, undefined, resource.raw),
  );
}
