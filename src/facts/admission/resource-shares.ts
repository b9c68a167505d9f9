import { tableOf } from '../../table-of.js';
import { templateReference } from '../references/row.js';

/** "Sharing a resource makes it available for use by principals outside of the AWS account that created the resource." */
const SHARING = templateReference('AWS::RAM::ResourceShare');

/** A type that other accounts use by its id, and only while a resource share of AWS RAM names it for them. */
export interface SharedType {
  readonly type: string;
  /** Where an account uses it: types, and paths below their `Properties`. */
  readonly usedAt: Readonly<Record<string, readonly string[]>>;
  /** What the service answers. */
  readonly answer: string;
  readonly source: string;
}

/** Types: https://docs.aws.amazon.com/ram/latest/userguide/shareable.html */
export const SHARED_TYPES: readonly SharedType[] = [
  {
    type: 'AWS::EC2::TransitGateway',
    usedAt: {
      'AWS::EC2::TransitGatewayVpcAttachment': ['TransitGatewayId'],
      'AWS::EC2::TransitGatewayAttachment': ['TransitGatewayId'],
    },
    answer: '"InvalidTransitGatewayID.NotFound: Transit Gateway … was deleted or does not exist."',
    source: 'https://github.com/terraform-aws-modules/terraform-aws-transit-gateway/issues/89',
  },
  {
    type: 'AWS::EC2::Subnet',
    usedAt: {
      'AWS::AutoScaling::AutoScalingGroup': ['VPCZoneIdentifier.*'],
      'AWS::EC2::Instance': ['SubnetId'],
      'AWS::ECS::Service': ['NetworkConfiguration.AwsvpcConfiguration.Subnets.*'],
      'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Subnets.*'],
      'AWS::Lambda::Function': ['VpcConfig.SubnetIds.*'],
      'AWS::RDS::DBSubnetGroup': ['SubnetIds.*'],
    },
    answer: 'the subnet is not found',
    source: SHARING,
  },
  {
    type: 'AWS::EC2::PrefixList',
    usedAt: {
      'AWS::EC2::Route': ['DestinationPrefixListId'],
      'AWS::EC2::SecurityGroup': ['SecurityGroupIngress.*.SourcePrefixListId', 'SecurityGroupEgress.*.DestinationPrefixListId'],
      'AWS::EC2::SecurityGroupEgress': ['DestinationPrefixListId'],
      'AWS::EC2::SecurityGroupIngress': ['SourcePrefixListId'],
    },
    answer: 'the prefix list is not found',
    source: SHARING,
  },
  {
    type: 'AWS::Route53Resolver::ResolverRule',
    usedAt: { 'AWS::Route53Resolver::ResolverRuleAssociation': ['ResolverRuleId'] },
    answer: 'the rule is not found',
    source: SHARING,
  },
  {
    type: 'AWS::Route53Profiles::Profile',
    usedAt: { 'AWS::Route53Profiles::ProfileAssociation': ['ProfileId'] },
    answer: 'the profile is not found',
    source: SHARING,
  },
  {
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    usedAt: { 'AWS::NetworkFirewall::Firewall': ['FirewallPolicyArn'] },
    answer: 'the policy is not found',
    source: SHARING,
  },
  {
    type: 'AWS::VpcLattice::ServiceNetwork',
    usedAt: {
      'AWS::VpcLattice::ServiceNetworkServiceAssociation': ['ServiceNetworkIdentifier'],
      'AWS::VpcLattice::ServiceNetworkVpcAssociation': ['ServiceNetworkIdentifier'],
    },
    answer: 'the service network is not found',
    source: SHARING,
  },
];

export interface SharedUse extends SharedType {
  readonly path: string;
}

/** By the type that uses them. */
export const SHARED_USES: Readonly<Record<string, readonly SharedUse[]>> = tableOf(usesByType());

function usesByType(): Readonly<Record<string, readonly SharedUse[]>> {
  const found: Record<string, SharedUse[]> = {};
  for (const shared of SHARED_TYPES)
    for (const [type, paths] of Object.entries(shared.usedAt))
      found[type] = [...(found[type] ?? []), ...paths.map((path) => ({ ...shared, path }))];
  return found;
}
