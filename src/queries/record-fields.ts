import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { display, identityOf, identityWithin } from '../graph/model/value.js';
import { normalName } from './dns-names.js';
import { hostAt } from './health-check-host.js';
import { declaredZone, type Zone, zoneById, zoneByName } from './record-zones.js';
import { POLICIES, type Policy } from './routing-policies.js';

const POLICY_KEYS = Object.keys(POLICIES) as readonly (keyof typeof POLICIES)[];

/** What one record says of itself, whatever stands beside it. */
export class RecordFields {
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
    return `${display(this.get('Name').value, this.resource).replace(/\.$/, '')} ${this.type ?? ''}`.trim();
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
    if (this.policy === 'simple' || !this.#at.hasEntries) return [];
    return POLICY_KEYS.map((key) => this.get(key)).filter((property) => isThere(property) === true);
  }

  /** Undefined when it is not known, or when there are several. */
  get policy(): Policy | 'simple' | undefined {
    if (this.#policy === null) this.#policy = this.#findPolicy();
    return this.#policy;
  }

  #findPolicy(): Policy | 'simple' | undefined {
    const keys = POLICY_KEYS.filter((key) => isThere(this.get(key)) !== false);
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
    return zoneByName(this.resource, normalName(text));
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

/** Whether a property is there; undefined when a condition decides. */
function isThere(property: Property): boolean | undefined {
  if (property.isAbsent || property.boolean === false) return false;
  return property.value.kind === 'unknown' && property.value.reason === 'condition' ? undefined : true;
}
