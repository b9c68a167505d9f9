import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { WITH_DEFAULTS } from '../graph/model/scope.js';
import { display, identityOf, identityWithin } from '../graph/model/value.js';
import { normalName } from './dns-names.js';
import { hostAt } from './health-check-host.js';
import { POLICIES, type Policy } from './routing-policies.js';

/** Both ways to declare records. */
export const RECORD_TYPES = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'] as const;

/** A hosted zone, known well enough to tell whether two records are in the same. */
export interface Zone {
  readonly id: string;
  /** Lower case, without a final dot. */
  readonly name: string | undefined;
  /** When it is declared here. */
  readonly resource: Resource | undefined;
}

/** A record: an `AWS::Route53::RecordSet`, or one of an `AWS::Route53::RecordSetGroup`. */
export class RecordSet {
  readonly resource: Resource;
  readonly #at: Property;
  // Null until they are asked for: there may be half a million records.
  #policy: Policy | 'simple' | undefined | null = null;
  #identity: string | undefined | null = null;
  #group: string | undefined | null = null;
  #type: string | undefined | null = null;
  #name: string | undefined | null = null;
  #zone: Zone | undefined | null = null;

  constructor(resource: Resource, at: Property) {
    this.resource = resource;
    this.#at = at;
  }

  /** The same for one record, whatever is assumed of its resource. */
  get key(): string {
    return this.resource.type === 'AWS::Route53::RecordSet'
      ? this.resource.id
      : `${this.resource.id} ${this.#at.path.filter((step) => typeof step === 'number').join()}`;
  }

  get(...path: readonly (string | number)[]): Property {
    return this.#at.get(...path);
  }

  /** Where to speak of the record as a whole. */
  get place(): Property | Resource {
    return this.resource.type === 'AWS::Route53::RecordSet' ? this.resource : this.#at;
  }

  get type(): string | undefined {
    if (this.#type === null) this.#type = this.get('Type').text?.toUpperCase();
    return this.#type;
  }

  /** Equal for equal names; undefined when it is not known. A name made of a parameter equals only itself, in its own template. */
  get name(): string | undefined {
    if (this.#name === null) {
      const identity = this.#identityAt(this.get('Name'));
      this.#name = identity && normalName(identity);
    }
    return this.#name;
  }

  /** As a person would write it: `api.acme.io A`. */
  get shown(): string {
    return `${display(this.get('Name').value).replace(/\.$/, '')} ${this.type ?? ''}`.trim();
  }

  get setIdentifier(): Property {
    return this.get('SetIdentifier');
  }

  /** Equal for equal set identifiers; undefined when it is not known or not there. */
  get identity(): string | undefined {
    if (this.#identity === null) this.#identity = this.#identityAt(this.setIdentifier);
    return this.#identity;
  }

  /** Tokens that are equal by construction are equal: within a template, and imports of one name within an account and region. */
  #identityAt({ value }: Property): string | undefined {
    const { graph, stack, account, region } = this.resource;
    const isImport = value.kind === 'unknown' && value.reason === 'import' && account !== undefined && region !== undefined;
    return identityWithin(value, isImport ? `${account} ${region}` : graph.idOf(stack));
  }

  /** The properties that certainly give it a routing policy. `MultiValueAnswer: false` gives none. */
  get policyProperties(): readonly Property[] {
    return Object.keys(POLICIES)
      .map((key) => this.get(key))
      .filter((property) => isThere(property) === true);
  }

  /** Undefined when it is not known, or when there are several. */
  get policy(): Policy | 'simple' | undefined {
    if (this.#policy === null) this.#policy = this.#findPolicy();
    return this.#policy;
  }

  #findPolicy(): Policy | 'simple' | undefined {
    const keys = (Object.keys(POLICIES) as (keyof typeof POLICIES)[]).filter((key) => isThere(this.get(key)) !== false);
    const [key] = keys;
    if (key === undefined) return 'simple';
    return keys.length === 1 && isThere(this.get(key)) === true ? POLICIES[key] : undefined;
  }

  /** `HostedZoneId` or `HostedZoneName`, of the record or of its group. */
  zoneProperty(key: 'HostedZoneId' | 'HostedZoneName'): Property {
    const own = this.get(key);
    return own.isAbsent ? this.resource.property(key) : own;
  }

  get zone(): Zone | undefined {
    if (this.#zone === null) this.#zone = this.#findZone();
    return this.#zone;
  }

  #findZone(): Zone | undefined {
    const byId = this.zoneProperty('HostedZoneId');
    if (!byId.isAbsent) {
      const resource = byId.reference?.resource;
      if (resource?.type === 'AWS::Route53::HostedZone') return declaredZone(resource);
      const id = this.#identityAt(byId);
      // `DUMMY` stands for any zone, until `HostedZone.fromLookup` has looked it up.
      return id === undefined || id === 'DUMMY' ? undefined : zoneById(this.resource.graph, id.replace(/^\/?hostedzone\//, ''));
    }
    const text = this.#identityAt(this.zoneProperty('HostedZoneName'));
    if (text === undefined) return undefined;
    const { account, stack, graph } = this.resource;
    const name = normalName(text);
    const declared = graph.memo(zonesByName).get(`${account} ${name}`) ?? [];
    // By name there must be exactly one: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
    if (declared.length === 1) return declaredZone(declared[0] as Resource);
    // Without an account nothing says that two stacks mean the same zone.
    return { id: `${account ?? stack.id} ${name}`, name, resource: undefined };
  }

  /** Equal for records that Route 53 answers together: same zone, name and type. Undefined when one of them is not known. */
  get group(): string | undefined {
    if (this.#group === null) {
      const { zone, name, type } = this;
      // A flat text: one that is put together keeps its parts.
      this.#group = zone && name && type ? [zone.id, name, type].join('\n') : undefined;
    }
    return this.#group;
  }

  /** Whether its zone or name is known to be one value, but not which. */
  get isOpen(): boolean {
    return [this.get('Name'), this.zoneProperty('HostedZoneId'), this.zoneProperty('HostedZoneName')].some(({ isUnknown }) => isUnknown);
  }

  /** The records of its group, itself included, in the order of the stacks. Some may stand under a condition. */
  get members(): readonly RecordSet[] {
    const { group } = this;
    return (group === undefined ? undefined : this.#index.groups.get(group))?.records ?? [];
  }

  /** The other records of its group that are certainly there. */
  get others(): readonly RecordSet[] {
    return this.members.filter(({ key, resource }) => key !== this.key && resource.existence === 'certain');
  }

  /** Those of the others that stand before it, so that of two that exclude each other only one is reported. */
  get earlier(): readonly RecordSet[] {
    const { group } = this;
    return this.#certainlyBefore(group === undefined ? undefined : this.#index.groups.get(group));
  }

  /** A record that only an assumption puts among others stands behind them all. */
  #certainlyBefore(group: Group | undefined): readonly RecordSet[] {
    if (group === undefined) return [];
    const count = group.countBefore(this);
    // What stands behind them all sees all of them: half a million records may, and share one list.
    if (count === undefined || count === group.certain.length) return group.certain;
    const before = group.certain.slice(0, count);
    if (!this.#dependsOnDefaults) return before;
    // Those that stand behind it and do not depend on defaults are not asked with them: this one reports what the two have in common.
    return [...before, ...group.certain.slice(count).filter((other) => other.key !== this.key && !other.#dependsOnDefaults)];
  }

  /** Whether it is another record without the defaults of parameters that are assumed. */
  get #dependsOnDefaults(): boolean {
    if (!this.resource.assumptions.defaults) return false;
    const written = recordsOf(this.resource.base).find(({ key }) => key === this.key);
    return written === undefined || written.#signature !== this.#signature;
  }

  get #signature(): string {
    return [this.group, this.identity, this.policy, this.location, this.get('Region').text, this.get('Failover').text].join('\n');
  }

  /**
   * Whether its group may have members that are not known to be: records whose zone, name or type is not known, and those of its name and
   * type where one of the two zones is known by its id alone and the other by its name alone.
   */
  get mayHaveMore(): boolean {
    const { graph } = this.resource;
    const { group, zone, name, type } = this;
    if (graph.memo(anyOpen)) return true;
    const namesakes = name && type ? recordsAt(graph, name, type) : [];
    return namesakes.some((other) => other.group !== group && mayBeOne(zone, other.zone));
  }

  /** The records of any type that stand before it under the same name in the same zone. */
  get earlierAtName(): readonly RecordSet[] {
    const { zone, name } = this;
    return this.#certainlyBefore(zone && name ? this.#index.names.get([zone.id, name].join('\n')) : undefined);
  }

  /** Under the defaults of parameters, the other records are read with them as well. */
  get #index(): RecordIndex {
    const { graph, assumptions } = this.resource;
    return graph.memo(assumptions.defaults ? indexWithDefaults : indexAsWritten);
  }

  /** Where its target stands. */
  get targetProperty(): Property {
    const alias = this.get('AliasTarget');
    return alias.isAbsent ? this.get('ResourceRecords') : alias.get('DNSName');
  }

  /** The region that it sends to: of the resource that it names, or of its stack. */
  get targetRegion(): string | undefined {
    const at = this.get('AliasTarget').isAbsent ? this.get('ResourceRecords', 0) : this.get('AliasTarget', 'DNSName');
    const host = hostAt(at);
    return (host?.whole ?? host?.first)?.resource.region ?? host?.endpoint?.region ?? this.resource.region;
  }

  /** The place of a geolocation record. */
  get location(): string | undefined {
    const keys = ['ContinentCode', 'CountryCode', 'SubdivisionCode'].map((key) => this.get('GeoLocation', key));
    const known = keys.filter((key) => !key.isAbsent).map(({ text }) => text);
    return known.length === 0 || known.includes(undefined) ? undefined : known.join('-');
  }

  /** What it answers: the alias, or the records. Undefined when it is not known. */
  get target(): string | undefined {
    const alias = this.get('AliasTarget');
    if (!alias.isAbsent) return identityOf(alias.get('DNSName').value)?.toLowerCase().replace(/\.$/, '');
    const records = this.get('ResourceRecords').items?.map(({ value }) => identityOf(value));
    return records === undefined || records.length === 0 || records.includes(undefined) ? undefined : records.sort().join(' ');
  }

  /** Whether Route 53 can find it unhealthy; undefined when it is not known. */
  get hasHealth(): boolean | undefined {
    if (!this.get('HealthCheckId').isAbsent) return isThere(this.get('HealthCheckId'));
    const alias = this.get('AliasTarget');
    if (alias.isAbsent) return false;
    const evaluate = alias.get('EvaluateTargetHealth');
    return evaluate.isAbsent ? false : evaluate.boolean;
  }
}

/** The records that a resource declares; none when it is not known which they are. */
export function recordsOf(resource: Resource): readonly RecordSet[] {
  const known = resource.base === resource ? resource.graph.memo(recordsByResource) : recordsOfViews;
  const records = known.get(resource) ?? readRecords(resource);
  known.set(resource, records);
  return records;
}

/** A dozen checks ask for the records of a resource. A weak map of half a million would take most of the time of a run. */
function recordsByResource(_: ResourceGraph): Map<Resource, readonly RecordSet[]> {
  return new Map();
}

const recordsOfViews = new WeakMap<Resource, readonly RecordSet[]>();

function readRecords(resource: Resource): readonly RecordSet[] {
  if (resource.type === 'AWS::Route53::RecordSet') return [new RecordSet(resource, resource.property())];
  return (resource.property('RecordSets').items ?? []).map((item) => new RecordSet(resource, item));
}

/** Every record of the graph. */
export function allRecords(graph: ResourceGraph): readonly RecordSet[] {
  return RECORD_TYPES.flatMap((type) => graph.resourcesOfType(type)).flatMap(recordsOf);
}

/** The name of an `AWS::Route53::HostedZone`. */
function zoneName(zone: Resource): string | undefined {
  const name = zone.property('Name').text;
  return name === undefined ? undefined : normalName(name);
}

function declaredZone(resource: Resource): Zone {
  return { id: resource.id, name: zoneName(resource), resource };
}

/** One for all records that name it. */
function zoneById(graph: ResourceGraph, id: string): Zone {
  const zones = graph.memo(zonesById);
  const zone = zones.get(id) ?? { id, name: undefined, resource: undefined };
  zones.set(id, zone);
  return zone;
}

function zonesById(_: ResourceGraph): Map<string, Zone> {
  return new Map();
}

function zonesByName(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  return groupBy(graph.resourcesOfType('AWS::Route53::HostedZone'), (zone) => `${zone.account} ${zoneName(zone)}`);
}

/** All records of a name and type, in whatever zone, in the order of the stacks. */
export function recordsAt(graph: ResourceGraph, name: string, type: string): readonly RecordSet[] {
  return graph.memo(typedNamesIn).get(`${name} ${type}`)?.records ?? [];
}

/** `HostedZoneName` that names no single zone declared here, beside a zone that may be the one it means. */
function mayBeOne(one: Zone | undefined, other: Zone | undefined): boolean {
  const isNamedOnly = (zone: Zone | undefined) => zone?.name !== undefined && zone.resource === undefined;
  return (isNamedOnly(one) || isNamedOnly(other)) && (one?.name === undefined || other?.name === undefined || one.name === other.name);
}

/** Whether some record may belong to any group, since its zone, name or type is not known. */
function anyOpen(graph: ResourceGraph): boolean {
  return allRecords(graph).some((record) => record.group === undefined || record.isOpen);
}

interface RecordIndex {
  readonly groups: ReadonlyMap<string, Group>;
  readonly names: ReadonlyMap<string, Group>;
}

function indexAsWritten(graph: ResourceGraph): RecordIndex {
  return indexOf(graph.memo(inOrder));
}

function indexWithDefaults(graph: ResourceGraph): RecordIndex {
  const resources = new Set(graph.memo(inOrder).map(({ resource }) => resource));
  return indexOf([...resources].flatMap((resource) => recordsOf(resource.assuming(WITH_DEFAULTS))));
}

function indexOf(records: readonly RecordSet[]): RecordIndex {
  return {
    groups: groupRecords(records, ({ group }) => group),
    names: groupRecords(records, ({ zone, name }) => (zone && name ? [zone.id, name].join('\n') : undefined)),
  };
}

function typedNamesIn(graph: ResourceGraph): ReadonlyMap<string, Group> {
  return groupRecords(graph.memo(inOrder), ({ name, type }) => (name && type ? [name, type].join(' ') : undefined));
}

function inOrder(graph: ResourceGraph): readonly RecordSet[] {
  const position = new Map(graph.stacks.map((stack, index) => [stack, index]));
  return allRecords(graph).toSorted((one, other) => (position.get(one.resource.stack) ?? 0) - (position.get(other.resource.stack) ?? 0));
}

/** Route 53 takes 100 weighted records of one name; what stands far beyond is not compared, so that a hostile template costs no time. */
const MAX_GROUP = 200;

/** Records that are compared with each other. Most are alone, and of half a million each byte counts: the rest is made when it is asked for. */
class Group {
  readonly records: readonly RecordSet[];
  #certain: readonly RecordSet[] | undefined;
  #before: ReadonlyMap<string, number> | undefined;

  constructor(records: readonly RecordSet[]) {
    this.records = records;
  }

  /** Those that are certainly there. */
  get certain(): readonly RecordSet[] {
    this.#certain ??= this.records.every(isCertain) ? this.records : this.records.filter(isCertain);
    return this.#certain;
  }

  /** How many of those that are certainly there stand before a record; undefined when it is none of the group. */
  countBefore(record: RecordSet): number | undefined {
    const [first] = this.records;
    if (this.records.length === 1) return first?.key === record.key ? 0 : undefined;
    this.#before ??= this.#countAll();
    return this.#before.get(record.key);
  }

  #countAll(): ReadonlyMap<string, number> {
    let count = 0;
    const before = new Map<string, number>();
    for (const record of this.records) {
      before.set(record.key, count);
      if (isCertain(record)) count++;
    }
    return before;
  }
}

function isCertain({ resource }: RecordSet): boolean {
  return resource.existence === 'certain';
}

function groupRecords(records: readonly RecordSet[], keyOf: (record: RecordSet) => string | undefined): ReadonlyMap<string, Group> {
  return new Map([...groupBy(records, keyOf)].map(([key, together]) => [key, new Group(together)] as const));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else if (group.length < MAX_GROUP) group.push(item);
  }
  return groups;
}

/** Whether a property is there; undefined when a condition decides. */
function isThere(property: Property): boolean | undefined {
  if (property.isAbsent || property.boolean === false) return false;
  return property.value.kind === 'unknown' && property.value.reason === 'condition' ? undefined : true;
}
