import { BESIDE_CNAME } from '../../facts/identities/edge.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { referencesIn } from '../../graph/model/value.js';
import { type Identity, identitiesOf } from '../../queries/identities.js';
import { stepsOf } from '../../queries/steps-of.js';
import { type Collision, describeCollision } from './identity-words.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept, releaseOf } from './release.js';

/**
 * What may exist only once (a record of a zone, a port of a load balancer) and is created, or changed to, while the deployed resource that has
 * it still exists: CloudFormation creates and updates before it deletes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html
 */
export function* identityProblems(context: DiffContext): Generator<Problem> {
  const takers = [...takersOf(context)];
  if (takers.length === 0) return;
  const holders = holdersByKey(context);
  const swapped = new Set<Resource>();
  for (const taker of takers) {
    if (isDeletedBefore(taker, context)) continue;
    const found = claimsOf(taker).flatMap((identity) => collisionOf(taker, identity, holders, context) ?? []);
    const [first] = found;
    if (first === undefined) continue;
    if (first.when === 'swap') {
      if (swapped.has(first.holder)) continue;
      // The other one has the same problem.
      const own = context.pairing.matches.originOf(taker);
      if (own !== undefined) swapped.add(own.base);
    }
    yield describeCollision(first, context);
  }
}

/** Resources that are created, or updated and may take another identity. */
export function* takersOf({ after, changes, recreated, pairing }: DiffContext): Generator<Resource> {
  const seen = new Set<Resource>();
  const arriving = [...pairing.roots.added, ...pairing.stacks.filter(({ kind }) => kind === 'moved').map((pair) => pair.after)];
  for (const stack of arriving) for (const resource of after.resourcesOf(stack)) seen.add(resource);
  for (const { after: resource } of changes) if (resource !== undefined) seen.add(resource.base);
  for (const resource of recreated) seen.add(resource.base);
  for (const resource of seen) if (resource.existence === 'certain') yield resource;
}

/** `deleteExisting: true`: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_route53.RecordSetOptions.html#deleteexisting */
export function isDeletedBefore(taker: Resource, { after }: DiffContext): boolean {
  return after.linksFrom(taker).some(({ to }) => to.type === 'Custom::DeleteExistingRecordSet');
}

/** What makes it unique, and of a record also its name: beside a CNAME there is no other record of that name. */
function claimsOf(resource: Resource): readonly Identity[] {
  const identities = identitiesOf(resource);
  const names = identities
    .filter(({ row }) => row.space === 'record')
    .map((record) => ({ ...record, row: BESIDE_CNAME, key: [BESIDE_CNAME.space, record.parts[0], record.parts[1]].join('\n') }));
  return [...identities, ...names];
}

function isCname({ parts }: Identity): boolean {
  return parts[2]?.toUpperCase() === 'CNAME';
}

interface Holder {
  readonly resource: Resource;
  readonly identity: Identity;
}

/** Deployed resources that let go of an identity, or that nothing deletes because their stack is no longer in the app. */
export function* holdersOf({ before, changes, recreated, pairing }: DiffContext): Generator<Resource> {
  const leaving = [...pairing.roots.removed, ...pairing.stacks.filter(({ kind }) => kind === 'moved').map((pair) => pair.before)];
  const resources = new Set<Resource>(leaving.flatMap((stack) => [...before.resourcesOf(stack)]));
  for (const { before: resource } of changes) if (resource !== undefined) resources.add(resource.base);
  for (const resource of recreated) {
    const origin = pairing.matches.originOf(resource);
    if (origin !== undefined) resources.add(origin.base);
  }
  for (const resource of resources) if (resource.existence === 'certain') yield resource;
}

function holdersByKey(context: DiffContext): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const resource of holdersOf(context)) {
    for (const identity of claimsOf(resource)) {
      const group = holders.get(identity.key) ?? [];
      holders.set(identity.key, group);
      group.push({ resource, identity });
    }
  }
  return holders;
}

function collisionOf(
  taker: Resource,
  identity: Identity,
  holders: ReadonlyMap<string, readonly Holder[]>,
  context: DiffContext,
): Collision | undefined {
  const candidates = holders.get(identity.key);
  if (candidates === undefined || !isOfDeployed(taker, identity, context)) return undefined;
  const { matches } = context.pairing;
  const isUpdated = isKept(taker, context);
  // It had it before.
  if (isUpdated && candidates.some(({ resource }) => matches.partnerOf(resource)?.base === taker)) return undefined;
  for (const { resource: holder, identity: held } of candidates) {
    if (identity.row === BESIDE_CNAME && isCname(identity) === isCname(held)) continue;
    const partner = matches.partnerOf(holder);
    // That two have it in the new version as well is for a check to report.
    if (partner !== undefined && isKept(partner, context) && claimsOf(partner).some(({ key }) => key === identity.key)) continue;
    const isOneStack = rootStackOf(taker.stack) === matches.stacksOf('before', rootStackOf(holder.stack))?.after;
    if (!isOneStack && !(identity.isCertain && held.isCertain)) continue;
    if (identity.row.second !== 'rejected' && partner?.base === taker && partner.logicalId === holder.logicalId) continue;
    const when = releaseOf(taker, holder, context);
    const isSwap = when === 'any-time' && isUpdated && partner !== undefined && takesFrom(partner, taker, identity, context);
    return { taker, identity, holder, isUpdated, when: isSwap ? 'swap' : when };
  }
  return undefined;
}

/** Whether one takes what the other one has in the deployed version. */
function takesFrom(one: Resource, other: Resource, { row }: Identity, { pairing }: DiffContext): boolean {
  const deployed = pairing.matches.originOf(other);
  if (deployed === undefined) return false;
  const had = new Set(claimsOf(deployed).flatMap((claim) => (claim.row.space === row.space ? [claim.key] : [])));
  return claimsOf(one).some(({ key }) => had.has(key));
}

/** Whether what the key refers to is there already: a key within something that is itself created is a new one. */
function isOfDeployed(taker: Resource, { row, at }: Identity, context: DiffContext): boolean {
  if (row.parts.length === 0) return true;
  // A subnet may be new: it is its zone that counts.
  const places = row.parts.flatMap(({ of, as }) =>
    (as === 'zone' ? [] : of).filter((path) => !path.startsWith('.')).map((path) => taker.property(...stepsOf(path))),
  );
  return [...places, ...(row.parts.at(-1)?.as === 'zone' ? [] : [at])].every((place) =>
    referencesIn(place.value).every(({ resource }) => isKept(resource.base, context)),
  );
}
