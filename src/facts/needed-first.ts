import { templateReference } from './references/row.js';

/** What must be there before a resource is created, although the resource does not name it. */
export interface NeededFirst {
  readonly type: string;
  /** The row counts only where this property, a path below `Properties`, has this text. */
  readonly where?: readonly [path: string, text: string];
  /** The row does not count where this property is there. */
  readonly unless?: string;
  /** What both name. Not given: one of them in the account and region is enough. */
  readonly shared?: string;
  /** Both are in the VPC of these properties. */
  readonly isInOneVpc?: true;
  /** Types that must be there, and where they name what is shared. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly what: string;
  /** What the service answers without it. */
  readonly says: string;
  readonly fix: string;
  readonly source: string;
}

const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment';
const forwards = (actions: string) => [`${actions}.TargetGroupArn`, `${actions}.ForwardConfig.TargetGroups.*.TargetGroupArn`];

export const NEEDED_FIRST: readonly NeededFirst[] = [
  {
    type: 'AWS::EC2::Route',
    shared: 'GatewayId',
    // `ec2.Vpc` writes its IPv6 routes without the dependency: the block of addresses, which they wait for, takes longer than the attachment.
    unless: 'DestinationIpv6CidrBlock',
    needs: { [ATTACHMENT]: ['InternetGatewayId', 'VpnGatewayId'] },
    what: 'the attachment of the gateway to the VPC',
    says: 'route table … and network gateway … belong to different networks',
    fix: 'Add the dependency: `route.addDependency(attachment)`. `ec2.Vpc` writes it.',
    source: 'https://github.com/aws/aws-cdk/issues/1140',
  },
  {
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
    shared: 'VpnGatewayId',
    needs: { [ATTACHMENT]: ['VpnGatewayId'] },
    what: 'the attachment of the VPN gateway to the VPC',
    says: 'cannot use the VPN gateway until it has successfully attached to the VPC',
    fix: 'Add the dependency: `propagation.addDependency(attachment)`.',
    source: templateReference('AWS::EC2::VPNGatewayRoutePropagation'),
  },
  {
    type: 'AWS::EC2::Route',
    shared: 'TransitGatewayId',
    isInOneVpc: true,
    needs: { 'AWS::EC2::TransitGatewayAttachment': ['TransitGatewayId'], 'AWS::EC2::TransitGatewayVpcAttachment': ['TransitGatewayId'] },
    what: 'the attachment of the transit gateway to the VPC',
    says: 'InvalidTransitGatewayID.NotFound: The transitGateway ID … does not exist',
    fix: 'Add the dependency: `route.addDependency(attachment)`.',
    source: 'https://github.com/aws/aws-cdk/issues/8584',
  },
  {
    type: 'AWS::ECS::Service',
    shared: 'LoadBalancers.*.TargetGroupArn',
    needs: {
      'AWS::ElasticLoadBalancingV2::Listener': forwards('DefaultActions.*'),
      'AWS::ElasticLoadBalancingV2::ListenerRule': forwards('Actions.*'),
    },
    what: 'the listener that sends to the target group',
    says: 'The target group … does not have an associated load balancer.',
    fix: 'Add the dependency: `service.node.addDependency(listener)`. `listener.addTargets(…)` with the service writes it.',
    source: 'https://github.com/aws/aws-cdk/issues/1160',
  },
  {
    type: 'AWS::Config::ConfigRule',
    where: ['Source.Owner', 'AWS'],
    needs: { 'AWS::Config::ConfigurationRecorder': [] },
    what: 'the configuration recorder',
    says: 'You must create a configuration recorder before you can create or update a Config rule.',
    fix: 'Add the dependency: `rule.node.addDependency(recorder)`.',
    source: 'https://github.com/aws-samples/aws-devsecops-workshop/issues/7',
  },
];
