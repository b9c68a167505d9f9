import { hasText } from '../graph/model/json.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';

export const SECRET = 'AWS::SecretsManager::Secret';

/** A place where a template names a secret, and the region where it is looked for. */
export interface SecretUse {
  readonly at: Property;
  readonly name: string;
  readonly region: string;
}

/** What names a secret of Secrets Manager: by ARN, or in `{{resolve:secretsmanager:…}}`. By the secret's name. */
export function secretUses(graph: ResourceGraph): ReadonlyMap<string, readonly SecretUse[]> {
  return graph.memo(indexUses);
}

function indexUses(graph: ResourceGraph): ReadonlyMap<string, readonly SecretUse[]> {
  const uses = new Map<string, SecretUse[]>();
  if (graph.resourcesOfType(SECRET).length === 0) return uses;
  for (const resource of graph.resources()) {
    if (resource.existence !== 'certain' || !mentionsSecret(resource)) continue;
    for (const use of usesIn(resource.property())) {
      const group = uses.get(use.name) ?? [];
      uses.set(use.name, group);
      group.push(use);
    }
  }
  return uses;
}

/** Most resources do not. */
function mentionsSecret({ raw: { Properties } }: Resource): boolean {
  return hasText(Properties, (text) => text.includes('secretsmanager:'));
}

function* usesIn(at: Property): Generator<SecretUse> {
  const { value } = at;
  if (value.kind === 'map') for (const [, entry] of at.entries ?? []) yield* usesIn(entry);
  else if (value.kind === 'list') for (const item of at.items ?? []) yield* usesIn(item);
  else
    for (const { name, region } of namesAt(at))
      if (region !== undefined) for (const one of namesMeant(name)) yield { at, name: one, region };
}

function namesAt({ arn, parts, resource }: Property): readonly { readonly name: string; readonly region: string | undefined }[] {
  if (arn?.service === 'secretsmanager' && arn.resource.kind === 'literal') {
    const [kind, name] = String(arn.resource.value).split(':');
    return kind === 'secret' && name !== undefined ? [{ name, region: arn.region }] : [];
  }
  return (parts ?? []).flatMap((part) => {
    const named = typeof part !== 'string' && part.kind === 'unknown' && part.reason === 'secret' ? part.named : undefined;
    return named?.service === 'secretsmanager' && named.id !== 'arn' ? [{ name: named.id, region: resource.region }] : [];
  });
}

/** The name in an ARN ends with six random characters, or with wildcards for them. */
function namesMeant(name: string): readonly string[] {
  const short = name.replace(/(?:-\?{6}\*?|-?\*|-[A-Za-z0-9]{6})$/, '');
  return short === name ? [name] : [name, short];
}

/** A secret that a place names, with the key of a field behind it (`<arn>:password::`) or not, by reference or by the ARN that holds its name. */
export function secretAt(at: Property): Resource | undefined {
  const direct = at.target(SECRET);
  if (direct !== undefined) return direct;
  const [first, rest] = at.parts ?? [];
  if (typeof first === 'object' && first.kind === 'reference' && typeof rest === 'string' && rest.startsWith(':'))
    return first.resource.type === SECRET ? first.resource : undefined;
  const [, region, account, name] = SECRET_ARN.exec(at.text ?? '') ?? [];
  if (region === undefined || account === undefined || name === undefined) return undefined;
  const found = namesMeant(name).flatMap((one) => at.resource.graph.names.find(one, [SECRET], { account, region }) ?? []);
  return found[0];
}

const SECRET_ARN = /^arn:[a-z-]+:secretsmanager:([a-z0-9-]+):(\d{12}):secret:([^:]+)/;

/** The regions where a secret can be read, its replicas' included; undefined when they are not all known. */
export function regionsOfSecret(secret: Resource): ReadonlySet<string> | undefined {
  const replicas = secret.property('ReplicaRegions').items?.map((replica) => replica.get('Region').text);
  if (secret.region === undefined || replicas === undefined) return undefined;
  const regions = [secret.region, ...replicas];
  return regions.every((region) => region !== undefined) ? new Set(regions) : undefined;
}

/** Where the secrets of one name in one account are. */
export interface SecretPlaces {
  /** By its own region, the first that is certainly created. */
  readonly created: ReadonlyMap<string | undefined, Resource>;
  /** By region, the first that is certainly there, be it as a replica. */
  readonly readable: ReadonlyMap<string, Resource>;
  /** The secrets' own regions, and those with their replicas': of all that may be created. */
  readonly own: ReadonlySet<string | undefined>;
  readonly reachable: ReadonlySet<string>;
  /** Whether the regions of some are not all known. */
  readonly isOpen: boolean;
}

export function placesOfSecret(graph: ResourceGraph, name: string, account: string | undefined): SecretPlaces | undefined {
  return graph.memo(indexPlaces).get(`${account} ${name}`);
}

function indexPlaces(graph: ResourceGraph): ReadonlyMap<string, SecretPlaces> {
  const named = groupBy(graph.resourcesOfType(SECRET), (secret) => `${secret.account} ${secret.physicalName ?? ''}`);
  return new Map([...named].map(([key, secrets]) => [key, toPlaces(secrets)]));
}

function toPlaces(secrets: readonly Resource[]): SecretPlaces {
  const created = new Map<string | undefined, Resource>();
  const readable = new Map<string, Resource>();
  const reachable = new Set<string>();
  let isOpen = false;
  for (const secret of secrets) {
    const regions = regionsOfSecret(secret);
    isOpen ||= regions === undefined;
    for (const region of regions ?? []) reachable.add(region);
    if (secret.existence !== 'certain') continue;
    if (!created.has(secret.region)) created.set(secret.region, secret);
    for (const region of regions ?? []) if (!readable.has(region)) readable.set(region, secret);
  }
  return { created, readable, reachable, isOpen, own: new Set(secrets.map(({ region }) => region)) };
}

/** The names that a `SecretId` may mean in the region of its stack; none when it names a secret otherwise. */
export function nameInSecretId(at: Property): readonly string[] {
  if (at.text !== undefined && !at.text.startsWith('arn:')) return [at.text];
  return namesAt(at).flatMap(({ name, region }) => (region === at.resource.region ? namesMeant(name) : []));
}
