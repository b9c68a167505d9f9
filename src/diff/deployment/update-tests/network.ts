import type { Property } from '../../../graph/model/property.js';
import type { Resource } from '../../../graph/model/resource.js';
import { canonicalOf, type Naming } from '../../compare/canonical.js';
import { isKept } from '../release.js';
import type { Update } from '../update.js';

/** Of a subnet group, or of an EKS cluster. */
function subnetsOf(resource: Resource): Property {
  return resource.type === 'AWS::EKS::Cluster' ? resource.property('ResourcesVpcConfig', 'SubnetIds') : resource.property('SubnetIds');
}

/** The VPCs that the subnets are in; undefined when one is unknown. */
function vpcsOf(resource: Resource): ReadonlySet<Resource> | undefined {
  const vpcs = subnetsOf(resource).items?.map((item) => item.target('AWS::EC2::Subnet')?.property('VpcId').target('AWS::EC2::VPC'));
  return vpcs === undefined || vpcs.length === 0 || vpcs.includes(undefined) ? undefined : new Set(vpcs as readonly Resource[]);
}

export function subnetsOfAnotherVpc({ before, after, context }: Update): string | undefined {
  const [old, current] = [vpcsOf(before), vpcsOf(after)];
  if (old === undefined || current === undefined) return undefined;
  const { matches } = context.pairing;
  const isSame = [...current].some((vpc) => {
    const origin = matches.isUpdatedInPlace(vpc) && !context.recreated.has(vpc.base) ? matches.originOf(vpc) : undefined;
    return origin !== undefined && [...old].some((other) => other.base === origin.base);
  });
  const [vpc] = current;
  return isSame ? undefined : `All subnets are in another VPC now, ${vpc?.displayNameFrom(after)}`;
}

export function lastVpcOfZone({ before, after, context }: Update): string | undefined {
  const { namingBefore, namingAfter } = context.pairing.matches;
  const [old, current] = [namesOfVpcs(before, namingBefore), namesOfVpcs(after, namingAfter)];
  if (old === undefined || current === undefined || old.length === 0 || current.length === 0) return undefined;
  return old.some((vpc) => current.includes(vpc)) ? undefined : 'All VPCs of the private zone are replaced by others';
}

function namesOfVpcs(zone: Resource, naming: Naming): readonly string[] | undefined {
  const vpcs = zone.property('VPCs').items?.map((item) => item.get('VPCId'));
  return vpcs === undefined || vpcs.some((vpc) => vpc.isUnknown) ? undefined : vpcs.map(({ value }) => canonicalOf(value, naming).text);
}

/** A zone in which the group has no subnet any more, and an instance may be. */
export function zoneLeft(update: Update): string | undefined {
  if (subnetsOfAnotherVpc(update) !== undefined) return undefined;
  const [old, current] = [zonesOf(update.before), zonesOf(update.after)];
  const gone = old?.find((zone) => current !== undefined && !current.includes(zone));
  return gone === undefined ? undefined : `No subnet of the group is in ${gone} any more`;
}

function zonesOf(group: Resource): readonly string[] | undefined {
  const zones = subnetsOf(group).items?.map((item) => item.target('AWS::EC2::Subnet')?.property('AvailabilityZone').text);
  return zones === undefined || zones.includes(undefined) ? undefined : (zones as readonly string[]);
}

/** What is replaced keeps its fixed address in a subnet that stays, where the old one still has it. */
export function addressKept({ before, after, context }: Update): string | undefined {
  const [old, current] = [before.property('PrivateIpAddress').text, after.property('PrivateIpAddress').text];
  const [oldSubnet, subnet] = [before.property('SubnetId'), after.property('SubnetId')];
  if (old === undefined || old !== current || subnet.isAbsent || subnet.isUnknown || oldSubnet.isUnknown) return undefined;
  const { namingBefore, namingAfter } = context.pairing.matches;
  const isOne = canonicalOf(oldSubnet.value, namingBefore).text === canonicalOf(subnet.value, namingAfter).text;
  const isThere = subnet.reference === undefined || isKept(subnet.reference.resource, context);
  return isOne && isThere ? `It is replaced and keeps the address ${current}, which the old one still has` : undefined;
}

/** Volumes that several instances may have are of type io1 or io2. */
export function volumeAttached({ after, context }: Update): string | undefined {
  const volume = after.property('VolumeId').target('AWS::EC2::Volume');
  const isShared =
    volume === undefined || volume.property('MultiAttachEnabled').isUnknown || volume.property('MultiAttachEnabled').boolean === true;
  return isShared || !isKept(volume, context)
    ? undefined
    : `It is replaced, and the volume ${volume.displayNameFrom(after)} is still attached to the old instance`;
}
