import { isCustomResource } from '../facts/custom-resources.js';
import { refArnOf } from '../facts/ref-arns.js';
import type { ReferenceRow } from '../facts/references/row.js';
import { referencesOf } from '../facts/references/table.js';
import { regionInText } from '../facts/regional-ids.js';
import { isRegion } from '../facts/regions.js';
import { NAMED_TYPES } from '../facts/resource-names.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { memoizeByKey } from '../memoize.js';
import { keyRegionOf } from './kms-keys.js';
import { placesAt } from './region-of.js';
import { type Steps, stepsOf } from './steps-of.js';
import { namesOwnStackOnly } from './written-values.js';

/** A property that names something, where that is, and where it must be. */
export interface NamedPlace {
  readonly at: Property;
  readonly row: ReferenceRow;
  /** Undefined when any region will do, or when it is not known. */
  readonly wantedRegion: string | undefined;
  /** The property that says in which region it must be: the place beside it that names a region or a bucket. */
  readonly decidedBy: Property | undefined;
}

/**
 * The places of all rows of a resource's type that name something, in the order of the rows, but for those that name a resource of the same
 * stack where that is the right region: most do.
 */
export function placesNamedBy(resource: Resource): readonly NamedPlace[] {
  if (resource.base === resource) return resource.graph.memo(resourcesNaming).get(resource) ?? [];
  const places = placesOfViews.get(resource) ?? findPlaces(resource, readingsOf(resource.type));
  placesOfViews.set(resource, places);
  return places;
}

/** Several checks ask of a resource under one assumption. */
const placesOfViews = new WeakMap<Resource, readonly NamedPlace[]>();

/** The resources that have such places. */
export function resourcesNaming(graph: ResourceGraph): ReadonlyMap<Resource, readonly NamedPlace[]> {
  const found = new Map<Resource, readonly NamedPlace[]>();
  for (const type of graph.types()) {
    const readings = readingsOf(type);
    if (readings.length === 0) continue;
    for (const resource of graph.resourcesOfType(type)) {
      const places = findPlaces(resource, readings);
      if (places.length > 0) found.set(resource, places);
    }
  }
  return found;
}

function findPlaces(resource: Resource, readings: readonly Reading[]): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  // Not by `for of`, which makes an object for each row until V8 optimizes it.
  for (let index = 0; index < readings.length; index++) {
    const reading = readings[index] as Reading;
    // Most resources have few of the properties that their type may have.
    if (!resource.hasProperty(reading.property) || isAtHome(resource, reading)) continue;
    for (const place of namedPlaces(resource, reading)) if (mayBeElsewhere(place)) found.push(place);
  }
  return found;
}

/** A row, and what of it is asked of each resource. */
interface Reading {
  readonly row: ReferenceRow;
  readonly steps: Steps;
  /** The top-level property on the path. */
  readonly property: string;
  /** Whether nothing else in the resource decides on the row. */
  readonly standsAlone: boolean;
}

const readingsOf: (type: string) => readonly Reading[] = memoizeByKey((type) =>
  referencesOf(type).map((row) => {
    const steps = stepsOf(row.path);
    return { row, steps, property: String(steps[0]), standsAlone: row.where === undefined && besideOf(row) === undefined };
  }),
);

/** Whether all that a row is about is in the own stack, and may be there. */
function isAtHome(resource: Resource, { row, steps, standsAlone }: Reading): boolean {
  if (!standsAlone) return false;
  const wantedRegion = wantedAt(resource, row.region, undefined);
  return (wantedRegion === undefined || wantedRegion === resource.region) && namesOwnStackOnly(resource, steps);
}

/** The path of the property that decides on the region. */
function besideOf({ region }: ReferenceRow): string | undefined {
  return typeof region === 'string' || 'fixed' in region ? undefined : 'beside' in region ? region.beside : region.bucketAt;
}

function mayBeElsewhere({ at, wantedRegion }: NamedPlace): boolean {
  if (at.isAbsent) return false;
  const { reference, resource } = at;
  return reference?.resource.stack !== resource.stack || (wantedRegion !== undefined && wantedRegion !== resource.region);
}

/** The places of a row in a resource, each with the region that it must name something of. */
function* namedPlaces(resource: Resource, { row, standsAlone }: Reading): Generator<NamedPlace> {
  const { region, where } = row;
  const beside = besideOf(row);
  if (standsAlone) {
    const wantedRegion = wantedAt(resource, region, undefined);
    for (const at of placesAt(resource, row.path)) yield { at, row, wantedRegion, decidedBy: undefined };
    return;
  }
  for (const { at, around } of placesWithin(resource, row.path)) {
    if (!Object.entries(where ?? {}).every(([path, text]) => isText(around(path), text))) continue;
    const decidedBy = beside === undefined ? undefined : around(beside);
    yield { at, row, wantedRegion: wantedAt(resource, region, decidedBy), decidedBy };
  }
}

function wantedAt(resource: Resource, region: ReferenceRow['region'], decidedBy: Property | undefined): string | undefined {
  if (typeof region === 'string') return region === 'any' ? undefined : resource.region;
  if ('fixed' in region) return region.fixed;
  if (decidedBy === undefined) return undefined;
  if ('bucketAt' in region) return bucketRegion(decidedBy);
  return decidedBy.isAbsent ? resource.region : decidedBy.text;
}

function isText(property: Property, text: string | undefined): boolean {
  return text === undefined ? property.isAbsent : property.text === text;
}

/** The places at a path, each with what finds the place at another path in the same elements of lists. */
function* placesWithin(resource: Resource, path: string): Generator<{ at: Property; around: (path: string) => Property }> {
  const steps = stepsOf(path);
  function* walk(
    at: Property,
    index: number,
    elements: readonly Property[],
  ): Generator<{ at: Property; around: (path: string) => Property }> {
    const step = steps[index];
    if (step === undefined) {
      yield { at, around: (other) => placeAround(resource, steps, elements, stepsOf(other)) };
      return;
    }
    if (step !== '*') {
      yield* walk(at.get(step), index + 1, elements);
      return;
    }
    for (const item of at.items ?? []) yield* walk(item, index + 1, [...elements, item]);
  }
  yield* walk(resource.property(), 0, []);
}

function placeAround(resource: Resource, steps: Steps, elements: readonly Property[], other: Steps): Property {
  const common = steps.findIndex((step, index) => step !== other[index]);
  const lists = steps.slice(0, common === -1 ? steps.length : common).flatMap((step, index) => (step === '*' ? [index] : []));
  const element = elements[lists.length - 1] ?? resource.property();
  return element.get(...other.slice((lists.at(-1) ?? -1) + 1));
}

/** Names of buckets are global: the region is that of the stack that declares it. */
function bucketRegion(place: Property): string | undefined {
  return bucketOf(place)?.region;
}

/** The bucket that a name, an ARN or a URL (`s3://bucket/key`) means, when it is declared here. */
export function bucketOf(place: Property): Resource | undefined {
  const [first, ...rest] = place.parts ?? [];
  // A URL around a reference: `s3://${Bucket}/key`
  if (first === 's3://' && typeof rest[0] === 'object' && rest[0].kind === 'reference')
    return rest[0].resource.type === 'AWS::S3::Bucket' ? rest[0].resource : undefined;
  const named = /^s3:\/\/([^/]+)/.exec(place.text ?? '')?.[1];
  return named === undefined
    ? place.target('AWS::S3::Bucket')
    : place.resource.graph.names.find(named, ['AWS::S3::Bucket'], place.resource.stack.environment);
}

/** The region in the name of a private image repository, or that of one declared here. */
function imageRegion(image: Property): string | undefined {
  const [first] = image.parts ?? [];
  if (typeof first === 'object' && first.kind === 'reference')
    return first.resource.type === 'AWS::ECR::Repository' ? first.resource.region : undefined;
  const found = /^[^/]*\.dkr[.-]ecr\.([a-z0-9-]+)\./.exec(image.textWith('x'))?.[1];
  return found !== undefined && isRegion(found) ? found : undefined;
}

/**
 * The region of what a place names: by ARN, or by reference to a resource of the row's types, in whatever stack it is. A name alone says
 * nothing: it is looked up in the region of the reader.
 */
export function regionNamedBy(at: Property, { types, services, form }: ReferenceRow): string | undefined {
  const { reference } = at;
  if (form !== undefined) return form === 'image' ? imageRegion(at) : bucketRegion(at);
  const found = services.includes('kms')
    ? keyRegionOf(at)
    : reference === undefined
      ? (arnRegion(at, services) ?? regionInText(at.text, types))
      : types.includes(reference.resource.type)
        ? (at.arn?.region ?? idRegion(reference.resource, reference.attribute))
        : services.includes('acm')
          ? requestedRegion(reference.resource)
          : undefined;
  return found !== undefined && isRegion(found) ? found : undefined;
}

/**
 * Where `DnsValidatedCertificate` requests a certificate: in the region that its resource names, or in that of the stack.
 * Source: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-certificatemanager/lib/dns-validated-certificate.ts
 */
function requestedRegion(certificate: Resource): string | undefined {
  const isRequest = ['ServiceToken', 'DomainName', 'HostedZoneId'].every((name) => certificate.hasProperty(name));
  if (!isRequest || !isCustomResource(certificate.type)) return undefined;
  const region = certificate.property('Region');
  return region.isAbsent ? certificate.region : region.text;
}

/** The account of what a place names, by ARN or by reference. */
export function accountNamedBy(at: Property, { types, services, form }: ReferenceRow): string | undefined {
  const { reference, arn } = at;
  if (form === 'bucket') return accountOfBucket(at);
  if (reference !== undefined) return types.includes(reference.resource.type) ? reference.resource.account : undefined;
  const ofQueue = services.includes('sqs') ? /^https:\/\/sqs\.[^/]+\/(\d{12})\//.exec(at.text ?? '')?.[1] : undefined;
  const account = arn?.service !== undefined && services.includes(arn.service) ? arn.account : ofQueue;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** Where each of several accounts declares a bucket of one name, the own one is meant. */
function accountOfBucket(at: Property): string | undefined {
  const { graph, account } = at.resource;
  const named = graph.names.named(at.text ?? '', ['AWS::S3::Bucket']);
  return named.some((bucket) => bucket.account === undefined || bucket.account === account) ? undefined : bucketOf(at)?.account;
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
