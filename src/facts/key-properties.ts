/**
 * Properties that name the key with which a service encrypts the resource itself, so that the key must be in its region.
 * Left out: keys for data that lies elsewhere (CloudTrail, Config and Firehose write to buckets; replicas, copies, pipelines).
 * Source: the property's text in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ and
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html ("KMS keys … can be used only in the Region in which they are created").
 */
const TABLE = `
AWS::AppRunner::Service               EncryptionConfiguration.KmsKey
AWS::Backup::BackupVault              EncryptionKeyArn
AWS::CodeArtifact::Domain             EncryptionKey
AWS::DSQL::Cluster                    KmsEncryptionKey
AWS::DocDB::DBCluster                 KmsKeyId
AWS::DynamoDB::Table                  SSESpecification.KMSMasterKeyId
AWS::EC2::Volume                      KmsKeyId
AWS::ECR::Repository                  EncryptionConfiguration.KmsKey
AWS::EFS::FileSystem                  KmsKeyId
AWS::EKS::Cluster                     EncryptionConfig.*.Provider.KeyArn
AWS::ElastiCache::ReplicationGroup    KmsKeyId
AWS::ElastiCache::ServerlessCache     KmsKeyId
AWS::Events::EventBus                 KmsKeyIdentifier
AWS::FSx::FileSystem                  KmsKeyId
AWS::Kinesis::Stream                  StreamEncryption.KeyId
AWS::KinesisFirehose::DeliveryStream  DeliveryStreamEncryptionConfigurationInput.KeyARN
AWS::Lambda::Function                 KmsKeyArn
AWS::Logs::LogGroup                   KmsKeyId
AWS::MSK::Cluster                     EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId
AWS::MemoryDB::Cluster                KmsKeyId
AWS::Neptune::DBCluster               KmsKeyId
AWS::OpenSearchService::Domain        EncryptionAtRestOptions.KmsKeyId
AWS::RDS::DBCluster                   KmsKeyId
AWS::RDS::DBCluster                   PerformanceInsightsKmsKeyId
AWS::RDS::DBInstance                  KmsKeyId
AWS::RDS::DBInstance                  PerformanceInsightsKMSKeyId
AWS::Redshift::Cluster                KmsKeyId
AWS::RedshiftServerless::Namespace    KmsKeyId
AWS::S3::Bucket                       BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.KMSMasterKeyID
AWS::S3Tables::TableBucket            EncryptionConfiguration.KMSKeyArn
AWS::SNS::Topic                       KmsMasterKeyId
AWS::SQS::Queue                       KmsMasterKeyId
AWS::SageMaker::NotebookInstance      KmsKeyId
AWS::SecretsManager::Secret           KmsKeyId
AWS::StepFunctions::StateMachine      EncryptionConfiguration.KmsKeyId
AWS::Timestream::Database             KmsKeyId
AWS::WorkSpaces::Workspace            VolumeEncryptionKey
`;

/** Dotted paths below `Properties` by type; `*` stands for every element of a list. */
export const KEY_PATHS: ReadonlyMap<string, readonly string[]> = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [string, string])
  .reduce((paths, [type, path]) => paths.set(type, [...(paths.get(type) ?? []), path]), new Map<string, readonly string[]>());
