import { REGIONAL_CALLS, type RegionalCall } from '../facts/regional-calls.js';
import { isRegion, partitionOf } from '../facts/regions.js';
import { parseArn } from '../graph/model/arn.js';
import type { Resource } from '../graph/model/resource.js';
import { display, type Value } from '../graph/model/value.js';

/** Something that a call names and that is in another region than the one where the service is called. */
export interface NamedElsewhere {
  readonly call: RegionalCall;
  readonly region: string;
  /** As a person would write it. */
  readonly name: string;
  /** The resource, when it is declared here. */
  readonly resource?: Resource;
}

/** Secrets and keys with replicas. */
function mayBeInSeveral(resource: Resource): boolean {
  return (
    resource.type === 'AWS::KMS::ReplicaKey' || resource.hasProperty('ReplicaRegions') || resource.property('MultiRegion').boolean === true
  );
}

/** What a value names in another region; the service is the one called, or any when it is not given. */
export function namedElsewhere(value: Value | undefined, region: string | undefined, client?: string): NamedElsewhere | undefined {
  if (value === undefined || region === undefined) return undefined;
  const isCalled = ({ clients }: RegionalCall): boolean => client === undefined || clients.includes(client.replaceAll('-', ''));
  if (value.kind === 'reference') {
    const { resource } = value;
    const call = REGIONAL_CALLS.find((known) => isCalled(known) && resource.type.startsWith(known.types));
    if (call === undefined || mayBeInSeveral(resource) || !isElsewhere(resource.region, region)) return undefined;
    return { call, region: resource.region ?? '', name: resource.physicalName ?? resource.logicalId, resource: resource.base };
  }
  const arn = value.kind === 'literal' || value.kind === 'concatenation' ? parseArn(value) : undefined;
  const call = arn && REGIONAL_CALLS.find((known) => isCalled(known) && known.service === arn.service);
  if (arn === undefined || call === undefined || !isElsewhere(arn.region, region)) return undefined;
  return { call, region: arn.region ?? '', name: display(value) };
}

function isElsewhere(found: string | undefined, region: string): boolean {
  return found !== undefined && found !== region && isRegion(found) && isRegion(region) && partitionOf(found) === partitionOf(region);
}
