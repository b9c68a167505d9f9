import { isRegion } from '../../facts/regions.js';
import { type Effect, IN_NO_REGION, RUN_TIME_PLACES, SINGLE_WRITER } from '../../facts/resilience/run-time-places.js';
import type { Link } from '../../graph/model/link.js';
import { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { replicaRegionsOf } from '../../queries/global-tables.js';
import { placeOfUse } from '../../queries/references.js';
import type { Scope } from '../scope.js';

/** A resource of a region that has to take over, which needs something of the region that is lost. */
export interface Dependency {
  readonly at: Property;
  readonly lost: string;
  /** What it needs, when it is declared here. */
  readonly on: Resource | undefined;
  /** As a message says it. */
  readonly target: string;
  readonly effect: Effect;
  /** True: its name changes when a copy is promoted, which may be planned for. */
  readonly changesAtPromotion: boolean;
  /** From where requests arrive to what is needed, by logical ids. */
  readonly path: readonly string[];
}

/** Every use of something in a lost region, by what stays. */
export function findDependencies(scope: Scope): readonly Dependency[] {
  return scope.lost.flatMap((lost) =>
    scope.takeOverFrom(lost).flatMap((region) => scope.resourcesIn(region).flatMap((resource) => dependenciesOf(resource, lost))),
  );
}

function dependenciesOf(resource: Resource, lost: string): readonly Dependency[] {
  const places = RUN_TIME_PLACES.get(resource.type) ?? [];
  if (places.length === 0) return [];
  const effectAt = (property: string | number | undefined): Effect | undefined =>
    places.find((place) => place.property === property)?.effect;
  const byLink = resource.graph.linksFrom(resource).flatMap((link): readonly Dependency[] => {
    const effect = effectAt(link.path[1]);
    const at = placeOfUse(link);
    if (effect === undefined || !(at instanceof Property) || !leadsTo(link, lost)) return [];
    return [dependency({ at, lost, on: link.to, target: `${link.to.displayName} in ${lost}`, effect })];
  });
  const named = places
    .filter(({ property }) => resource.hasProperty(property))
    .flatMap(({ property, effect }) =>
      regionalTexts(resource.property(property), lost).map(({ at, target }) => dependency({ at, lost, on: undefined, target, effect })),
    );
  const seen = new Set(byLink.map(({ at }) => at.path.join('.')));
  return [...byLink, ...named.filter(({ at }) => !seen.has(at.path.join('.')))];
}

function dependency(found: Omit<Dependency, 'path' | 'changesAtPromotion'>): Dependency {
  const changesAtPromotion = found.on !== undefined && SINGLE_WRITER.test(found.on.type);
  return { ...found, changesAtPromotion, path: [...pathTo(found.at.resource), found.target] };
}

/** Whether a link leads into the lost region, and means nothing that is elsewhere, too. */
function leadsTo({ from, to, attribute, kind }: Link, lost: string): boolean {
  if (kind === 'depends-on' || to.region !== lost || IN_NO_REGION.test(to.type)) return false;
  const isName = attribute === undefined || /name$/i.test(attribute);
  if (to.type === 'AWS::DynamoDB::GlobalTable') return !(isName && replicaRegionsOf(to)?.includes(from.region ?? '') !== false);
  if (to.type === 'AWS::KMS::Key' && attribute === undefined && to.property('MultiRegion').boolean === true) return false;
  const { physicalName, graph } = to;
  // A name is looked up where the reader is.
  if (!isName || physicalName === undefined || to.type === 'AWS::S3::Bucket') return to.type !== 'AWS::SSM::Parameter' || !isName;
  return !graph.names.named(physicalName, [to.type]).some(({ region }) => region === from.region);
}

/** Texts that name something of a region: ARNs and hosts of AWS. */
function regionalTexts(place: Property, lost: string): readonly { readonly at: Property; readonly target: string }[] {
  const found: { at: Property; target: string }[] = [];
  const visit = (at: Property): void => {
    const { value } = at;
    if (value.kind === 'map') for (const [, entry] of at.entries ?? []) visit(entry);
    else if (value.kind === 'list') for (const item of at.items ?? []) visit(item);
    else {
      const text = at.textWith('');
      const target = nameInRegion(text, lost);
      if (target !== undefined) found.push({ at, target });
    }
  };
  visit(place);
  return found;
}

/** Names of global services hold a region now and then, and mean no resource in it. */
const NOT_REGIONAL = /^arn:[a-z-]+:(?:iam|cloudfront|route53|s3):/;

function nameInRegion(text: string, lost: string): string | undefined {
  if (!text.includes(lost) || !isRegion(lost)) return undefined;
  for (const word of text.split(/[\s"'<>(){},;]+/)) {
    if (word.startsWith('arn:') && word.split(':')[3] === lost && !NOT_REGIONAL.test(word)) return word;
    if (word.includes(`.${lost}.amazonaws.com`)) return word;
  }
  return undefined;
}

const MAX_STEPS = 6;

function pathTo(resource: Resource): readonly string[] {
  return callersOf(resource).map(({ displayName }) => displayName);
}

/** Who calls a resource, from the first that nothing else of its region calls; itself last. */
export function callersOf(resource: Resource): readonly Resource[] {
  const path = [resource];
  for (let step = 0; step < MAX_STEPS; step++) {
    const [current] = path as [Resource, ...Resource[]];
    const caller = current.graph
      .linksTo(current)
      .find(
        ({ from, kind, path: [, property] }) =>
          kind !== 'depends-on' && from.region === resource.region && isCaller(from.type, property) && !path.includes(from),
      )?.from;
    if (caller === undefined) break;
    path.unshift(caller);
  }
  return path;
}

const CALLERS: ReadonlySet<string> = new Set([
  'AWS::ECS::Service',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ApiGatewayV2::Route',
  'AWS::Lambda::Url',
]);

function isCaller(type: string, property: string | number | undefined): boolean {
  return CALLERS.has(type) || (RUN_TIME_PLACES.get(type) ?? []).some((place) => place.property === property);
}
