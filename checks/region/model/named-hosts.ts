import type { Json } from '../../../src/assembly/model.js';
import { handsOnValues } from '../../../src/facts/custom-resources.js';
import { PART } from '../../../src/facts/endpoint-hosts.js';
import { HOST_PATHS, OF_HOST, REGIONAL_HOSTS, type RegionalHost } from '../../../src/facts/regional-hosts.js';
import { isRegion } from '../../../src/facts/regions.js';
import { intrinsicOf, own, stepInto } from '../../../src/graph/model/json.js';
import type { Link } from '../../../src/graph/model/link.js';
import { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { placesAt } from '../../../src/queries/region-of.js';
import { stepsOf } from '../../../src/queries/steps-of.js';
import { someWritten } from '../../../src/queries/written-values.js';

/** A host name or URL with the id or name of a resource in it. */
export interface NamedHost {
  readonly at: Property;
  readonly resource: Resource;
  /** The region in the host. */
  readonly region: string;
  /** "a host". */
  readonly what: string;
}

/** The hosts of resources that certainly exist, wherever they are written by reference, and where hosts stand, by name. */
export function* namedHosts(graph: ResourceGraph): Generator<NamedHost> {
  const seen = new Set<string>();
  for (const at of [...placesOfReferences(graph), ...placesOfHosts(graph)]) {
    const found = namedHostAt(at);
    if (found === undefined) continue;
    const key = `${at.resource.id} ${at.path.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield found;
  }
}

function* placesOfReferences(graph: ResourceGraph): Generator<Property> {
  const types = new Set(REGIONAL_HOSTS.flatMap((row) => row.types));
  for (const target of graph.certainResourcesOfType(...types)) {
    for (const link of graph.linksTo(target)) {
      const isHost = link.kind !== 'depends-on' && link.from.existence === 'certain' && link.from.type !== 'AWS::Route53::HealthCheck';
      if (isHost && link.path.some((step) => step === 'Fn::Join' || step === 'Fn::Sub') && mayBeHost(link)) yield wholeValue(link);
    }
  }
}

/** Whether a text that is put together may be a host, by its pieces: most put an ARN together, without making its value. */
function mayBeHost({ from, path }: Link): boolean {
  let raw: Json | undefined = from.raw;
  for (const step of path) {
    if (step === 'Fn::Join') break;
    if (typeof step === 'string' && step.startsWith('Fn::')) return true;
    raw = stepInto(raw, step);
  }
  return mayPutHostTogether(own(raw, 'Fn::Join'), from);
}

function mayPutHostTogether(join: Json | undefined, around: Resource): boolean {
  const pieces = Array.isArray(join) ? join[1] : undefined;
  return !Array.isArray(pieces) || pieces.some((piece) => mayHoldHost(piece as Json, around));
}

/** Pseudo parameters but for the suffix are no hosts, and resources no text, but for those that hand one on. */
function mayHoldHost(piece: Json, { graph, stack }: Resource): boolean {
  if (typeof piece === 'string') return OF_HOST.test(piece);
  const [name, argument] = intrinsicOf(piece) ?? [];
  if (name === 'Ref' && typeof argument === 'string' && argument.startsWith('AWS::')) return argument === 'AWS::URLSuffix';
  const id = name === 'Ref' ? argument : name === 'Fn::GetAtt' && Array.isArray(argument) ? argument[0] : undefined;
  const type = typeof id === 'string' ? graph.resource(stack, id)?.type : undefined;
  return type === undefined || handsOnValues(type);
}

/** The property around a reference: what stands above the first function. */
function wholeValue({ from, path }: Link): Property {
  const [first = '', ...rest] = path;
  let place = Property.of(from, String(first));
  // A decided `Fn::If` is stepped through by the property itself.
  for (let step = place.path.length - 1; step < rest.length; step = place.path.length - 1) {
    const next = rest[step] as string | number;
    if (typeof next === 'string' && next.startsWith('Fn::')) break;
    place = place.get(next);
  }
  return place;
}

function placesOfHosts(graph: ResourceGraph): readonly Property[] {
  return Object.entries(HOST_PATHS).flatMap(([type, paths]) =>
    graph
      .certainResourcesOfType(type)
      .flatMap((resource) => paths.flatMap((path) => (mayHoldHosts(resource, path) ? placesAt(resource, path) : []))),
  );
}

function mayHoldHosts(resource: Resource, path: string): boolean {
  return someWritten(resource, stepsOf(path), (raw) => {
    const join = own(raw, 'Fn::Join');
    return join === undefined ? mayHoldHost(raw, resource) : mayPutHostTogether(join, resource);
  });
}

function namedHostAt(at: Property): NamedHost | undefined {
  const { parts } = at;
  const references = parts?.flatMap((part) => (typeof part === 'object' && part.kind === 'reference' ? [part] : []));
  const text = parts?.map((part) => (typeof part === 'string' ? part : part.kind === 'reference' ? PART : '?')).join('');
  if (text === undefined || references === undefined || references.length > 1 || !OF_HOST.test(text)) return undefined;
  for (const row of REGIONAL_HOSTS) {
    const { id, region = row.region ?? '', account } = row.form.exec(text)?.groups ?? {};
    if (id === undefined || !isRegion(region)) continue;
    const [reference] = references;
    const isId = reference !== undefined && (reference.attribute === undefined || row.attributes.includes(reference.attribute));
    const resource =
      id !== PART ? ownerOf(id, row, at, account) : isId && row.types.includes(reference.resource.type) ? reference.resource : undefined;
    return resource === undefined ? undefined : { at, resource, region, what: row.what ?? 'a host' };
  }
  return undefined;
}

/** A name that is written out: of a bucket, or of something in the account of the URL that is where the URL is used, and not where it points. */
function ownerOf(name: string, row: RegionalHost, { resource }: Property, account: string | undefined): Resource | undefined {
  const { names } = resource.graph;
  const isHere = (one: Resource) => one.account === account && one.region === resource.region;
  const named = row.isGlobalName ? names.named(name, row.types) : account === undefined ? [] : names.named(name, row.types).filter(isHere);
  return named.length === 1 && named[0]?.existence === 'certain' ? named[0] : undefined;
}
