import type { Stack } from '../../assembly/model.js';
import { compareText } from '../../finding/order.js';
import { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { Lookups } from '../compare/lookups.js';
import type { FoundChanges } from '../impact/find-changes.js';
import type { Pairing } from '../pair/resource-pairs.js';
import type { AccessContext } from './access-context.js';
import { entriesOf } from './entries.js';
import { networkChanges } from './network/changes.js';
import { permissionChanges } from './permissions/changes.js';
import { protectionChanges } from './protection.js';
import type { Access } from './read.js';
import { renamedSubjects } from './renamed-subjects.js';
import type { SecurityNote } from './security-note.js';
import { contextOf, type Selected, selectAccess } from './select.js';
import { Texts } from './texts.js';

interface Options {
  readonly lookups: Lookups;
  /** Gets what could not be compared. */
  readonly onFailure: (resource: Resource) => void;
}

/** Who may do more or less than before, and what is protected more or less than before. */
export async function findSecurityChanges(
  after: ResourceGraph,
  pairing: Pairing,
  { compared }: FoundChanges,
  options: Options,
): Promise<readonly SecurityNote[]> {
  const notes: SecurityNote[] = [];
  for (const pair of compared) {
    if (pair.differences.length > 0 && pair.before.type === pair.after.type) notes.push(...protectionChanges(pair.before, pair.after));
  }
  for (const pair of pairing.stacks) {
    if (pair.kind === 'same' || pair.kind === 'renamed') notes.push(...terminationProtection(pair.before, pair.after));
  }
  const selected = selectAccess(compared, pairing, after);
  if (selected.before.size + selected.after.size > 0) notes.push(...(await accessChanges(after, pairing, selected, options)));
  return notes;
}

async function accessChanges(
  graph: ResourceGraph,
  { matches }: Pairing,
  selected: Selected,
  { lookups, onFailure }: Options,
): Promise<readonly SecurityNote[]> {
  const { readAccess } = await import('./read.js');
  const texts = new Texts(matches);
  const read = (resources: Iterable<Resource>, side: 'before' | 'after'): Access =>
    readAccess(
      [...resources].flatMap((resource) => entriesOf(resource, side, texts)),
      onFailure,
    );
  const [before, after] = [read(selected.before, 'before'), read(selected.after, 'after')];
  /** What the resources around a subject, which are the same before and after, say. */
  const contextFor = (subjects: readonly Resource[]): Access => {
    const resources = new Set(subjects.flatMap((subject) => contextOf(subject, graph, matches, selected)));
    return resources.size === 0 ? NOTHING : read(resources, 'after');
  };
  const isAdded = (resource: Resource): boolean => matches.originOf(resource) === undefined;
  const renamed = renamedSubjects(before, after, texts, isAdded);
  texts.rename(renamed);
  const known = new Set(renamed.values());
  const isNew = (resource: Resource): boolean => isAdded(resource) && !known.has(resource);
  const context: AccessContext = { texts, isNew, isDummy: (text, side) => lookups.isDummy(text, side), contextFor };
  return [...permissionChanges(before.grants, after.grants, context), ...networkChanges(before.rules, after.rules, context)].sort(byPlace);
}

/** What is open to everyone first, then by stack. */
function byPlace(one: SecurityNote, other: SecurityNote): number {
  const keys = ({ area, at, subject }: SecurityNote) =>
    [area === 'public-access' ? 0 : 1, at instanceof Resource ? at.stack.id : at.id, subject] as const;
  const [a, b] = [keys(one), keys(other)];
  return a[0] - b[0] || compareText(a[1], b[1]) || compareText(a[2], b[2]);
}

const NOTHING: Access = { grants: [], rules: [] };

function* terminationProtection(before: Stack, after: Stack): Generator<SecurityNote> {
  if (before.terminationProtection === after.terminationProtection) return;
  yield {
    area: 'deletion-protection',
    direction: before.terminationProtection ? 'weakened' : 'strengthened',
    subject: after.displayName,
    at: after,
    message: `Termination protection of the stack is switched ${before.terminationProtection ? 'off' : 'on'}.`,
    added: [],
    removed: [],
    isNew: false,
  };
}
