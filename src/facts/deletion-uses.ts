/** A place that names what cannot be deleted while the resource exists. */
export interface DeletionUse {
  readonly type: string;
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly used: string;
  /** What the service answers. */
  readonly answer: string;
}

/**
 * A line with the answer and the page of the operation that deletes the used type, below https://docs.aws.amazon.com/, and the issue on GitHub that
 * quotes the answer where the page does not; below it the types that use one, with the place.
 */
const TABLE = `
AWS::EC2::SecurityGroup | resource … has a dependent object | AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html eksctl-io/eksctl#1849
AWS::DocDB::DBCluster VpcSecurityGroupIds
AWS::ElastiCache::CacheCluster VpcSecurityGroupIds
AWS::ElastiCache::ReplicationGroup SecurityGroupIds
AWS::FSx::FileSystem SecurityGroupIds
AWS::Neptune::DBCluster VpcSecurityGroupIds
AWS::OpenSearchService::Domain VPCOptions.SecurityGroupIds
AWS::RDS::DBCluster VpcSecurityGroupIds
AWS::RDS::DBInstance VPCSecurityGroups
AWS::Redshift::Cluster VpcSecurityGroupIds
AWS::DAX::Cluster SecurityGroupIds
AWS::EC2::Instance SecurityGroupIds
AWS::EFS::MountTarget SecurityGroups
AWS::ElasticLoadBalancingV2::LoadBalancer SecurityGroups
AWS::Lambda::Function VpcConfig.SecurityGroupIds
AWS::MSK::Cluster BrokerNodeGroupInfo.SecurityGroups
AWS::MemoryDB::Cluster SecurityGroupIds
AWS::EC2::Subnet | The subnet … has dependencies and cannot be deleted | AWSEC2/latest/APIReference/API_DeleteSubnet.html aws/aws-cdk#14456
AWS::EC2::Instance SubnetId
AWS::EC2::NatGateway SubnetId
AWS::EFS::MountTarget SubnetId
AWS::ElasticLoadBalancingV2::LoadBalancer Subnets
AWS::Lambda::Function VpcConfig.SubnetIds
AWS::MSK::Cluster BrokerNodeGroupInfo.ClientSubnets
AWS::RDS::DBClusterParameterGroup | One or more database instances are still members of this parameter group | AmazonRDS/latest/APIReference/API_DeleteDBClusterParameterGroup.html aws/aws-cdk#35286
AWS::RDS::DBCluster DBClusterParameterGroupName
AWS::RDS::DBParameterGroup | One or more database instances are still members of this parameter group | AmazonRDS/latest/APIReference/API_DeleteDBParameterGroup.html terraform-aws-modules/terraform-aws-rds-aurora#466
AWS::RDS::DBInstance DBParameterGroupName
AWS::RDS::OptionGroup | The option group … cannot be deleted because it is in use | AmazonRDS/latest/APIReference/API_DeleteOptionGroup.html awsdocs/aws-cloudformation-user-guide#383
AWS::RDS::DBInstance OptionGroupName
AWS::DocDB::DBClusterParameterGroup | One or more database instances are still members of this parameter group | documentdb/latest/developerguide/API_DeleteDBClusterParameterGroup.html aws/aws-cdk#29429
AWS::DocDB::DBCluster DBClusterParameterGroupName
AWS::Neptune::DBClusterParameterGroup | InvalidDBParameterGroupState | neptune/latest/apiref/API_DeleteDBClusterParameterGroup.html
AWS::Neptune::DBCluster DBClusterParameterGroupName
AWS::ElastiCache::ParameterGroup | One or more cache clusters are still members of this parameter group | AmazonElastiCache/latest/APIReference/API_DeleteCacheParameterGroup.html aws-controllers-k8s/community#2004
AWS::ElastiCache::CacheCluster CacheParameterGroupName
AWS::ElastiCache::ReplicationGroup CacheParameterGroupName
AWS::MemoryDB::SubnetGroup | The subnet group is currently in use | memorydb/latest/APIReference/API_DeleteSubnetGroup.html
AWS::MemoryDB::Cluster SubnetGroupName
AWS::DAX::SubnetGroup | The specified subnet group is currently in use | amazondynamodb/latest/APIReference/API_dax_DeleteSubnetGroup.html
AWS::DAX::Cluster SubnetGroupName
AWS::ECS::Cluster | The Cluster cannot be deleted while Services are active | AmazonECS/latest/APIReference/API_DeleteCluster.html aws/amazon-ecs-cli#368
AWS::ECS::Service Cluster
AWS::EKS::Cluster | Cluster has nodegroups attached | eks/latest/APIReference/API_DeleteCluster.html gruntwork-io/cloud-nuke#148
AWS::EKS::Nodegroup ClusterName
AWS::EFS::FileSystem | FileSystemInUse | efs/latest/ug/API_DeleteFileSystem.html
AWS::EFS::MountTarget FileSystemId
AWS::CertificateManager::Certificate | ResourceInUseException | acm/latest/APIReference/API_DeleteCertificate.html
AWS::CloudFront::Distribution DistributionConfig.ViewerCertificate.AcmCertificateArn
AWS::ElasticLoadBalancingV2::Listener Certificates.*.CertificateArn
AWS::ApiGateway::DomainName CertificateArn
AWS::ApiGateway::DomainName RegionalCertificateArn
AWS::ApiGatewayV2::DomainName DomainNameConfigurations.*.CertificateArn
AWS::Cognito::UserPoolDomain CustomDomainConfig.CertificateArn
AWS::Cognito::UserPool | User pool cannot be deleted. It has a domain configured that should be deleted first. | hashicorp/terraform-provider-aws#16479
AWS::Cognito::UserPoolDomain UserPoolId
AWS::ElasticLoadBalancingV2::TargetGroup | Target group … is currently in use by a listener or a rule | elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html cloudposse/terraform-aws-alb-ingress#24
AWS::ElasticLoadBalancingV2::Listener DefaultActions.*.TargetGroupArn
AWS::ElasticLoadBalancingV2::ListenerRule Actions.*.TargetGroupArn
AWS::ApiGateway::Deployment | Active stages pointing to this deployment must be moved or deleted | apigateway/latest/api/API_DeleteDeployment.html hashicorp/terraform#22792
AWS::ApiGateway::Stage DeploymentId
AWS::ServiceDiscovery::Service | Service contains registered instances; delete the instances before deleting the service | cloud-map/latest/api/API_DeleteService.html hashicorp/terraform-provider-aws#4853
AWS::ECS::Service ServiceRegistries.*.RegistryArn
AWS::IAM::Role | Cannot delete entity, must remove roles from instance profile first | IAM/latest/APIReference/API_DeleteRole.html cloud-custodian/cloud-custodian#6340
AWS::IAM::InstanceProfile Roles
AWS::IAM::ManagedPolicy | Cannot delete a policy attached to entities | IAM/latest/APIReference/API_DeletePolicy.html gchq/sleeper#3956
AWS::IAM::Role ManagedPolicyArns
AWS::IAM::User ManagedPolicyArns
AWS::IAM::Group ManagedPolicyArns
AWS::Backup::BackupPlan | Related backup plan selections must be deleted prior to backup plan deletion | aws-backup/latest/devguide/API_DeleteBackupPlan.html hashicorp/terraform-provider-aws#10414
AWS::Backup::BackupSelection BackupPlanId
AWS::WAFv2::WebACL | WAFAssociatedItemException | waf/latest/APIReference/API_DeleteWebACL.html
AWS::CloudFront::Distribution DistributionConfig.WebACLId
AWS::CloudFront::OriginAccessControl | OriginAccessControlInUse | cloudfront/latest/APIReference/API_DeleteOriginAccessControl.html
AWS::CloudFront::Distribution DistributionConfig.Origins.*.OriginAccessControlId
AWS::CloudFront::CachePolicy | CachePolicyInUse | cloudfront/latest/APIReference/API_DeleteCachePolicy.html
AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.CachePolicyId
AWS::NetworkFirewall::FirewallPolicy | InvalidOperationException | network-firewall/latest/APIReference/API_DeleteFirewallPolicy.html
AWS::NetworkFirewall::Firewall FirewallPolicyArn
`;

/** By the type that uses. */
export const DELETION_USES: ReadonlyMap<string, readonly DeletionUse[]> = parse();

function parse(): ReadonlyMap<string, readonly DeletionUse[]> {
  const rows = new Map<string, DeletionUse[]>();
  let current: readonly [used: string, answer: string] = ['', ''];
  for (const line of TABLE.trim().split('\n')) {
    const [used = '', answer] = line.split(' | ');
    if (answer !== undefined) {
      current = [used, answer];
      continue;
    }
    const [type = '', path = ''] = line.split(' ');
    rows.set(type, [...(rows.get(type) ?? []), { type, path, used: current[0], answer: current[1] }]);
  }
  return rows;
}
