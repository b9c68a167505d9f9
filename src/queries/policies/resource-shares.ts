import { SHARED_TYPES, SHARED_USES, type SharedUse } from '../../facts/admission/resource-shares.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { isHandledByCustomResource } from '../custom-resources.js';
import { placesAt } from '../region-of.js';
import { isCreatedLater } from '../stack-order.js';
import { hasSeveralAccounts } from './several-accounts.js';

const SHARE = 'AWS::RAM::ResourceShare';

/** Something of another account that nothing here shares with the account, or only later. */
export interface Unshared {
  readonly row: SharedUse;
  readonly at: Property;
  readonly resource: Resource;
  /** The share that comes too late; undefined where there is none. */
  readonly later: Resource | undefined;
}

/** What a resource uses of other accounts without a resource share: the first place of each row, since a share names several. */
export function unsharedUsesOf(user: Resource): readonly Unshared[] {
  const { account, graph } = user;
  const rows = SHARED_USES[user.type];
  if (rows === undefined || account === undefined || !graph.memo(hasSeveralAccounts)) return [];
  return rows.flatMap((row) => placesAt(user, row.path).flatMap((at) => unsharedAt(at, row, account) ?? [])[0] ?? []);
}

function unsharedAt(at: Property, row: SharedUse, account: string): Unshared | undefined {
  const resource = at.target(row.type);
  if (resource?.existence !== 'certain' || resource.account === undefined || resource.account === account) return undefined;
  const { graph } = resource;
  if (graph.mayLackResources() || isHandledByCustomResource(resource)) return undefined;
  const { byResource, isComplete } = graph.memo(shares);
  const open = (byResource.get(resource.base) ?? []).filter((share) => mayInclude(share, account));
  if (open.length === 0) return isComplete ? { row, at, resource, later: undefined } : undefined;
  const [first] = open;
  return open.every((share) => isCreatedLater(share, at.resource)) ? { row, at, resource, later: first } : undefined;
}

/** Whether a share is for an account, or may be: it names an organization, or principals that are not known. */
function mayInclude(share: Resource, account: string): boolean {
  const principals = share.property('Principals');
  if (principals.isAbsent || principals.items === undefined) return true;
  return principals.items.some(({ text }) => text === undefined || text.includes(account) || text.includes(':organizations:'));
}

interface Shares {
  readonly byResource: ReadonlyMap<Resource, readonly Resource[]>;
  /** False when it is not known of a share what it names. */
  readonly isComplete: boolean;
}

const TYPES: ReadonlySet<string> = new Set(SHARED_TYPES.map(({ type }) => type));

function shares(graph: ResourceGraph): Shares {
  const byResource = new ResourceMap<Resource[]>();
  let isComplete = true;
  for (const share of graph.resourcesOfType(SHARE)) {
    const places = share.property('ResourceArns').items;
    if (places === undefined) isComplete = false;
    for (const place of places ?? []) {
      const named = namedIn(place);
      if (named === 'unknown') isComplete = false;
      else if (named !== undefined) {
        const list = byResource.get(named) ?? [];
        list.push(share);
        byResource.set(named, list);
      }
    }
  }
  return { byResource, isComplete };
}

/** By its ARN, or by an ARN that is put together from its id: `arn:aws:ec2:eu-west-1:111122223333:transit-gateway/${Gateway}`. */
function namedIn(place: Property): Resource | 'unknown' | undefined {
  const target = place.target(...TYPES) ?? place.reference?.resource;
  if (target !== undefined) return TYPES.has(target.type) ? target.base : undefined;
  const { text, parts } = place;
  if (text !== undefined) return undefined;
  const references = parts?.flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : [])) ?? [];
  return references.find(({ type }) => TYPES.has(type))?.base ?? 'unknown';
}
