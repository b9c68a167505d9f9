import { tableOf } from '../table-of.js';
/**
 * Properties whose change the service specification calls "conditional" (it may replace the resource), and which the service changes in place: with a
 * restart at most. Sources: the operations that take them.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html, of instances whose root volume is an EBS volume
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheCluster.html and API_ModifyReplicationGroup.html
 * https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_UpdateApplication.html
 * https://docs.aws.amazon.com/codecommit/latest/APIReference/API_PutRepositoryTriggers.html
 */
export const IN_PLACE: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::CodeCommit::Repository': ['Triggers'],
  'AWS::EC2::Instance': ['EbsOptimized', 'InstanceType', 'KernelId', 'RamdiskId', 'SecurityGroupIds', 'UserData'],
  // https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterConfig.html
  'AWS::EKS::Cluster': ['ResourcesVpcConfig.SecurityGroupIds', 'ResourcesVpcConfig.SubnetIds'],
  'AWS::ElastiCache::CacheCluster': ['NumCacheNodes'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::EMRServerless::Application': [
    'Architecture',
    'AutoStartConfiguration',
    'AutoStopConfiguration',
    'ImageConfiguration',
    'InitialCapacity',
    'MaximumCapacity',
    'NetworkConfiguration',
    'ReleaseLabel',
    'WorkerTypeSpecifications',
  ],
  'AWS::RDS::DBInstance': [
    'AutoMinorVersionUpgrade',
    'BackupRetentionPeriod',
    'DBParameterGroupName',
    'MultiAZ',
    'PreferredMaintenanceWindow',
    'StorageType',
  ],
});
