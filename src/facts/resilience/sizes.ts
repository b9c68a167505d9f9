/** A setting that says how much a resource can carry: the standby's must not be smaller, or it cannot take over all traffic. */
export interface Size {
  readonly type: string;
  readonly path: string;
  /** How the setting is read: a number, or a class such as `db.r6g.xlarge`. */
  readonly form: 'number' | 'class';
  /** `store`: of a store that is promoted, which cannot grow first. `compute`: may grow when traffic arrives, if something scales it. */
  readonly of: 'store' | 'compute';
}

/**
 * Sources: https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html,
 * https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html
 */
export const SIZES: readonly Size[] = [
  { type: 'AWS::ECS::Service', path: 'DesiredCount', form: 'number', of: 'compute' },
  { type: 'AWS::AutoScaling::AutoScalingGroup', path: 'MinSize', form: 'number', of: 'compute' },
  { type: 'AWS::AutoScaling::AutoScalingGroup', path: 'MaxSize', form: 'number', of: 'store' },
  { type: 'AWS::Lambda::Function', path: 'ReservedConcurrentExecutions', form: 'number', of: 'store' },
  { type: 'AWS::Lambda::Function', path: 'MemorySize', form: 'number', of: 'store' },
  { type: 'AWS::Kinesis::Stream', path: 'ShardCount', form: 'number', of: 'store' },
  { type: 'AWS::OpenSearchService::Domain', path: 'ClusterConfig.InstanceCount', form: 'number', of: 'store' },
  { type: 'AWS::OpenSearchService::Domain', path: 'ClusterConfig.InstanceType', form: 'class', of: 'store' },
  { type: 'AWS::RDS::DBInstance', path: 'DBInstanceClass', form: 'class', of: 'store' },
  { type: 'AWS::RDS::DBCluster', path: 'DBClusterInstanceClass', form: 'class', of: 'store' },
  { type: 'AWS::ElastiCache::ReplicationGroup', path: 'CacheNodeType', form: 'class', of: 'store' },
  { type: 'AWS::ElastiCache::ReplicationGroup', path: 'NumNodeGroups', form: 'number', of: 'store' },
  { type: 'AWS::ElastiCache::ReplicationGroup', path: 'ReplicasPerNodeGroup', form: 'number', of: 'compute' },
  { type: 'AWS::ElastiCache::CacheCluster', path: 'CacheNodeType', form: 'class', of: 'store' },
  { type: 'AWS::MemoryDB::Cluster', path: 'NodeType', form: 'class', of: 'store' },
  { type: 'AWS::MemoryDB::Cluster', path: 'NumShards', form: 'number', of: 'store' },
  { type: 'AWS::Redshift::Cluster', path: 'NumberOfNodes', form: 'number', of: 'store' },
  { type: 'AWS::EKS::Nodegroup', path: 'ScalingConfig.DesiredSize', form: 'number', of: 'compute' },
  { type: 'AWS::EKS::Nodegroup', path: 'ScalingConfig.MaxSize', form: 'number', of: 'store' },
  { type: 'AWS::RDS::DBCluster', path: 'ServerlessV2ScalingConfiguration.MaxCapacity', form: 'number', of: 'store' },
  { type: 'AWS::DocDB::DBCluster', path: 'ServerlessV2ScalingConfiguration.MaxCapacity', form: 'number', of: 'store' },
  { type: 'AWS::Neptune::DBCluster', path: 'ServerlessScalingConfiguration.MaxCapacity', form: 'number', of: 'store' },
  { type: 'AWS::MSK::Cluster', path: 'NumberOfBrokerNodes', form: 'number', of: 'store' },
  { type: 'AWS::MSK::Cluster', path: 'BrokerNodeGroupInfo.InstanceType', form: 'class', of: 'store' },
  { type: 'AWS::AmazonMQ::Broker', path: 'HostInstanceType', form: 'class', of: 'store' },
];
