import { refArnOf } from '../facts/ref-arns.js';
import type { ReferenceRow } from '../facts/references/row.js';
import { isRegion } from '../facts/regions.js';
import { NAMED_TYPES } from '../facts/resource-names.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { keyRegionOf } from './kms-keys.js';
import { below, placesAt } from './region-of.js';

/** A property that names something, where that is, and where it must be. */
export interface NamedPlace {
  readonly at: Property;
  readonly row: ReferenceRow;
  /** Undefined when any region will do, or when it is not known. */
  readonly wantedRegion: string | undefined;
  /** The property that says in which region it must be: the place beside it that names a region or a bucket. */
  readonly decidedBy: Property | undefined;
}

/** The places of a row in a resource, each with the region that it must name something of. */
export function* namedPlaces(resource: Resource, row: ReferenceRow): Generator<NamedPlace> {
  if (!resource.hasProperty(row.path.split('.', 1)[0] ?? '') || !applies(row, resource)) return;
  const { region } = row;
  if (region === 'any' || region === 'stack' || 'fixed' in region) {
    const wantedRegion = region === 'any' ? undefined : region === 'stack' ? resource.region : region.fixed;
    for (const at of placesAt(resource, row.path)) yield { at, row, wantedRegion, decidedBy: undefined };
    return;
  }
  const [base, rest, other] = split(row.path, 'beside' in region ? region.beside : region.bucketAt);
  for (const around of base === '' ? [resource.property()] : placesAt(resource, base)) {
    const decidedBy = around.get(...other);
    const wantedRegion = 'beside' in region ? (decidedBy.isAbsent ? resource.region : decidedBy.text) : bucketRegion(decidedBy);
    for (const at of rest.reduce(below, [around])) yield { at, row, wantedRegion, decidedBy };
  }
}

/** What two paths have in common, and the rest of each. */
function split(path: string, beside: string): readonly [base: string, rest: readonly string[], other: readonly string[]] {
  const [left, right] = [path.split('.'), beside.split('.')];
  let common = 0;
  while (common < left.length - 1 && common < right.length - 1 && left[common] === right[common]) common += 1;
  return [left.slice(0, common).join('.'), left.slice(common), right.slice(common)];
}

function applies({ where = {} }: ReferenceRow, resource: Resource): boolean {
  return Object.entries(where).every(([name, text]) => {
    const property = resource.property(name);
    return text === undefined ? property.isAbsent : property.text === text;
  });
}

/** Names of buckets are global: the region is that of the stack that declares it. */
function bucketRegion(place: Property): string | undefined {
  return place.target('AWS::S3::Bucket')?.region;
}

/**
 * The region of what a place names: by ARN, or by reference to a resource of the row's types, in whatever stack it is. A name alone says
 * nothing: it is looked up in the region of the reader.
 */
export function regionNamedBy(at: Property, { types, services }: ReferenceRow): string | undefined {
  const { reference } = at;
  const found = services.includes('kms')
    ? keyRegionOf(at)
    : reference === undefined
      ? arnRegion(at, services)
      : types.includes(reference.resource.type)
        ? (at.arn?.region ?? idRegion(reference.resource, reference.attribute))
        : undefined;
  return found !== undefined && isRegion(found) ? found : undefined;
}

/** The account of what a place names, by ARN or by reference. */
export function accountNamedBy(at: Property, { types, services }: ReferenceRow): string | undefined {
  const { reference, arn } = at;
  if (reference !== undefined) return types.includes(reference.resource.type) ? reference.resource.account : undefined;
  const account = arn?.service !== undefined && services.includes(arn.service) ? arn.account : undefined;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

function arnRegion(at: Property, services: readonly string[]): string | undefined {
  const { arn } = at;
  return arn?.service !== undefined && services.includes(arn.service) ? arn.region : undefined;
}

/** Of an id, which its service gives out in one region; a name that the template gives may be there in several. */
function idRegion(resource: Resource, attribute: string | undefined): string | undefined {
  // The name of a global table is known in the region of each of its replicas.
  if (resource.type === 'AWS::DynamoDB::GlobalTable') return undefined;
  if (resource.physicalName === undefined) return resource.region;
  const isName =
    attribute === undefined ? NAMED_TYPES.has(resource.type) && refArnOf(resource.type) === undefined : /name$/i.test(attribute);
  return isName ? undefined : resource.region;
}

/** What to write in CDK: the row's own words, or the default of its service. */
export function fixOf({ fix, what }: ReferenceRow, region: string): string {
  return (fix ?? `Create the ${what} in a stack of {region}, or pass one that exists there.`).replaceAll('{region}', region);
}
