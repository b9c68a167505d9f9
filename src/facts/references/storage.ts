import { CLUSTER, called, KEY, LOG_GROUP, named, QUEUE, SECRET, SNAPSHOT, STREAM, TOPIC } from './named.js';
import { anywhere, inRegionOf, inStackRegion, type ReferenceRow, type ReferenceRows, templateReference } from './row.js';

/** Encrypts what is written to a bucket, and so is of the bucket's region. */
function keyOfBucket(bucketAt: string, path: string, source: string): ReferenceRow {
  return {
    path,
    ...called('key', KEY),
    region: { bucketAt },
    account: 'any',
    words: 'The key must be in the Region of the bucket.',
    fix: 'Create the key in {region}, the region of the bucket.',
    source,
  };
}

const FIREHOSE_BUCKETS = [
  'ExtendedS3DestinationConfiguration',
  'S3DestinationConfiguration',
  'ExtendedS3DestinationConfiguration.S3BackupConfiguration',
  'RedshiftDestinationConfiguration.S3Configuration',
  'RedshiftDestinationConfiguration.S3BackupConfiguration',
  'HttpEndpointDestinationConfiguration.S3Configuration',
  'SplunkDestinationConfiguration.S3Configuration',
  'AmazonopensearchserviceDestinationConfiguration.S3Configuration',
  'AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration',
  'ElasticsearchDestinationConfiguration.S3Configuration',
  'SnowflakeDestinationConfiguration.S3Configuration',
  'IcebergDestinationConfiguration.S3Configuration',
];

const SNAPSHOT_COPY = {
  words: 'DBSnapshotNotFound',
  fix: 'Copy the snapshot to {region} first and name the copy.',
  source: 'https://github.com/terraform-aws-modules/terraform-aws-rds-aurora/issues/339',
} as const;

const ownConfiguration: ReferenceRow = {
  path: 'LocationUri',
  types: ['AWS::S3::Bucket'],
  services: [],
  what: 'bucket of the configuration',
  form: 'bucket',
  region: 'any',
  account: 'stack',
  words: 'S3 Bucket not owned by this account',
  fix: 'Keep the configuration in a bucket of the account of the stack, or host it in AppConfig itself.',
  source: 'https://github.com/aws/aws-cdk/issues/15189',
};

/** Databases, streams, files, backups, and the keys of what they write elsewhere. */
export const STORAGE: ReferenceRows = {
  'AWS::SecretsManager::Secret': [
    inRegionOf('ReplicaRegions.*.Region', 'ReplicaRegions.*.KmsKeyId', called('replica', KEY), {
      check: 'global/replica-key-region',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    }),
  ],
  'AWS::AppConfig::ConfigurationProfile': [ownConfiguration],
  'AWS::EFS::FileSystem': [
    inRegionOf(
      'ReplicationConfiguration.Destinations.*.Region',
      'ReplicationConfiguration.Destinations.*.KmsKeyId',
      called('replica', KEY),
      {
        check: 'global/replica-key-region',
        source: 'https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html',
      },
    ),
    inRegionOf(
      'ReplicationConfiguration.Destinations.*.Region',
      'ReplicationConfiguration.Destinations.*.FileSystemId',
      named('AWS::EFS::FileSystem', 'elasticfilesystem', 'destination of the replication'),
      {
        fix: "Name the file system's region: `replicationConfiguration: efs.ReplicationConfiguration.existingFileSystem(fileSystem)`.",
        source: 'https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html',
      },
    ),
  ],
  'AWS::DynamoDB::GlobalTable': [
    inRegionOf('Replicas.*.Region', 'Replicas.*.KinesisStreamSpecification.StreamArn', called('stream of the replica', STREAM), {
      fix: "Create a stream in each replica's region, and pass it to that replica: `kinesisStream` of `dynamodb.TableV2`'s replica.",
      source: templateReference('AWS::DynamoDB::GlobalTable'),
    }),
    // `dynamodb/replica-key-region` checks it with the table's own key.
    anywhere('Replicas.*.SSESpecification.KMSMasterKeyId'),
  ],
  'AWS::RDS::DBCluster': [
    inStackRegion('SnapshotIdentifier', SNAPSHOT, SNAPSHOT_COPY),
    anywhere('ReplicationSourceIdentifier', templateReference('AWS::RDS::DBCluster')),
  ],
  'AWS::RDS::DBInstance': [
    inStackRegion('DBSnapshotIdentifier', SNAPSHOT, SNAPSHOT_COPY),
    inStackRegion('SourceDBClusterIdentifier', called('source cluster', CLUSTER), {
      words: 'The source DB cluster must be in the same AWS Region as the read replica.',
      fix: 'Replicate the cluster as a whole: an Aurora global database, or a cluster with `replicationSourceIdentifier`.',
      source: templateReference('AWS::RDS::DBInstance'),
    }),
    anywhere('SourceDBInstanceIdentifier', templateReference('AWS::RDS::DBInstance')),
    inRegionOf('AutomaticBackupReplicationRegion', 'AutomaticBackupReplicationKmsKeyId', KEY, {
      fix: 'Create the key in {region}, where the backups are replicated to.',
      source: templateReference('AWS::RDS::DBInstance'),
    }),
  ],
  'AWS::RDS::GlobalCluster': [anywhere('SourceDBClusterIdentifier', templateReference('AWS::RDS::GlobalCluster'))],
  'AWS::Backup::BackupPlan': [
    anywhere(
      'BackupPlan.BackupPlanRule.*.CopyActions.*.DestinationBackupVaultArn',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
    ),
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    ...FIREHOSE_BUCKETS.map((destination) =>
      keyOfBucket(
        `${destination}.BucketARN`,
        `${destination}.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN`,
        templateReference('AWS::KinesisFirehose::DeliveryStream'),
      ),
    ),
    inRegionOf(
      'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.Region',
      'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.DatabaseName',
      { types: ['AWS::Glue::Database'], services: [], what: 'database' },
      { source: templateReference('AWS::KinesisFirehose::DeliveryStream') },
    ),
  ],
  'AWS::Synthetics::Canary': [
    keyOfBucket('ArtifactS3Location', 'ArtifactConfig.S3Encryption.KmsKeyArn', templateReference('AWS::Synthetics::Canary')),
  ],
  'AWS::CloudTrail::Trail': [
    // A trail of all regions logs functions of all regions.
    anywhere('EventSelectors.*.DataResources.*.Values.*'),
    keyOfBucket('S3BucketName', 'KMSKeyId', 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html'),
    inStackRegion('CloudWatchLogsLogGroupArn', LOG_GROUP, { account: 'stack' }),
  ],
  'AWS::Config::DeliveryChannel': [
    keyOfBucket('S3BucketName', 'S3KmsKeyArn', templateReference('AWS::Config::DeliveryChannel')),
    // The bucket may be in another region, the topic only in another account.
    inStackRegion('SnsTopicARN', TOPIC, {
      fix: 'Create the topic in {region}, where the configuration is recorded.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/sns-topic-policy.html',
    }),
  ],
  'AWS::CleanRooms::ConfiguredTable': [
    inRegionOf('TableReference.Glue.Region', 'TableReference.Glue.DatabaseName', named('AWS::Glue::Database', '', 'database'), {
      source: templateReference('AWS::CleanRooms::ConfiguredTable'),
    }),
  ],
  'AWS::SSM::ResourceDataSync': [
    inRegionOf('S3Destination.BucketRegion', 'S3Destination.KMSKeyArn', KEY, {
      words: 'Must belong to the same Region as the destination S3 bucket.',
      fix: 'Create the key in {region}, the region of the bucket.',
      source: templateReference('AWS::SSM::ResourceDataSync'),
    }),
    inRegionOf('BucketRegion', 'KMSKeyArn', KEY, {
      words: 'You must specify a key that exist in the same AWS Region as the destination Amazon S3 bucket.',
      fix: 'Create the key in {region}, the region of the bucket.',
      source: templateReference('AWS::SSM::ResourceDataSync'),
    }),
  ],
  'AWS::GuardDuty::PublishingDestination': [
    keyOfBucket(
      'DestinationProperties.DestinationArn',
      'DestinationProperties.KmsKeyArn',
      'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    ),
  ],
  'AWS::KMS::Alias': [
    inStackRegion('TargetKeyId', called('key of the alias', KEY), {
      account: 'stack',
      fix: 'Create the alias in the stack of the key: `key.addAlias(…)` there.',
      source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html',
    }),
  ],
  'AWS::KMS::ReplicaKey': [anywhere('PrimaryKeyArn', templateReference('AWS::KMS::ReplicaKey'))],
  'AWS::SecretsManager::RotationSchedule': [inStackRegion('SecretId', SECRET)],
  'AWS::SecretsManager::SecretTargetAttachment': [inStackRegion('SecretId', SECRET)],
  'AWS::SQS::QueuePolicy': [
    inStackRegion('Queues.*', QUEUE, {
      account: {
        words: "Cross-account permissions don't apply to this action.",
        fix: 'Put the policy into the stack of the queue: `queue.addToResourcePolicy(…)` there.',
        source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      },
    }),
  ],
  'AWS::S3::BucketPolicy': [
    {
      ...anywhere('Bucket'),
      types: ['AWS::S3::Bucket'],
      what: 'bucket',
      form: 'bucket',
      account: {
        words: '405 Method Not Allowed',
        fix: 'Put the policy into the stack of the bucket: `bucket.addToResourcePolicy(…)` there.',
        source: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/clients/client-s3/classes/putbucketpolicycommand.html',
      },
    },
  ],
  'AWS::SNS::TopicPolicy': [inStackRegion('Topics.*', TOPIC)],
};
