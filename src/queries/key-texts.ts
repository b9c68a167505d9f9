import type { Comparison } from '../facts/identities/row.js';
import { parseArn } from '../graph/model/arn.js';
import { isObject } from '../graph/model/json.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { identityWithin, type Reference, referencesIn, type Value } from '../graph/model/value.js';
import { tableOf } from '../table-of.js';

/** A part of a key, as a text that is equal for equal things. */
export interface KeyText {
  readonly text: string;
  /** Whether it is a name that means something in its account and region only. */
  readonly isLocalName?: boolean;
  /** False when it means something in this graph only: it stands for one of its resources, or for something that is not known. */
  readonly isPortable?: boolean;
}

const PROTOCOLS: Readonly<Record<string, string>> = tableOf({ '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' });

/** Undefined when it is not known. */
export function keyTextOf(property: Property, comparison: Comparison): KeyText | undefined {
  switch (comparison) {
    case 'resource':
      return resourceText(property);
    case 'function':
      return functionText(property);
    case 'vpc':
      return partOfSubnet(property, 'VpcId') ?? resourceText(property);
    case 'zone':
      // One subnet is in one zone, whichever that is.
      return partOfSubnet(property, 'AvailabilityZone') ?? zoneByIndex(property) ?? resourceText(property);
    default: {
      const text = identityIn(property.resource, property.value);
      return text === undefined ? undefined : { text: NORMAL[comparison](text), isPortable: property.text !== undefined };
    }
  }
}

const NORMAL: Readonly<Record<Exclude<Comparison, 'resource' | 'function' | 'vpc' | 'zone'>, (text: string) => string>> = {
  exact: (text) => text,
  caseless: (text) => text.toLowerCase(),
  host: (text) => text.toLowerCase().replace(/\.$/, ''),
  url: (text) => text.replace(/^https?:\/\//i, '').replace(/\/$/, ''),
  protocol: (text) => PROTOCOLS[text] ?? text.toLowerCase(),
  cidr: firstAddress,
};

/** Tokens that are equal by construction are equal: within a template, and imports of one name within an account and region. */
function identityIn({ graph, stack }: Resource, value: Value): string | undefined {
  const { account, region } = stack.environment;
  const isImport = value.kind === 'unknown' && value.reason === 'import' && account !== undefined && region !== undefined;
  return identityWithin(value, isImport ? `${account} ${region}` : graph.idOf(stack));
}

function resourceText(property: Property): KeyText | undefined {
  const { value, resource } = property;
  if (value.kind === 'reference') return { text: referenceText(value), isPortable: false };
  const queue = /^https:\/\/sqs\.[^/]+\/\d+\/([^/]+)$/.exec(property.text ?? '')?.[1];
  const named = queue === undefined ? property.target() : resource.graph.names.find(queue, ['AWS::SQS::Queue'], resource.stack.environment);
  // An ARN may name a part of a resource: an index, a stream, an alias.
  if (named !== undefined && (queue !== undefined || isWhole(property, named))) return { text: named.id, isPortable: false };
  const text = identityIn(resource, value);
  if (text === undefined) return undefined;
  const isPortable = value.kind === 'literal';
  return { text, isLocalName: parseArn(value) === undefined && referencesIn(value).length === 0, isPortable };
}

function isWhole(property: Property, named: Resource): boolean {
  const arn = parseArn(property.value);
  if (arn === undefined) return true;
  if (arn.resource.kind === 'reference') return true;
  return arn.resource.kind === 'literal' && named.physicalName !== undefined && String(arn.resource.value).endsWith(named.physicalName);
}

function referenceText({ resource, attribute }: Reference): string {
  return isNameOf(resource.type, attribute) ? resource.id : `${resource.id}.${attribute}`;
}

/** `Arn`, `VpcId`, `GroupId` of a security group: what names the resource itself and not a part of it. */
function isNameOf(type: string, attribute: string | undefined): boolean {
  if (attribute === undefined || type === 'AWS::EC2::EIP') return true;
  const [, stem] = /^(.*?)(?:Arn|ARN|Id|ID|Name|Url|URL)$/.exec(attribute) ?? [];
  return stem !== undefined && type.toLowerCase().endsWith(stem.toLowerCase());
}

/** `orders`, `orders:live`, `123456789012:function:orders` and whole ARNs name functions. */
function functionText(property: Property): KeyText | undefined {
  const { text, resource } = property;
  const [, name, qualifier] = /^(?:.*function:)?([\w-]+)(?::([\w$-]+))?$/.exec(text ?? '') ?? [];
  const arn = parseArn(property.value);
  const environment = arn === undefined ? resource.stack.environment : { account: arn.account, region: arn.region };
  const named = name === undefined ? undefined : resource.graph.names.find(name, ['AWS::Lambda::Function'], environment);
  if (named === undefined) return resourceText(property);
  return { text: qualifier === undefined || qualifier === '$LATEST' ? named.id : `${named.id}:${qualifier}`, isPortable: false };
}

function partOfSubnet(property: Property, part: string): KeyText | undefined {
  const subnet = property.target('AWS::EC2::Subnet');
  return subnet === undefined || subnet.property(part).isAbsent ? undefined : resourceText(subnet.property(part));
}

/** `Fn::Select: [0, Fn::GetAZs]`, as CDK writes it in stacks without an environment: equal indexes are one zone. */
function zoneByIndex(property: Property): KeyText | undefined {
  const subnet = property.target('AWS::EC2::Subnet');
  const zone = subnet?.raw.Properties;
  const select = isObject(zone) && isObject(zone.AvailabilityZone) ? zone.AvailabilityZone['Fn::Select'] : undefined;
  if (subnet === undefined || !Array.isArray(select) || !isObject(select[1]) || !('Fn::GetAZs' in select[1])) return undefined;
  const index = Number(select[0]);
  return Number.isInteger(index) ? { text: `${subnet.graph.idOf(subnet.stack)} zone ${index}`, isPortable: false } : undefined;
}

function firstAddress(text: string): string {
  const [, address = '', length = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text) ?? [];
  if (address === '' || Number(length) > 32) return text.toLowerCase();
  const bits = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(length));
  return `${Math.floor(bits / size) * size}/${length}`;
}
