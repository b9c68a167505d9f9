import { exception, type IdentityRow, operation, page, row, threads } from './row.js';

const EC2 = 'AWSEC2/latest/APIReference';
const EC2_ERRORS = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html';
const ruleOf = (own: 'Source' | 'Destination') =>
  [
    ['GroupId', 'resource'],
    ['IpProtocol', 'protocol'],
    ['FromPort', 'exact', ''],
    ['ToPort', 'exact', ''],
    own === 'Source'
      ? (['CidrIp | CidrIpv6 | SourcePrefixListId | SourceSecurityGroupId | SourceSecurityGroupName', 'resource'] as const)
      : (['CidrIp | CidrIpv6 | DestinationPrefixListId | DestinationSecurityGroupId', 'resource'] as const),
  ] as const;

/** Networks. */
export const NETWORK: readonly IdentityRow[] = [
  row('AWS::EC2::Route', {
    key: [
      ['RouteTableId', 'resource'],
      ['DestinationCidrBlock | DestinationIpv6CidrBlock | DestinationPrefixListId', 'cidr'],
    ],
    what: 'destination of a route table',
    says: 'The route identified by … already exists.',
    sources: threads('hashicorp/terraform-provider-aws#23866'),
  }),
  row('AWS::EC2::VPCEndpoint', {
    key: [
      ['VpcId', 'resource'],
      ['ServiceName', 'exact'],
    ],
    when: [
      ['VpcEndpointType', ['Interface']],
      ['PrivateDnsEnabled', ['true']],
    ],
    what: 'service with private DNS in a VPC',
    says: 'private-dns-enabled cannot be set because there is already a conflicting DNS domain',
    fix: 'Create the endpoint once, beside the VPC, and use it from every stack; or set `privateDnsEnabled: false` on one.',
    sources: threads('hashicorp/terraform-provider-aws#17535', 'fortinet/fortigate-autoscale-aws#43'),
  }),
  row('AWS::EC2::VPCEndpoint', {
    key: [
      ['.', 'resource'],
      ['ServiceName', 'exact'],
    ],
    each: 'RouteTableIds',
    space: 'gateway endpoint',
    when: [['VpcEndpointType', ['', 'Gateway']]],
    what: 'gateway endpoint of a route table',
    says: 'route table … already has a route with destination-prefix-list-id …',
    fix: 'Add the gateway endpoint once, beside the VPC: `vpc.addGatewayEndpoint(…)`; a second one needs route tables of its own.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html'],
  }),
  row('AWS::EC2::SecurityGroupIngress', {
    key: ruleOf('Source'),
    what: 'rule of a security group',
    second: 'ignored',
    fix: 'Write the rule once, in the stack that owns the group; the description does not tell two rules apart.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1532', 'aws-cloudformation/cloudformation-coverage-roadmap#612'),
  }),
  row('AWS::EC2::SecurityGroupEgress', {
    key: ruleOf('Destination'),
    what: 'rule of a security group',
    second: 'ignored',
    fix: 'Write the rule once, in the stack that owns the group; the description does not tell two rules apart.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1534'),
  }),
  row('AWS::EC2::SecurityGroup', {
    key: [
      ['VpcId', 'resource'],
      ['GroupName', 'caseless'],
    ],
    what: 'name of a security group in a VPC',
    says: "The security group '…' already exists",
    sources: [page('AWS::EC2::SecurityGroup'), operation(EC2, 'CreateSecurityGroup')],
  }),
  row('AWS::EC2::EIPAssociation', {
    key: [['AllocationId | EIP', 'resource']],
    space: 'elastic address',
    what: 'elastic IP address',
    says: 'already exists',
    fix: 'Give each its own elastic IP address: `new ec2.CfnEIP(…)`.',
    sources: threads('aws/aws-cdk#26423'),
  }),
  row('AWS::EC2::NatGateway', {
    key: [['AllocationId', 'resource']],
    space: 'elastic address',
    what: 'elastic IP address',
    says: 'Resource.AlreadyAssociated',
    fix: 'Give each NAT gateway its own elastic IP address: `new ec2.CfnEIP(…)`.',
    sources: threads('pulumi/pulumi-aws#1483'),
  }),
  row('AWS::EC2::NatGateway', {
    each: 'SecondaryAllocationIds',
    key: [['.', 'resource']],
    space: 'elastic address',
    what: 'elastic IP address',
    says: 'Resource.AlreadyAssociated',
    sources: threads('pulumi/pulumi-aws#1483'),
  }),
  row('AWS::EC2::VolumeAttachment', {
    key: [
      ['VolumeId', 'resource'],
      ['InstanceId', 'resource'],
    ],
    what: 'attachment of a volume to an instance',
    says: 'VolumeInUse: … is already attached to an instance',
    sources: [operation(EC2, 'AttachVolume'), EC2_ERRORS],
  }),
  row('AWS::EC2::VPCGatewayAttachment', {
    key: [['InternetGatewayId', 'resource']],
    what: 'internet gateway',
    says: 'Resource.AlreadyAssociated: … is already attached to network …',
    sources: [operation(EC2, 'AttachInternetGateway'), EC2_ERRORS],
  }),
  row('AWS::EC2::VPCGatewayAttachment', {
    key: [['VpcId', 'resource']],
    space: 'internet gateway of a VPC',
    when: [['VpnGatewayId', ['']]],
    what: 'internet gateway of a VPC',
    says: 'Resource.AlreadyAssociated',
    sources: [operation(EC2, 'AttachInternetGateway'), EC2_ERRORS],
  }),
  row('AWS::EC2::SubnetRouteTableAssociation', {
    key: [['SubnetId', 'resource']],
    what: 'route table of a subnet',
    says: 'the specified association for route table … conflicts with an existing association',
    sources: [operation(EC2, 'AssociateRouteTable'), EC2_ERRORS],
  }),
  row('AWS::EC2::SubnetNetworkAclAssociation', {
    key: [['SubnetId', 'resource']],
    what: 'network ACL of a subnet',
    second: 'overwrites',
    sources: [operation(EC2, 'ReplaceNetworkAclAssociation')],
  }),
  row('AWS::EC2::NetworkAclEntry', {
    key: [['NetworkAclId', 'resource'], 'RuleNumber', ['Egress', 'caseless', 'false']],
    what: 'rule number of a network ACL',
    says: 'The network acl entry identified by … already exists.',
    sources: [operation(EC2, 'CreateNetworkAclEntry'), EC2_ERRORS],
  }),
  row('AWS::EC2::VPCDHCPOptionsAssociation', {
    key: [['VpcId', 'resource']],
    what: 'DHCP option set of a VPC',
    second: 'overwrites',
    sources: [operation(EC2, 'AssociateDhcpOptions')],
  }),
  row('AWS::EC2::FlowLog', {
    key: [
      ['ResourceId', 'resource'],
      'TrafficType',
      ['LogDestinationType', 'exact', 'cloud-watch-logs'],
      ['LogDestination | LogGroupName', 'resource'],
    ],
    what: 'flow log with one source, filter and destination',
    says: 'FlowLogAlreadyExists',
    sources: [EC2_ERRORS],
  }),
  row('AWS::EC2::VPCPeeringConnection', {
    key: [
      ['VpcId', 'resource'],
      ['PeerVpcId', 'resource'],
    ],
    isUnordered: true,
    what: 'peering of two VPCs',
    says: 'VpcPeeringConnectionAlreadyExists',
    sources: [EC2_ERRORS],
  }),
  row('AWS::EC2::InstanceConnectEndpoint', {
    key: [['SubnetId', 'vpc']],
    what: 'EC2 Instance Connect endpoint of a VPC',
    sources: [page('AWS::EC2::InstanceConnectEndpoint'), 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html'],
  }),
  ...['AWS::EC2::TransitGatewayVpcAttachment', 'AWS::EC2::TransitGatewayAttachment'].map((type) =>
    row(type, {
      space: 'attachment of a transit gateway',
      key: [
        ['TransitGatewayId', 'resource'],
        ['VpcId', 'resource'],
      ],
      what: 'attachment of a VPC to a transit gateway',
      says: 'DuplicateTransitGatewayAttachment: … has non-deleted Transit Gateway Attachments',
      sources: [operation(EC2, 'CreateTransitGatewayVpcAttachment'), EC2_ERRORS],
    }),
  ),
  row('AWS::EC2::TransitGatewayRoute', {
    key: [
      ['TransitGatewayRouteTableId', 'resource'],
      ['DestinationCidrBlock', 'cidr'],
    ],
    what: 'destination of a transit gateway route table',
    says: 'already exists',
    sources: [page('AWS::EC2::TransitGatewayRoute')],
  }),
  row('AWS::EC2::TransitGatewayRouteTableAssociation', {
    key: [['TransitGatewayAttachmentId', 'resource']],
    what: 'route table of a transit gateway attachment',
    says: 'Resource.AlreadyAssociated',
    sources: [operation(EC2, 'AssociateTransitGatewayRouteTable'), EC2_ERRORS],
  }),
  row('AWS::EC2::ClientVpnTargetNetworkAssociation', {
    key: [
      ['ClientVpnEndpointId', 'resource'],
      ['SubnetId', 'zone'],
    ],
    what: 'availability zone of a client VPN endpoint',
    sources: [page('AWS::EC2::ClientVpnTargetNetworkAssociation')],
  }),
  row('AWS::EC2::KeyPair', {
    scope: 'region',
    key: ['KeyName'],
    what: 'name of a key pair',
    says: "The keypair '…' already exists.",
    sources: [operation(EC2, 'CreateKeyPair'), EC2_ERRORS],
  }),
  row('AWS::EC2::LaunchTemplate', {
    scope: 'region',
    key: ['LaunchTemplateName'],
    what: 'name of a launch template',
    says: 'Launch template name already in use.',
    sources: [operation(EC2, 'CreateLaunchTemplate'), EC2_ERRORS],
  }),
  row('AWS::EFS::MountTarget', {
    key: [
      ['FileSystemId', 'resource'],
      ['SubnetId', 'zone'],
    ],
    what: 'mount target of a file system in an availability zone',
    says: 'mount target already exists in this AZ',
    sources: ['https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html'],
  }),
  row('AWS::ServiceDiscovery::Service', {
    key: [
      ['NamespaceId', 'resource'],
      ['Name', 'caseless'],
    ],
    what: 'service of a namespace',
    says: 'ServiceAlreadyExists',
    sources: [operation('cloud-map/latest/api', 'CreateService')],
  }),
  row('AWS::ServiceDiscovery::PrivateDnsNamespace', {
    space: 'private zone of a VPC',
    key: [
      ['Vpc', 'resource'],
      ['Name', 'host'],
    ],
    what: 'private domain of a VPC',
    says: 'ConflictingDomainExists',
    fix: 'Create the namespace or zone once for each VPC and name, and pass it to the other stacks.',
    sources: [operation('Route53/latest/APIReference', 'CreateHostedZone')],
  }),
  row('AWS::Route53::HostedZone', {
    each: 'VPCs',
    space: 'private zone of a VPC',
    key: [
      ['.VPCId', 'resource'],
      ['Name', 'host'],
    ],
    what: 'private domain of a VPC',
    says: 'ConflictingDomainExists: The VPC … has already been associated with the hosted zone … with the same domain name',
    fix: 'Create the private zone once for each VPC and name, and pass it to the other stacks.',
    sources: [operation('Route53/latest/APIReference', 'CreateHostedZone'), ...threads('hashicorp/terraform-provider-aws#37783')],
  }),
  row('AWS::Route53Resolver::ResolverRuleAssociation', {
    key: [
      ['VPCId', 'resource'],
      ['ResolverRuleId', 'resource'],
    ],
    what: 'association of a resolver rule with a VPC',
    sources: [page('AWS::Route53Resolver::ResolverRuleAssociation')],
  }),
  row('AWS::Route53Resolver::FirewallRuleGroupAssociation', {
    key: [['VpcId', 'resource'], 'Priority'],
    what: 'priority of a DNS Firewall rule group in a VPC',
    sources: [page('AWS::Route53Resolver::FirewallRuleGroupAssociation')],
  }),
  row('AWS::GlobalAccelerator::EndpointGroup', {
    key: [['ListenerArn', 'resource'], 'EndpointGroupRegion'],
    what: 'endpoint group of a listener in a region',
    says: 'The endpoint group that you specified already exists.',
    fix: 'Put all endpoints of a region into one endpoint group of the listener.',
    sources: [
      operation('global-accelerator/latest/api', 'CreateEndpointGroup'),
      exception('globalaccelerator', 'EndpointGroupAlreadyExistsException'),
    ],
  }),
  row('AWS::NetworkFirewall::LoggingConfiguration', {
    key: [['FirewallArn', 'resource']],
    what: 'logging configuration of a firewall',
    says: 'already exists',
    sources: [page('AWS::NetworkFirewall::LoggingConfiguration')],
  }),
  row('AWS::EC2::VPCCidrBlock', {
    key: [
      ['VpcId', 'resource'],
      ['CidrBlock', 'cidr'],
    ],
    what: 'address block of a VPC',
    sources: [operation(EC2, 'AssociateVpcCidrBlock'), EC2_ERRORS],
  }),
  row('AWS::EC2::ClientVpnAuthorizationRule', {
    key: [
      ['ClientVpnEndpointId', 'resource'],
      ['TargetNetworkCidr', 'cidr'],
      ['AccessGroupId', 'exact', ''],
    ],
    what: 'authorization rule of a Client VPN endpoint',
    sources: [operation(EC2, 'AuthorizeClientVpnIngress'), EC2_ERRORS],
  }),
  row('AWS::EC2::ClientVpnRoute', {
    key: [
      ['ClientVpnEndpointId', 'resource'],
      ['DestinationCidrBlock', 'cidr'],
      ['TargetVpcSubnetId', 'resource'],
    ],
    what: 'route of a Client VPN endpoint',
    says: 'InvalidClientVpnDuplicateRoute',
    sources: [operation(EC2, 'CreateClientVpnRoute'), EC2_ERRORS],
  }),
  row('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
    key: [['VpcIdentifier', 'resource']],
    what: 'service network of a VPC',
    sources: [exception('vpc-lattice', 'ConflictException'), page('AWS::VpcLattice::ServiceNetworkVpcAssociation')],
  }),
];
