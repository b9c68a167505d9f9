import { REGIONAL_CALLS, type RegionalCall } from '../facts/regional-calls.js';
import { regionInTextOf } from '../facts/regional-ids.js';
import { isRegion, partitionOf } from '../facts/regions.js';
import { NAMING_PROPERTIES } from '../facts/resource-names.js';
import type { SdkCall } from '../graph/links/sdk-calls.js';
import { parseArn } from '../graph/model/arn.js';
import type { Resource } from '../graph/model/resource.js';
import { display, type Reference, type Value } from '../graph/model/value.js';

/** A parameter of a call to a service. */
export interface CallParameter {
  /** The resource in which the call is written. */
  readonly from: Resource;
  readonly key: string;
  readonly value: Value;
  /** Where the service is called. */
  readonly region: string | undefined;
  /** The service called, by its name in the SDKs; any when it is not given. */
  readonly client?: string;
}

/** Something that a call names and that is in another region than the one where the service is called. */
export interface NamedElsewhere {
  readonly call: RegionalCall;
  readonly region: string;
  /** As a person would write it. */
  readonly name: string;
  /** The resource, when it is declared here. */
  readonly resource?: Resource;
  /** False when only its name says which one is meant: another one may have it in the region of the call. */
  readonly isProven: boolean;
}

/** What a parameter names in another region: by reference, by ARN, or by a name that is declared in other regions only. */
export function namedElsewhere(parameter: CallParameter): NamedElsewhere | undefined {
  const { value, region } = parameter;
  if (region === undefined || !isRegion(region)) return undefined;
  if (value.kind === 'reference') return byReference(parameter, value, region);
  const arn = parseArn(value);
  if (arn === undefined) return value.kind === 'literal' ? byText(parameter, String(value.value), region) : undefined;
  const call = callsOf(parameter).find(({ service }) => service === arn.service);
  if (call === undefined || !isElsewhere(arn.region, region)) return undefined;
  return { call, region: arn.region ?? '', name: display(value, parameter.from), isProven: true };
}

/** The resources that a call names and that are in the account and region where it is made. */
export function namedHere({ at, service, parameters, region, account }: SdkCall): readonly Resource[] {
  const call = callOfClient(service);
  if (call === undefined) return [];
  return [...parameters.entries].flatMap(([key, value]) => {
    const types = (NAMING_PROPERTIES.get(withCapital(key)) ?? []).filter((type) => type.startsWith(call.types));
    const found = value.kind !== 'literal' ? undefined : at.resource.graph.names.find(String(value.value), types, { account, region });
    return found === undefined ? [] : [found];
  });
}

/** The row that is about all parameters of a client. */
export function callOfClient(client: string): RegionalCall | undefined {
  const name = client.replaceAll('-', '');
  return REGIONAL_CALLS.find(({ clients, parameter }) => parameter === undefined && clients.includes(name));
}

function withCapital(key: string): string {
  return key.replace(/^./, (letter) => letter.toUpperCase());
}

/** The rows of the service called. Tasks of state machines follow the redirects of S3. */
function callsOf({ client, key }: CallParameter): readonly RegionalCall[] {
  return REGIONAL_CALLS.filter(({ clients, service, parameter }) =>
    client === undefined
      ? service !== 's3' && parameter === undefined
      : clients.includes(client.replaceAll('-', '')) && (parameter === undefined || parameter === key),
  );
}

function byReference(parameter: CallParameter, { resource }: Reference, region: string): NamedElsewhere | undefined {
  const call = callsOf(parameter).find(({ types }) => resource.type.startsWith(types));
  if (call === undefined || mayBeInSeveral(resource) || !isElsewhere(resource.region, region)) return undefined;
  const name = resource.physicalName ?? resource.displayNameFrom(parameter.from);
  return { call, region: resource.region ?? '', name, resource: resource.base, isProven: true };
}

/** An id or an address that holds a region says so itself; a name is looked for. */
function byText(parameter: CallParameter, text: string, region: string): NamedElsewhere | undefined {
  for (const call of callsOf(parameter)) {
    const found = regionInTextOf(text, call.types);
    if (found !== undefined) return isElsewhere(found, region) ? { call, region: found, name: text, isProven: true } : undefined;
  }
  return byName(parameter, text, region);
}

function byName(parameter: CallParameter, name: string, region: string): NamedElsewhere | undefined {
  const { from, key } = parameter;
  const types = NAMING_PROPERTIES.get(withCapital(key)) ?? [];
  for (const call of callsOf(parameter)) {
    const wanted = types.filter((type) => type.startsWith(call.types));
    const named = wanted.length === 0 ? [] : from.graph.names.named(name, wanted);
    const [resource] = named;
    const isHere = named.some((one) => mayBeInSeveral(one) || !isElsewhere(one.region, region) || one.account !== from.account);
    if (resource !== undefined && !isHere) return { call, region: resource.region ?? '', name, resource, isProven: false };
  }
  return undefined;
}

/** Secrets, keys and tables with replicas. */
function mayBeInSeveral(resource: Resource): boolean {
  const { type, graph } = resource;
  if (type === 'AWS::KMS::ReplicaKey' || type === 'AWS::DynamoDB::GlobalTable') return true;
  if (type === 'AWS::DynamoDB::Table' && graph.resourcesOfType('Custom::DynamoDBReplica').length > 0) return true;
  return resource.hasProperty('ReplicaRegions') || resource.property('MultiRegion').boolean === true;
}

function isElsewhere(found: string | undefined, region: string): boolean {
  return found !== undefined && found !== region && isRegion(found) && partitionOf(found) === partitionOf(region);
}
