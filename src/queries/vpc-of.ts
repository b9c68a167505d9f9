import { VPC_OF } from '../facts/vpc-members.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** The VPC declared here that a value is in: of a subnet, security group, route table or subnet group. Undefined when it is not known, or not declared here. */
export function vpcAt(place: Property | undefined): Resource | undefined {
  const named = place?.reference?.resource;
  return named === undefined ? undefined : vpcOf(named);
}

function vpcOf(member: Resource): Resource | undefined {
  if (member.graph.memo(sharedGroups).has(member.base)) return undefined;
  if (member.type === 'AWS::EC2::InternetGateway') return member.graph.memo(vpcsOfGateways).get(member.base);
  const path = VPC_OF[member.type];
  if (path === undefined || path === '') return path === '' ? member.base : undefined;
  const [first] = member.property(path).items ?? [];
  return first === undefined ? undefined : vpcAt(first);
}

/** Security groups that are associated with further VPCs. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateSecurityGroupVpc.html */
function sharedGroups(graph: ResourceGraph): ReadonlySet<Resource> {
  const groups = graph
    .resourcesOfType('AWS::EC2::SecurityGroupVpcAssociation')
    .map((association) => association.property('GroupId').target('AWS::EC2::SecurityGroup')?.base);
  return new Set(groups.filter((group) => group !== undefined));
}

/** An internet gateway is in the VPC that it is attached to. */
function vpcsOfGateways(graph: ResourceGraph): ReadonlyMap<Resource, Resource> {
  const attached = new Map<Resource, Resource>();
  for (const attachment of graph.resourcesOfType('AWS::EC2::VPCGatewayAttachment')) {
    const [gateway, vpc] = [attachment.property('InternetGatewayId').reference?.resource, vpcAt(attachment.property('VpcId'))];
    if (gateway !== undefined && vpc !== undefined) attached.set(gateway.base, vpc);
  }
  return attached;
}

/** VPCs that something other than their own parts connects to another: a peering, a transit gateway, a custom resource. */
export function connectedVpcs(graph: ResourceGraph): ReadonlySet<Resource> {
  const connected = new Set<Resource>();
  for (const { from, to } of graph.links)
    if (to.type === 'AWS::EC2::VPC' && /Peering|TransitGateway|^Custom::|CustomResource|NetworkManager/.test(from.type))
      connected.add(to.base);
  return connected;
}
