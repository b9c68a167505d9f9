/** Places of one resource that must all be in one VPC: subnets, security groups, route tables, gateways, the VPC itself. */
export interface VpcMembers {
  readonly type: string;
  /** Paths below `Properties`, of one value or of a list. */
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
  inOneVpc('AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', 'RouteTableId'),
  { type: 'AWS::EC2::SecurityGroupIngress', places: ['GroupId', 'SourceSecurityGroupId'], says: TWO, source: FORTINET },
  { type: 'AWS::EC2::SecurityGroupEgress', places: ['GroupId', 'DestinationSecurityGroupId'], says: TWO, source: FORTINET },
];

/** How a member of a VPC names it. */
export const VPC_OF: Readonly<Record<string, string>> = {
  'AWS::EC2::VPC': '',
  'AWS::EC2::Subnet': 'VpcId',
  'AWS::EC2::SecurityGroup': 'VpcId',
  'AWS::EC2::RouteTable': 'VpcId',
  'AWS::RDS::DBSubnetGroup': 'SubnetIds',
  'AWS::ElastiCache::SubnetGroup': 'SubnetIds',
};
