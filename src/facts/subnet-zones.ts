import { exception, operation, threads } from './identities/row.js';

/** How the subnets of one resource must lie in availability zones. */
export interface SubnetZones {
  readonly type: string;
  /** Places of subnets, as paths below `Properties`; `*` for each element of a list. The first that is there counts. */
  readonly subnets: readonly string[];
  /** The subnets are those of the subnet group that the place names. */
  readonly isGroup?: true;
  /** `two`: in two zones at least. `distinct`: each in a zone of its own. */
  readonly rule: 'two' | 'distinct';
  /** A property that must have one of these values; `''` stands for absent. */
  readonly when?: readonly [path: string, values: readonly string[]];
  /** AWS's own words. */
  readonly says: string;
  readonly sources: readonly string[];
}

const ELB = 'elasticloadbalancing/latest/APIReference';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const BALANCER_SUBNETS = ['Subnets', 'SubnetMappings.*.SubnetId'];
const COVERAGE = "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. … Add subnets to cover at least 2 AZs.";
const ONE_EACH = 'You can specify only one subnet per Availability Zone.';
const SAME = 'A load balancer cannot be attached to multiple subnets in the same Availability Zone';

export const SUBNET_ZONES: readonly SubnetZones[] = [
  {
    type: BALANCER,
    subnets: BALANCER_SUBNETS,
    rule: 'two',
    when: ['Type', ['', 'application']],
    says: 'At least two subnets in two different Availability Zones must be specified',
    sources: [...threads('aws-samples/aws-cdk-examples#226'), operation(ELB, 'CreateLoadBalancer')],
  },
  {
    type: BALANCER,
    subnets: BALANCER_SUBNETS,
    rule: 'distinct',
    says: SAME,
    sources: threads('aws/aws-cdk#3126', 'aws/aws-cdk#3626', 'aws-samples/aws-scalable-big-blue-button-example#51'),
  },
  {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    subnets: ['Subnets'],
    rule: 'distinct',
    says: SAME,
    sources: threads('terraform-aws-modules/terraform-aws-elb#48', 'aws/aws-cdk#2833'),
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    subnets: ['SubnetIds'],
    rule: 'distinct',
    says: 'Found another VPC endpoint subnet in the availability zone of … VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.',
    sources: threads('terraform-aws-modules/terraform-aws-vpc#451', 'terraform-aws-modules/terraform-aws-vpc#583'),
  },
  ...['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'].map((type) => ({
    type,
    subnets: ['SubnetIds'],
    rule: 'distinct' as const,
    says: ONE_EACH,
    sources: [operation('AWSEC2/latest/APIReference', 'CreateTransitGatewayVpcAttachment')],
  })),
  ...['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'].map((type) => ({
    type,
    subnets: ['SubnetIds'],
    rule: 'two' as const,
    says: COVERAGE,
    sources: threads(
      'aws/aws-cdk#8279',
      'hashicorp/terraform-provider-aws#17373',
      'aws-cloudformation/aws-cloudformation-resource-providers-rds#189',
    ),
  })),
  {
    type: 'AWS::DMS::ReplicationSubnetGroup',
    subnets: ['SubnetIds'],
    rule: 'two',
    says: 'ReplicationSubnetGroupDoesNotCoverEnoughAZs',
    sources: [exception('dms', 'ReplicationSubnetGroupDoesNotCoverEnoughAZs')],
  },
  {
    type: 'AWS::RDS::DBCluster',
    subnets: ['DBSubnetGroupName'],
    isGroup: true,
    rule: 'distinct',
    when: ['EngineMode', ['serverless']],
    says: "Aurora Serverless doesn't support DB subnet groups with subnets in the same Availability Zone.",
    sources: threads('aws-samples/aws-eda-slurm-cluster#69'),
  },
  {
    type: 'AWS::EKS::Cluster',
    subnets: ['ResourcesVpcConfig.SubnetIds'],
    rule: 'two',
    says: 'You must specify at least two subnets that are in different Availability Zones.',
    sources: [operation('eks/latest/APIReference', 'UpdateClusterConfig')],
  },
  ...['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'].map((type) => ({
    type,
    subnets: ['VpcSettings.SubnetIds'],
    rule: 'distinct' as const,
    says: 'The two subnets must be in different Availability Zones.',
    sources: [operation('directoryservice/latest/devguide', 'DirectoryVpcSettings')],
  })),
  {
    type: 'AWS::AmazonMQ::Broker',
    subnets: ['SubnetIds'],
    rule: 'distinct',
    says: 'If you specify more than one subnet, the subnets must be in different Availability Zones.',
    sources: ['https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html'],
  },
];
