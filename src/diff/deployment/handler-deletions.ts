import { HANDLER_DELETIONS, type HandlerDeletion } from '../../facts/deleted-by-handler.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { groupBy } from '../../group-by.js';
import { memoize } from '../../memoize.js';
import { fateOf } from '../../queries/deletion.js';
import { stepsOf } from '../../queries/steps-of.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept } from './release.js';

/**
 * Custom resources that are deleted, or created under another logical id, while the bucket or repository that they work on stays: their handler
 * deletes its content or settings at the end of the update.
 */
export function* handlerDeletions(context: DiffContext): Generator<Problem> {
  for (const row of HANDLER_DELETIONS) {
    const created = memoize(() => createdByPlace(row, context));
    for (const deployed of context.before.certainResourcesOfType(row.type)) {
      const problem = isDeleted(deployed, context) ? problemOf(deployed, row, created, context) : undefined;
      if (problem !== undefined) yield problem;
    }
  }
}

/** Whether CloudFormation deletes it in an update of its stack. */
function isDeleted(deployed: Resource, context: DiffContext): boolean {
  const { matches } = context.pairing;
  const stacks = matches.stacksOf('before', deployed.stack);
  if (stacks === undefined || stacks.kind === 'moved' || fateOf(deployed) === 'retained') return false;
  const partner = matches.partnerOf(deployed);
  return partner === undefined || !isKept(partner, context);
}

/** The custom resources that the update creates, by the place that they work on. */
function createdByPlace(row: HandlerDeletion, context: DiffContext): ReadonlyMap<string | undefined, readonly Resource[]> {
  const { after, pairing } = context;
  const created = after.certainResourcesOfType(row.type).filter((resource) => !isKept(resource, context));
  return groupBy(created, (resource) => placeOf(resource, row, pairing.matches.namingAfter));
}

function problemOf(
  deployed: Resource,
  row: HandlerDeletion,
  created: () => ReturnType<typeof createdByPlace>,
  context: DiffContext,
): Problem | undefined {
  if (!row.when.every(([path, values]) => values.includes(wordOf(deployed.property(...stepsOf(path)))))) return undefined;
  const { pairing } = context;
  const subject = subjectOf(deployed, row);
  const kept = subject && pairing.matches.partnerOf(subject);
  // A bucket of another stack or app is called by its name; it stays.
  if (subject !== undefined && (kept === undefined || !isKept(kept, context))) return undefined;
  const place = placeOf(deployed, row, pairing.matches.namingBefore);
  if (place === undefined) return undefined;
  // What another stack sets again, it may set after this one is deleted.
  const stack = pairing.matches.stacksOf('before', rootStackOf(deployed.stack))?.after;
  const successor = created()
    .get(place)
    ?.find((other) => rootStackOf(other.stack) === stack);
  if (row.isOwn && successor === undefined) return undefined;
  if (row.onlyWithTag !== undefined && !tagsOf(kept, row.onlyWithTag).some((tag) => wordOf(tag.get('Value')) === 'true')) return undefined;
  if (row.unlessTag !== undefined && tagsOf(kept, row.unlessTag).length > 0) return undefined;
  const at = successor ?? kept ?? deployed;
  const name = kept === undefined ? deployed.property(row.subject).text : kept.displayNameFrom(at);
  return {
    kind: 'content-deleted',
    level: 'careful',
    at,
    message: `The deployed custom resource ${deployed.displayNameFrom(at)} is deleted at the end of the update${successor === undefined ? '' : ', when this one is there'}, and its handler then ${row.what}${name === undefined ? '' : `: ${name} itself stays`}.`,
    fix: row.fix,
  };
}

function subjectOf(resource: Resource, { subject }: HandlerDeletion): Resource | undefined {
  const { value } = resource.property(subject);
  return value.kind === 'reference' ? value.resource.base : undefined;
}

function placeOf(resource: Resource, { subject, part }: HandlerDeletion, naming: Naming): string | undefined {
  const places = [subject, ...part].map((name) => canonicalOf(resource.property(name).value, naming));
  return places.every(({ isExact }) => isExact) ? JSON.stringify(places.map(({ text }) => text)) : undefined;
}

function tagsOf(resource: Resource | undefined, prefix: string): readonly Property[] {
  return (resource?.property('Tags').items ?? []).filter((tag) => tag.get('Key').text?.startsWith(prefix) === true);
}

function wordOf(place: Property): string {
  return place.isAbsent ? '' : (place.text ?? String(place.boolean ?? '?'));
}
