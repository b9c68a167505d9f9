import { called, FUNCTION, KEY, LOG_GROUP, named, STREAM, TOPIC, USER_POOL } from './named.js';
import { inStackRegion, type Named, type ReferenceRow, type ReferenceRows, rowsByType, templateReference } from './row.js';

type Stated = readonly [type: string, path: string, named: Named, words: string, account?: 'stack'];

const BUCKET: Named = { types: ['AWS::S3::Bucket'], services: [], what: 'bucket', form: 'bucket' };
const IMAGE: Named = { types: ['AWS::ECR::Repository'], services: [], what: 'image', form: 'image' };
const MODEL_BUCKET = called('bucket of the model artifacts', BUCKET);
const S3_OF_MODEL = 'The model artifacts must be in an S3 bucket that is in the same region as the model or endpoint you are creating.';
const IMAGE_OF_MODEL =
  'The model artifacts in an Amazon S3 bucket and the Docker image for inference container in Amazon EC2 Container Registry must be in the same region as the model or endpoint you are creating.';
const S3_OF_SOURCE = 'Your input bucket must be located in same AWS region as your training job.';
const S3_OF_ALGORITHM = 'The model artifacts must be in an S3 bucket that is in the same AWS region as the algorithm.';
const S3_OF_PACKAGE = 'The model artifacts must be in an S3 bucket that is in the same region as the model package.';
const METADATA_KEY = 'You must specify a customer-managed KMS key that is located in the same Region as the general purpose bucket.';
const KENDRA: Named = named('AWS::Kendra::Index', 'kendra', 'index');

/** Properties whose text in the CloudFormation Template Reference names the region, and some the account, with that text. */
const STATED: readonly Stated[] = [
  [
    'AWS::ECS::Service',
    'ServiceConnectConfiguration.Namespace',
    named('AWS::ServiceDiscovery::HttpNamespace,AWS::ServiceDiscovery::PrivateDnsNamespace', 'servicediscovery', 'namespace'),
    'The namespace must be in the same AWS Region as the Amazon ECS service and cluster.',
  ],
  [
    'AWS::ECS::Cluster',
    'ServiceConnectDefaults.Namespace',
    named('AWS::ServiceDiscovery::HttpNamespace,AWS::ServiceDiscovery::PrivateDnsNamespace', 'servicediscovery', 'namespace'),
    'The namespace must be in this account and this AWS Region.',
    'stack',
  ],
  [
    'AWS::FSx::FileSystem',
    'WindowsConfiguration.AuditLogConfiguration.AuditLogDestination',
    named('AWS::Logs::LogGroup,AWS::KinesisFirehose::DeliveryStream', 'logs,firehose', 'destination of the audit logs'),
    'The destination ARN must be in the same AWS partition, AWS Region, and AWS account as your Amazon FSx file system.',
    'stack',
  ],
  [
    'AWS::IoT::DomainConfiguration',
    'ServerCertificateConfig.OcspLambdaArn',
    FUNCTION,
    'The Lambda function must be in the same account and region as the domain configuration.',
    'stack',
  ],
  [
    'AWS::IoT::DomainConfiguration',
    'ServerCertificateConfig.OcspAuthorizedResponderArn',
    named('AWS::CertificateManager::Certificate', 'acm', 'certificate'),
    'The certificate must be in the same account and region as the domain configuration.',
    'stack',
  ],
  [
    'AWS::Cognito::IdentityPool',
    'CognitoStreams.StreamName',
    STREAM,
    "This stream must be in the developer's account and in the same Region as the identity pool.",
  ],
  [
    'AWS::Cognito::LogDeliveryConfiguration',
    'LogConfigurations.*.CloudWatchLogsConfiguration.LogGroupArn',
    LOG_GROUP,
    'The log group must be in the same AWS account as your user pool.',
    'stack',
  ],
  [
    'AWS::CloudWatch::MetricStream',
    'FirehoseArn',
    named('AWS::KinesisFirehose::DeliveryStream', 'firehose', 'delivery stream'),
    'This Amazon Kinesis Firehose delivery stream must already exist and must be in the same account as the metric stream.',
    'stack',
  ],
  [
    'AWS::ApiGateway::VpcLink',
    'TargetArns.*',
    named('AWS::ElasticLoadBalancingV2::LoadBalancer', 'elasticloadbalancing', 'load balancer'),
    'The network load balancer must be owned by the same AWS account of the API owner.',
    'stack',
  ],
  [
    'AWS::Backup::BackupPlan',
    'BackupPlan.BackupPlanRule.*.TargetLogicallyAirGappedBackupVaultArn',
    named('AWS::Backup::LogicallyAirGappedBackupVault', 'backup', 'backup vault'),
    'ARN must be in the same account and Region.',
    'stack',
  ],
  [
    'AWS::Lex::Bot',
    'BotLocales.*.Intents.*.KendraConfiguration.KendraIndex',
    KENDRA,
    'The index must be in the same account and Region as the Amazon Lex bot.',
    'stack',
  ],
  [
    'AWS::Lex::Bot',
    'BotLocales.*.Intents.*.QnAIntentConfiguration.DataSourceConfiguration.KendraConfiguration.KendraIndex',
    KENDRA,
    'The index must be in the same account and Region as the Amazon Lex bot.',
    'stack',
  ],
  [
    'AWS::GameLift::MatchmakingConfiguration',
    'RuleSetName',
    named('AWS::GameLift::MatchmakingRuleSet', 'gamelift', 'rule set'),
    'A matchmaking configuration can only use rule sets that are defined in the same Region.',
  ],
  [
    'AWS::GameLift::Build',
    'StorageLocation.Bucket',
    called('bucket of the build', BUCKET),
    'The S3 bucket and your new build must be in the same Region.',
  ],
  [
    'AWS::GameLift::Script',
    'StorageLocation.Bucket',
    called('bucket of the script', BUCKET),
    'The S3 bucket must be in the same Region where you want to create a new script.',
  ],
  ['AWS::GameLift::Fleet', 'PeerVpcId', named('AWS::EC2::VPC', '', 'VPC'), 'The VPC must be in the same Region as your fleet.'],
  [
    'AWS::MediaLive::Channel',
    'Destinations.*.MultiplexSettings.MultiplexId',
    named('AWS::MediaLive::Multiplex', 'medialive', 'multiplex'),
    'The Multiplex must be in the same region as the Channel.',
  ],
  [
    'AWS::NetworkFirewall::ContainerAssociation',
    'ContainerMonitoringConfigurations.*.ClusterArn',
    named('AWS::EKS::Cluster,AWS::ECS::Cluster', 'eks,ecs', 'cluster'),
    'The cluster must be in the same Region and account as the container association.',
    'stack',
  ],
  [
    'AWS::SageMaker::Workteam',
    'MemberDefinitions.*.CognitoMemberDefinition.CognitoUserPool',
    USER_POOL,
    'The user pool must be in the same region as the service that you are calling.',
  ],
  ['AWS::SageMaker::Model', 'PrimaryContainer.Image', IMAGE, IMAGE_OF_MODEL],
  ['AWS::SageMaker::Model', 'Containers.*.Image', IMAGE, IMAGE_OF_MODEL],
  ['AWS::SageMaker::Model', 'PrimaryContainer.ModelDataUrl', MODEL_BUCKET, S3_OF_MODEL],
  ['AWS::SageMaker::Model', 'Containers.*.ModelDataUrl', MODEL_BUCKET, S3_OF_MODEL],
  ['AWS::SageMaker::Model', 'PrimaryContainer.ModelDataSource.S3DataSource.S3Uri', MODEL_BUCKET, S3_OF_SOURCE],
  ['AWS::SageMaker::Model', 'Containers.*.ModelDataSource.S3DataSource.S3Uri', MODEL_BUCKET, S3_OF_SOURCE],
  ['AWS::SageMaker::ModelPackage', 'SourceAlgorithmSpecification.SourceAlgorithms.*.ModelDataUrl', MODEL_BUCKET, S3_OF_ALGORITHM],
  ['AWS::SageMaker::ModelPackage', 'InferenceSpecification.Containers.*.ModelDataUrl', MODEL_BUCKET, S3_OF_PACKAGE],
  ['AWS::SageMaker::ModelPackage', 'AdditionalInferenceSpecifications.*.Containers.*.ModelDataUrl', MODEL_BUCKET, S3_OF_PACKAGE],
  [
    'AWS::Comprehend::DocumentClassifier',
    'InputDataConfig.S3Uri',
    called('bucket of the training data', BUCKET),
    'The S3 bucket must be in the same Region as the API endpoint that you are calling.',
  ],
  [
    'AWS::Comprehend::DocumentClassifier',
    'InputDataConfig.TestS3Uri',
    called('bucket of the test data', BUCKET),
    'The URI must be in the same AWS Region as the API endpoint that you are calling.',
  ],
  [
    'AWS::Comprehend::DocumentClassifier',
    'OutputDataConfig.S3Uri',
    called('bucket of the output', BUCKET),
    'The URI must be in the same Region as the API endpoint that you are calling.',
  ],
  [
    'AWS::GameLiftStreams::Application',
    'ApplicationSourceUri',
    called('bucket of the application', BUCKET),
    'The Amazon S3 bucket and the Amazon GameLift Streams application must be in the same AWS Region.',
  ],
  [
    'AWS::Route53Resolver::FirewallDomainList',
    'DomainFileUrl',
    called('bucket of the domain list', BUCKET),
    "The file must be in an S3 bucket that's in the same Region as your DNS Firewall.",
  ],
  [
    'AWS::Kinesis::Channel',
    'S3DestinationConfiguration.StorageConfiguration.BucketARN',
    called('bucket of the channel', BUCKET),
    'Buckets can be cross-account but must be in the same region as the channel.',
  ],
  [
    'AWS::Kinesis::Channel',
    'S3TablesDestinationConfiguration.S3TablesConfigurationList.*.TableBucketARN',
    named('AWS::S3Tables::TableBucket', 's3tables', 'table bucket'),
    'Buckets can be cross-account but must be in the same region as the channel.',
  ],
  [
    'AWS::S3::Bucket',
    'MetadataConfiguration.AnnotationTableConfiguration.EncryptionConfiguration.KmsKeyArn',
    called('key of the metadata table', KEY),
    METADATA_KEY,
  ],
  [
    'AWS::S3::Bucket',
    'MetadataTableConfiguration.S3TablesDestination.TableBucketArn',
    named('AWS::S3Tables::TableBucket', 's3tables', 'table bucket'),
    'The destination table bucket must be in the same Region and AWS account as the general purpose bucket.',
    'stack',
  ],
  [
    'AWS::S3::Bucket',
    'MetadataConfiguration.JournalTableConfiguration.EncryptionConfiguration.KmsKeyArn',
    called('key of the metadata table', KEY),
    METADATA_KEY,
  ],
  [
    'AWS::S3::Bucket',
    'MetadataConfiguration.InventoryTableConfiguration.EncryptionConfiguration.KmsKeyArn',
    called('key of the metadata table', KEY),
    METADATA_KEY,
  ],
  [
    'AWS::Location::APIKey',
    'Restrictions.AllowResources.*',
    { types: [], services: ['geo', 'geo-maps', 'geo-places', 'geo-routes'], what: 'resource' },
    'The resources must be in the same partition, region, and account-id as the key that is being created.',
    'stack',
  ],
];

/** The same in the reference of a service's API, on the page that is named. */
const STATED_BY_API: readonly (readonly [type: string, path: string, named: Named, words: string, source: string])[] = [
  [
    'AWS::CodeCommit::Repository',
    'Triggers.*.DestinationArn',
    called('target of the trigger', TOPIC, FUNCTION),
    'The AWS Region for the trigger target does not match the AWS Region for the repository.',
    'https://docs.aws.amazon.com/botocore/latest/reference/services/codecommit/client/exceptions/InvalidRepositoryTriggerRegionException.html',
  ],
  [
    'AWS::CodeBuild::Project',
    'Source.BuildSpec',
    called('bucket of the buildspec', BUCKET),
    'The bucket must be in the same AWS Region as the build project.',
    'https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/codebuild/aws.sdk.kotlin.services.codebuild.model/-start-build-request/-builder/buildspec-override.html',
  ],
  [
    'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    'ResourceId',
    named('AWS::EC2::VPC', '', 'VPC'),
    'The VPCs and the query logging configuration must be in the same Region.',
    'https://docs.aws.amazon.com/goto/WebAPI/route53resolver/AssociateResolverQueryLogConfig',
  ],
  [
    'AWS::IVS::RecordingConfiguration',
    'DestinationConfiguration.S3.BucketName',
    called('bucket of the recordings', BUCKET),
    'Ensure that your S3 bucket is in the same region as the recording configuration.',
    'https://docs.aws.amazon.com/ivs/latest/APIReference/API_CreateRecordingConfiguration.html',
  ],
  [
    'AWS::ElasticBeanstalk::ApplicationVersion',
    'SourceBundle.S3Bucket',
    called('bucket of the source bundle', BUCKET),
    'The Amazon S3 bucket must be in the same region as the environment.',
    templateReference('AWS::ElasticBeanstalk::ApplicationVersion'),
  ],
];

/** No page says of it in which region it is, so the row has no source. */
const profileSource = inStackRegion('ModelSource.CopyFrom', {
  types: ['AWS::Bedrock::ApplicationInferenceProfile'],
  services: ['bedrock'],
  what: 'source of the inference profile',
});

export const STATED_ROWS: ReferenceRows = rowsByType([
  ['AWS::Bedrock::ApplicationInferenceProfile', profileSource],
  ...STATED_BY_API.map(([type, path, target, words, source]) => [type, inStackRegion(path, target, { words, source })] as const),
  ...STATED.map(([type, path, target, words, account]): readonly [string, ReferenceRow] => [
    type,
    inStackRegion(path, target, {
      words,
      account: account ?? 'any',
      source: templateReference(type),
      ...(target.form === 'image' && { check: 'region/image-region' }),
    }),
  ]),
]);
