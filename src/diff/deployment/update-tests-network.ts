import type { Resource } from '../../graph/model/resource.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';
import type { Update } from './update.js';

/** The VPCs that the subnets of a property are in; undefined when one is unknown. */
function vpcsOf(resource: Resource, property: string): ReadonlySet<Resource> | undefined {
  const vpcs = resource.property(property).items?.map((item) => item.target('AWS::EC2::Subnet')?.property('VpcId').target('AWS::EC2::VPC'));
  return vpcs === undefined || vpcs.length === 0 || vpcs.includes(undefined) ? undefined : new Set(vpcs as readonly Resource[]);
}

export function subnetsOfAnotherVpc({ before, after, context }: Update): string | undefined {
  const [old, current] = [vpcsOf(before, 'SubnetIds'), vpcsOf(after, 'SubnetIds')];
  if (old === undefined || current === undefined) return undefined;
  const { partners } = context.pairing;
  const isSame = [...current].some((vpc) => {
    const origin = partners.isUpdatedInPlace(vpc) && !context.reborn.has(vpc.base) ? partners.originOf(vpc) : undefined;
    return origin !== undefined && [...old].some((other) => other.base === origin.base);
  });
  const [vpc] = current;
  return isSame ? undefined : `All subnets are in another VPC now, ${vpc?.constructPath ?? vpc?.logicalId}`;
}

export function lastVpcOfZone({ before, after, context }: Update): string | undefined {
  const { namingBefore, namingAfter } = context.pairing.partners;
  const [old, current] = [namesOfVpcs(before, namingBefore), namesOfVpcs(after, namingAfter)];
  if (old === undefined || current === undefined || old.length === 0 || current.length === 0) return undefined;
  return old.some((vpc) => current.includes(vpc)) ? undefined : 'All VPCs of the private zone are replaced by others';
}

function namesOfVpcs(zone: Resource, naming: Naming): readonly string[] | undefined {
  const vpcs = zone.property('VPCs').items?.map((item) => item.get('VPCId'));
  return vpcs === undefined || vpcs.some((vpc) => vpc.isUnknown) ? undefined : vpcs.map(({ value }) => canonicalOf(value, naming).text);
}
