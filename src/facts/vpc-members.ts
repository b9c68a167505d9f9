import { tableOf } from '../table-of.js';
import { RULE_DIRECTIONS } from './security-group-rules.js';
/** Places of one resource that must all be in one VPC: subnets, security groups, route tables, gateways, the VPC itself. */
export interface VpcMembers {
  readonly type: string;
  /** Paths below `Properties`, of one value or of a list; `*` for each element of a list. */
  readonly places: readonly string[];
  /** AWS's own words when they are not. */
  readonly says: string;
  readonly source: string;
}

const NETWORKS = 'Security group … and subnet … belong to different networks';
const CROSSPLANE = 'https://github.com/crossplane-contrib/provider-upjet-aws/issues/1634';
const TWO = 'You have specified two resources that belong to different networks';
const FORTINET = 'https://github.com/fortinet/aws-cloudformation-templates/pull/8';

const inOneVpc = (type: string, ...places: readonly string[]): VpcMembers => ({ type, places, says: NETWORKS, source: CROSSPLANE });

const firehose = (name: string) =>
  ['AmazonopensearchserviceDestinationConfiguration', 'AmazonOpenSearchServerlessDestinationConfiguration'].map(
    (destination) => `${destination}.VpcConfiguration.${name}`,
  );

export const VPC_MEMBERS: readonly VpcMembers[] = [
  inOneVpc('AWS::Lambda::Function', 'VpcConfig.SubnetIds', 'VpcConfig.SecurityGroupIds'),
  inOneVpc('AWS::EC2::Instance', 'SubnetId', 'SecurityGroupIds'),
  inOneVpc('AWS::EC2::NetworkInterface', 'SubnetId', 'GroupSet'),
  inOneVpc('AWS::EC2::VPCEndpoint', 'VpcId', 'SubnetIds', 'SecurityGroupIds', 'RouteTableIds'),
  inOneVpc(
    'AWS::ECS::Service',
    'NetworkConfiguration.AwsvpcConfiguration.Subnets',
    'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  ),
  inOneVpc('AWS::ElasticLoadBalancingV2::LoadBalancer', 'Subnets', 'SecurityGroups'),
  inOneVpc('AWS::EFS::MountTarget', 'SubnetId', 'SecurityGroups'),
  inOneVpc('AWS::CodeBuild::Project', 'VpcConfig.VpcId', 'VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
  inOneVpc('AWS::OpenSearchService::Domain', 'VPCOptions.SubnetIds', 'VPCOptions.SecurityGroupIds'),
  inOneVpc('AWS::MSK::Cluster', 'BrokerNodeGroupInfo.ClientSubnets', 'BrokerNodeGroupInfo.SecurityGroups'),
  inOneVpc('AWS::EKS::Cluster', 'ResourcesVpcConfig.SubnetIds', 'ResourcesVpcConfig.SecurityGroupIds'),
  inOneVpc('AWS::RDS::DBInstance', 'DBSubnetGroupName', 'VPCSecurityGroups'),
  inOneVpc('AWS::RDS::DBCluster', 'DBSubnetGroupName', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::RDS::DBProxy', 'VpcSubnetIds', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::RDS::DBSubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::ElastiCache::ReplicationGroup', 'CacheSubnetGroupName', 'SecurityGroupIds'),
  inOneVpc('AWS::ElastiCache::SubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::ElastiCache::ServerlessCache', 'SubnetIds', 'SecurityGroupIds'),
  inOneVpc('AWS::SageMaker::NotebookInstance', 'SubnetId', 'SecurityGroupIds'),
  inOneVpc('AWS::DocDB::DBCluster', 'DBSubnetGroupName', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::DocDB::DBSubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::Neptune::DBCluster', 'DBSubnetGroupName', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::Neptune::DBSubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::Redshift::Cluster', 'ClusterSubnetGroupName', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::Redshift::ClusterSubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::RedshiftServerless::Workgroup', 'SubnetIds', 'SecurityGroupIds'),
  inOneVpc('AWS::DMS::ReplicationInstance', 'ReplicationSubnetGroupIdentifier', 'VpcSecurityGroupIds'),
  inOneVpc('AWS::DMS::ReplicationSubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::MemoryDB::Cluster', 'SubnetGroupName', 'SecurityGroupIds'),
  inOneVpc('AWS::MemoryDB::SubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::DAX::Cluster', 'SubnetGroupName', 'SecurityGroupIds'),
  inOneVpc('AWS::DAX::SubnetGroup', 'SubnetIds'),
  inOneVpc('AWS::ElasticLoadBalancing::LoadBalancer', 'Subnets', 'SecurityGroups'),
  inOneVpc('AWS::AutoScaling::AutoScalingGroup', 'VPCZoneIdentifier'),
  inOneVpc('AWS::AmazonMQ::Broker', 'SubnetIds', 'SecurityGroups'),
  inOneVpc('AWS::MWAA::Environment', 'NetworkConfiguration.SubnetIds', 'NetworkConfiguration.SecurityGroupIds'),
  inOneVpc('AWS::Batch::ComputeEnvironment', 'ComputeResources.Subnets', 'ComputeResources.SecurityGroupIds'),
  inOneVpc('AWS::AppRunner::VpcConnector', 'Subnets', 'SecurityGroups'),
  inOneVpc('AWS::ApiGatewayV2::VpcLink', 'SubnetIds', 'SecurityGroupIds'),
  inOneVpc('AWS::Route53Resolver::ResolverEndpoint', 'IpAddresses.*.SubnetId', 'SecurityGroupIds'),
  inOneVpc('AWS::Synthetics::Canary', 'VPCConfig.SubnetIds', 'VPCConfig.SecurityGroupIds'),
  inOneVpc('AWS::FSx::FileSystem', 'SubnetIds', 'SecurityGroupIds'),
  inOneVpc('AWS::KinesisFirehose::DeliveryStream', ...firehose('SubnetIds'), ...firehose('SecurityGroupIds')),
  inOneVpc(
    'AWS::ECS::TaskSet',
    'NetworkConfiguration.AwsVpcConfiguration.Subnets',
    'NetworkConfiguration.AwsVpcConfiguration.SecurityGroups',
  ),
  inOneVpc(
    'AWS::Scheduler::Schedule',
    'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.Subnets',
    'Target.EcsParameters.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  ),
  inOneVpc('AWS::SageMaker::Domain', 'VpcId', 'SubnetIds', 'DomainSettings.SecurityGroupIds'),
  inOneVpc('AWS::SageMaker::Model', 'VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
  inOneVpc('AWS::EC2::TransitGatewayAttachment', 'VpcId', 'SubnetIds'),
  inOneVpc('AWS::EC2::TransitGatewayVpcAttachment', 'VpcId', 'SubnetIds'),
  inOneVpc('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', 'RouteTableId'),
  inOneVpc('AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId', 'NetworkAclId'),
  {
    type: 'AWS::EC2::Route',
    places: ['RouteTableId', 'GatewayId', 'NatGatewayId', 'EgressOnlyInternetGatewayId', 'VpcEndpointId'],
    says: 'route table … and network gateway … belong to different networks',
    source: 'https://github.com/aws/aws-cdk/issues/1140',
  },
  ...[
    ['AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancerArn', 'DefaultActions.*'] as const,
    ['AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn', 'Actions.*'] as const,
  ].map(([type, parent, action]) => ({
    type,
    places: [parent, `${action}.TargetGroupArn`, `${action}.ForwardConfig.TargetGroups.*.TargetGroupArn`],
    says: 'The following target groups are in a different VPC than load balancer …',
    source: 'https://github.com/aws/copilot-cli/issues/5473',
  })),
  ...RULE_DIRECTIONS.map(({ type, side }) => ({ type, places: ['GroupId', `${side}SecurityGroupId`], says: TWO, source: FORTINET })),
];

/** How a member of a VPC names it. */
export const VPC_OF: Readonly<Record<string, string>> = tableOf({
  'AWS::EC2::VPC': '',
  'AWS::EC2::Subnet': 'VpcId',
  'AWS::EC2::SecurityGroup': 'VpcId',
  'AWS::EC2::RouteTable': 'VpcId',
  'AWS::EC2::NetworkAcl': 'VpcId',
  'AWS::RDS::DBSubnetGroup': 'SubnetIds',
  'AWS::DocDB::DBSubnetGroup': 'SubnetIds',
  'AWS::Neptune::DBSubnetGroup': 'SubnetIds',
  'AWS::Redshift::ClusterSubnetGroup': 'SubnetIds',
  'AWS::DMS::ReplicationSubnetGroup': 'SubnetIds',
  'AWS::MemoryDB::SubnetGroup': 'SubnetIds',
  'AWS::DAX::SubnetGroup': 'SubnetIds',
  'AWS::ElastiCache::SubnetGroup': 'SubnetIds',
  'AWS::EC2::NatGateway': 'SubnetId',
  'AWS::EC2::EgressOnlyInternetGateway': 'VpcId',
  'AWS::EC2::VPCEndpoint': 'VpcId',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Subnets',
  'AWS::ElasticLoadBalancingV2::Listener': 'LoadBalancerArn',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'VpcId',
});
