import { tableOf } from '../table-of.js';
/** Types whose absence on one side of a pair of regional stacks means that this side cannot take over. */
export const TYPES_THAT_MATTER: readonly string[] = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppSync::GraphQLApi',
  'AWS::CloudWatch::Alarm',
  'AWS::DocDB::DBCluster',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
];

/** Types that stand in for another: a replica of a key is as good as a key. */
export const STAND_INS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::KMS::Key': ['AWS::KMS::ReplicaKey'],
  // A secondary of a global database may have storage only.
  'AWS::RDS::DBInstance': ['AWS::RDS::DBCluster'],
  'AWS::ApiGateway::RestApi': ['AWS::ApiGatewayV2::Api'],
  'AWS::ApiGatewayV2::Api': ['AWS::ApiGateway::RestApi'],
});

/** Settings that the copies of a resource should share: protection, encryption, backup, runtime. */
export const COPIED_SETTINGS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::DynamoDB::Table': [
    'DeletionProtectionEnabled',
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    'SSESpecification.SSEEnabled',
  ],
  'AWS::ECR::Repository': ['ImageScanningConfiguration.ScanOnPush'],
  'AWS::EFS::FileSystem': ['Encrypted'],
  'AWS::KMS::Key': ['EnableKeyRotation', 'MultiRegion'],
  'AWS::Lambda::Function': ['Handler', 'MemorySize', 'Runtime', 'Timeout'],
  'AWS::Logs::LogGroup': ['RetentionInDays'],
  'AWS::RDS::DBCluster': ['BackupRetentionPeriod', 'DeletionProtection', 'StorageEncrypted'],
  'AWS::RDS::DBInstance': [
    'BackupRetentionPeriod',
    'DBInstanceClass',
    'DeletionProtection',
    'EngineVersion',
    'MultiAZ',
    'StorageEncrypted',
  ],
  'AWS::S3::Bucket': ['VersioningConfiguration.Status'],
  'AWS::SQS::Queue': ['MessageRetentionPeriod', 'VisibilityTimeout'],
});
