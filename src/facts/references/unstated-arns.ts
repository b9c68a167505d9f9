import { tableOf } from '../../table-of.js';
import {
  CERTIFICATE,
  CLUSTER,
  called,
  DELIVERY_STREAM,
  FUNCTION,
  KEY,
  LOG_GROUP,
  named,
  QUEUE,
  SECRET,
  STATE_MACHINE,
  STREAM,
  TABLE,
  TOPIC,
} from './named.js';
import { inStackRegion, type Named, type ReferenceRow, type ReferenceRows, rowsByType } from './row.js';

/** What stands at a place of the table below. */
const KINDS: Readonly<Record<string, Named>> = tableOf({
  alarm: named('AWS::CloudWatch::Alarm,AWS::CloudWatch::CompositeAlarm', 'cloudwatch', 'alarm'),
  app: named('AWS::Pinpoint::App', 'mobiletargeting', 'application'),
  certificate: CERTIFICATE,
  collection: named('AWS::Location::GeofenceCollection', 'geo', 'geofence collection'),
  appimage: { types: [], services: ['appstream'], what: 'image' },
  component: named('AWS::ImageBuilder::Component', 'imagebuilder', 'component'),
  database: called('database', CLUSTER, named('AWS::RDS::DBInstance', 'rds', '')),
  detector: named('AWS::GuardDuty::Detector', 'guardduty', 'detector'),
  directory: named('AWS::DirectoryService::MicrosoftAD,AWS::DirectoryService::SimpleAD', '', 'directory'),
  domain: named('AWS::OpenSearchService::Domain', 'es', 'domain'),
  ecs: named('AWS::ECS::Cluster', 'ecs', 'cluster'),
  eks: named('AWS::EKS::Cluster', 'eks', 'cluster'),
  emr: named('AWS::EMR::Cluster', '', 'cluster'),
  endpoint: named('AWS::DMS::Endpoint', 'dms', 'endpoint'),
  filesystem: named('AWS::FSx::FileSystem', 'fsx', 'file system'),
  firehose: DELIVERY_STREAM,
  fleet: named('AWS::CodeBuild::Fleet', 'codebuild', 'fleet'),
  flow: named('AWS::MediaConnect::Flow', 'mediaconnect', 'flow'),
  function: FUNCTION,
  index: named('AWS::Kendra::Index', 'kendra', 'index'),
  key: KEY,
  interface: named('AWS::EC2::NetworkInterface,AWS::EC2::Instance', '', 'network interface or instance'),
  image: named('AWS::ImageBuilder::Image', 'imagebuilder', 'image'),
  kinesis: STREAM,
  kafka: named('AWS::MSK::Cluster', 'kafka', 'cluster'),
  layer: named('AWS::Lambda::LayerVersion', 'lambda', 'layer'),
  lifecycle: named('AWS::SageMaker::StudioLifecycleConfig', 'sagemaker', 'lifecycle configuration'),
  listener: named('AWS::ElasticLoadBalancingV2::Listener', 'elasticloadbalancing', 'listener'),
  logs: LOG_GROUP,
  logstream: named('AWS::Logs::LogStream', 'logs', 'log stream'),
  model: { types: [], services: ['bedrock'], what: 'model' },
  modelpackage: named('AWS::SageMaker::ModelPackage', 'sagemaker', 'model package'),
  notifying: {
    ...named(
      'AWS::CodePipeline::Pipeline,AWS::CodeBuild::Project,AWS::CodeCommit::Repository',
      'codepipeline,codebuild,codecommit,codedeploy',
      '',
    ),
    what: 'resource of the rule',
  },
  pipeline: named('AWS::CodePipeline::Pipeline', '', 'pipeline'),
  platform: { types: [], services: ['elasticbeanstalk'], what: 'platform' },
  plugin: named('AWS::KafkaConnect::CustomPlugin', 'kafkaconnect', 'plugin'),
  queue: QUEUE,
  reservation: named('AWS::EC2::CapacityReservation', '', 'capacity reservation'),
  resolver: named('AWS::Route53Resolver::ResolverEndpoint', 'route53resolver', 'resolver endpoint'),
  schema: named('AWS::Glue::Schema', 'glue', 'schema'),
  secret: SECRET,
  ses: named('AWS::SES::EmailIdentity', 'ses', 'identity'),
  statemachine: STATE_MACHINE,
  table: TABLE,
  targetgroup: named('AWS::ElasticLoadBalancingV2::TargetGroup', 'elasticloadbalancing', 'target group'),
  task: named('AWS::ECS::TaskDefinition', 'ecs', 'task definition'),
  thing: named('AWS::IoT::Thing,AWS::IoT::ThingGroup,AWS::IoT::Certificate', 'iot', 'thing or certificate'),
  topic: TOPIC,
  vectors: named('AWS::S3Vectors::VectorBucket,AWS::S3Vectors::Index', 's3vectors', 'vector index'),
  video: named('AWS::KinesisVideo::Stream', 'kinesisvideo', 'video stream'),
  waf: named('AWS::WAFv2::IPSet,AWS::WAFv2::RegexPatternSet', 'wafv2', 'set of the rule'),
  wafgroup: named('AWS::WAFv2::RuleGroup', 'wafv2', 'rule group'),
  window: named('AWS::SSM::MaintenanceWindow', '', 'maintenance window'),
  warehouse: named('AWS::RedshiftServerless::Namespace,AWS::Redshift::Cluster', 'redshift,redshift-serverless', 'data warehouse'),
  workflow: named('AWS::Transfer::Workflow', 'transfer', 'workflow'),
});

/**
 * Type, what stands there, and places whose text in the CloudFormation Template Reference says "ARN of …" and no word of regions: what they
 * name is looked up in the region of the stack, and another one is reported as a warning. Left out are places that are known to accept other
 * regions: secrets and parameters of containers, buckets, copies and replicas.
 */
const TABLE_OF_PLACES = `
Athena::DataCatalog                     function       Parameters.function Parameters.metadata-function Parameters.record-function
AppConfig::Extension                    function       Actions.{}.*.Uri
AppConfig::Extension                    topic          Actions.{}.*.Uri
AppConfig::Extension                    queue          Actions.{}.*.Uri
ApiGateway::DomainName                  certificate    OwnershipVerificationCertificateArn
ApiGatewayV2::DomainName                certificate    DomainNameConfigurations.*.OwnershipVerificationCertificateArn
AppStream::Fleet                        appimage       ImageArn
AppStream::ImageBuilder                 appimage       ImageArn
ARCZonalShift::ZonalAutoshiftConfiguration alarm       PracticeRunConfiguration.BlockingAlarms.*.AlarmIdentifier PracticeRunConfiguration.OutcomeAlarms.*.AlarmIdentifier
AppSync::FunctionConfiguration          function       SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn
AppSync::Resolver                       function       SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn
AppFlow::ConnectorProfile               secret         ConnectorProfileConfig.ConnectorProfileCredentials.Salesforce.ClientCredentialsArn ConnectorProfileConfig.ConnectorProfileCredentials.Pardot.ClientCredentialsArn
ApplicationInsights::Application        topic          OpsItemSNSTopicArn SNSNotificationArn
APS::Scraper                            eks            Source.EksConfiguration.ClusterArn
Batch::ComputeEnvironment               eks            EksConfiguration.EksClusterArn
Bedrock::Agent                          function       CustomOrchestration.Executor.Lambda PromptOverrideConfiguration.OverrideLambda
Bedrock::DataSource                     model          VectorIngestionConfiguration.ParsingConfiguration.BedrockFoundationModelConfiguration.ModelArn
Bedrock::KnowledgeBase                  model          KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn
Bedrock::KnowledgeBase                  index          KnowledgeBaseConfiguration.KendraKnowledgeBaseConfiguration.KendraIndexArn
Bedrock::KnowledgeBase                  database       StorageConfiguration.RdsConfiguration.ResourceArn
Bedrock::KnowledgeBase                  vectors        StorageConfiguration.S3VectorsConfiguration.VectorBucketArn StorageConfiguration.S3VectorsConfiguration.IndexArn
Bedrock::KnowledgeBase                  domain         StorageConfiguration.OpensearchManagedClusterConfiguration.DomainArn
BedrockAgentCore::Gateway               function       InterceptorConfigurations.*.Interceptor.Lambda.Arn
BedrockAgentCore::Memory                kinesis        StreamDeliveryResources.Resources.*.Kinesis.DataStreamArn
CloudFormation::Macro                   function       FunctionName
CloudFormation::Stack                   topic          NotificationARNs.*
CodeBuild::Project                      fleet          Environment.Fleet.FleetArn
CodeDeploy::DeploymentGroup             listener       LoadBalancerInfo.TargetGroupPairInfoList.*.ProdTrafficRoute.ListenerArns.* LoadBalancerInfo.TargetGroupPairInfoList.*.TestTrafficRoute.ListenerArns.*
CodePipeline::Webhook                   pipeline       TargetPipeline
CodeStarNotifications::NotificationRule notifying      Resource
CodeStarNotifications::NotificationRule topic          TargetAddress
Cognito::UserPoolClient                 app            AnalyticsConfiguration.ApplicationArn
DMS::Endpoint                           secret         DocDbSettings.SecretsManagerSecretId IbmDb2Settings.SecretsManagerSecretId MicrosoftSqlServerSettings.SecretsManagerSecretId MongoDbSettings.SecretsManagerSecretId MySqlSettings.SecretsManagerSecretId OracleSettings.SecretsManagerSecretId PostgreSqlSettings.SecretsManagerSecretId RedshiftSettings.SecretsManagerSecretId SybaseSettings.SecretsManagerSecretId
DMS::ReplicationConfig                  endpoint       SourceEndpointArn TargetEndpointArn
CustomerProfiles::Domain                queue          DeadLetterQueueUrl
DataSync::LocationFSxLustre             filesystem     FsxFilesystemArn
DataSync::LocationFSxOpenZFS            filesystem     FsxFilesystemArn
DataSync::LocationFSxWindows            filesystem     FsxFilesystemArn
DocDBElastic::Cluster                   secret         AdminUserPassword
EC2::ClientVpnEndpoint                  certificate    AuthenticationOptions.*.MutualAuthentication.ClientRootCertificateChainArn
EC2::LaunchTemplate                     reservation    LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId
EC2::NetworkInsightsPath                interface      Source Destination
EC2::SpotFleet                          targetgroup    SpotFleetRequestConfigData.LoadBalancersConfig.TargetGroupsConfig.TargetGroups.*.Arn
EC2::VerifiedAccessEndpoint             certificate    DomainCertificateArn
EC2::VerifiedAccessEndpoint             database       RdsOptions.RdsDbInstanceArn RdsOptions.RdsDbClusterArn
EC2::VPNConnection                      logs           VpnTunnelOptionsSpecifications.*.LogOptions.CloudwatchLogOptions.BgpLogGroupArn
ECS::PrimaryTaskSet                     ecs            Cluster
ECS::Service                            targetgroup    LoadBalancers.*.AdvancedConfiguration.AlternateTargetGroupArn
ECS::Service                            function       DeploymentConfiguration.LifecycleHooks.*.HookTargetArn
ECS::TaskSet                            ecs            Cluster
ElasticBeanstalk::ConfigurationTemplate  platform       PlatformArn
ElasticBeanstalk::Environment           platform       PlatformArn
EMR::InstanceGroupConfig                emr            JobFlowId
EMR::Step                               emr            JobFlowId
Events::EventBus                        queue          DeadLetterConfig.Arn
Events::Rule                            secret         Targets.*.RedshiftDataParameters.SecretManagerArn
FIS::ExperimentTemplate                 alarm          StopConditions.*.Value
FSx::FileSystem                         secret         WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.DomainJoinServiceAccountSecret
GameLift::GameSessionQueue              topic          NotificationTarget
GameLift::MatchmakingConfiguration      topic          NotificationTarget
Glue::Crawler                           queue          Targets.CatalogTargets.*.EventQueueArn Targets.CatalogTargets.*.DlqEventQueueArn
Glue::Table                             schema         TableInput.StorageDescriptor.SchemaReference.SchemaId.SchemaArn
GuardDuty::Filter                       detector       DetectorId
HealthLake::FHIRDatastore               function       IdentityProviderConfiguration.IdpLambdaArn
ImageBuilder::ContainerRecipe           component      Components.*.ComponentArn
ImageBuilder::ContainerRecipe           image          ParentImage
ImageBuilder::ImageRecipe               component      Components.*.ComponentArn
ImageBuilder::ImageRecipe               image          ParentImage
IoT::AccountAuditConfiguration          topic          AuditNotificationTargetConfigurations.Sns.TargetArn
IoT::Authorizer                         function       AuthorizerFunctionArn
IoT::DomainConfiguration                certificate    ValidationCertificateArn
IoT::DomainConfiguration                function       ClientCertificateConfig.ClientCertificateCallbackArn
IoT::PolicyPrincipalAttachment          thing          Principal
IoT::SecurityProfile                    topic          AlertTargets.{}.AlertTargetArn
IoT::ThingPrincipalAttachment           thing          Principal
IoTEvents::AlarmModel                   topic          AlarmEventActions.AlarmActions.*.Sns.TargetArn
IoTSiteWise::Portal                     function       Alarms.NotificationLambdaArn
IoTTwinMaker::ComponentType             function       Functions.{}.ImplementedBy.Lambda.Arn
KafkaConnect::Connector                 plugin         Plugins.*.CustomPlugin.CustomPluginArn
KinesisAnalytics::Application           kinesis        Inputs.*.KinesisStreamsInput.ResourceARN
KinesisAnalytics::Application           firehose       Inputs.*.KinesisFirehoseInput.ResourceARN
KinesisAnalytics::Application           function       Inputs.*.InputProcessingConfiguration.InputLambdaProcessor.ResourceARN
KinesisAnalytics::ApplicationOutput     kinesis        Output.KinesisStreamsOutput.ResourceARN
KinesisAnalytics::ApplicationOutput     firehose       Output.KinesisFirehoseOutput.ResourceARN
KinesisAnalytics::ApplicationOutput     function       Output.LambdaOutput.ResourceARN
KinesisAnalyticsV2::Application         firehose       ApplicationConfiguration.SqlApplicationConfiguration.Inputs.*.KinesisFirehoseInput.ResourceARN
KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption logstream CloudWatchLoggingOption.LogStreamARN
KinesisAnalyticsV2::ApplicationOutput   kinesis        Output.KinesisStreamsOutput.ResourceARN
KinesisAnalyticsV2::ApplicationOutput   firehose       Output.KinesisFirehoseOutput.ResourceARN
KinesisAnalyticsV2::ApplicationOutput   function       Output.LambdaOutput.ResourceARN
Lambda::EventSourceMapping              secret         AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig.AccessConfigs.*.URI SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig.AccessConfigs.*.URI
Location::TrackerConsumer               collection     ConsumerArn
Logs::LogAnomalyDetector                logs           LogGroupArnList.*
MediaLive::Input                        flow           MediaConnectFlows.*.FlowArn
MSK::VpcConnection                      kafka          TargetClusterArn
NetworkFirewall::TLSInspectionConfiguration certificate TLSInspectionConfiguration.ServerCertificateConfigurations.*.ServerCertificates.*.ResourceArn
Pinpoint::ApplicationSettings           function       CampaignHook.LambdaFunctionName
Pinpoint::Campaign                      function       CampaignHook.LambdaFunctionName
Pinpoint::EmailChannel                  ses            Identity
Pinpoint::EventStream                   kinesis        DestinationStreamArn
Pinpoint::EventStream                   firehose       DestinationStreamArn
Pipes::Pipe                             task           TargetParameters.EcsTaskParameters.TaskDefinitionArn
Pipes::Pipe                             secret         SourceParameters.ActiveMQBrokerParameters.Credentials.BasicAuth SourceParameters.ManagedStreamingKafkaParameters.Credentials.ClientCertificateTlsAuth SourceParameters.ManagedStreamingKafkaParameters.Credentials.SaslScram512Auth SourceParameters.RabbitMQBrokerParameters.Credentials.BasicAuth SourceParameters.SelfManagedKafkaParameters.Credentials.BasicAuth SourceParameters.SelfManagedKafkaParameters.Credentials.SaslScram256Auth SourceParameters.SelfManagedKafkaParameters.Credentials.SaslScram512Auth TargetParameters.RedshiftDataParameters.SecretManagerArn
RDS::Integration                        database       SourceArn
RDS::Integration                        warehouse      TargetArn
Rekognition::StreamProcessor            topic          NotificationChannel.Arn
Rekognition::StreamProcessor            kinesis        KinesisDataStream.Arn
Rekognition::StreamProcessor            video          KinesisVideoStream.Arn
Route53Resolver::ResolverQueryLoggingConfig logs       DestinationArn
Route53Resolver::ResolverQueryLoggingConfig firehose   DestinationArn
Route53Resolver::ResolverRule           resolver       ResolverEndpointId
SageMaker::Domain                       lifecycle      DefaultUserSettings.KernelGatewayAppSettings.DefaultResourceSpec.LifecycleConfigArn DefaultUserSettings.KernelGatewayAppSettings.LifecycleConfigArns.* DefaultUserSettings.JupyterServerAppSettings.DefaultResourceSpec.LifecycleConfigArn DefaultUserSettings.JupyterServerAppSettings.LifecycleConfigArns.* DefaultUserSettings.JupyterLabAppSettings.DefaultResourceSpec.LifecycleConfigArn DefaultUserSettings.JupyterLabAppSettings.LifecycleConfigArns.* DefaultUserSettings.CodeEditorAppSettings.DefaultResourceSpec.LifecycleConfigArn DefaultUserSettings.CodeEditorAppSettings.LifecycleConfigArns.*
SageMaker::EndpointConfig               topic          AsyncInferenceConfig.OutputConfig.NotificationConfig.ErrorTopic AsyncInferenceConfig.OutputConfig.NotificationConfig.SuccessTopic
SageMaker::Model                        modelpackage   PrimaryContainer.ModelPackageName Containers.*.ModelPackageName
SageMaker::UserProfile                  lifecycle      UserSettings.KernelGatewayAppSettings.DefaultResourceSpec.LifecycleConfigArn UserSettings.KernelGatewayAppSettings.LifecycleConfigArns.* UserSettings.JupyterServerAppSettings.DefaultResourceSpec.LifecycleConfigArn UserSettings.JupyterServerAppSettings.LifecycleConfigArns.* UserSettings.JupyterLabAppSettings.DefaultResourceSpec.LifecycleConfigArn UserSettings.JupyterLabAppSettings.LifecycleConfigArns.* UserSettings.CodeEditorAppSettings.DefaultResourceSpec.LifecycleConfigArn UserSettings.CodeEditorAppSettings.LifecycleConfigArns.*
Scheduler::Schedule                     task           Target.EcsParameters.TaskDefinitionArn
Serverless::Function                    layer          Layers.*
ServiceCatalog::CloudFormationProvisionedProduct topic NotificationArns.*
ServiceCatalog::LaunchNotificationConstraint topic     NotificationArns.*
SSM::MaintenanceWindowTarget            window         WindowId
SSM::MaintenanceWindowTask              function       TaskArn
SSM::MaintenanceWindowTask              statemachine   TaskArn
SSM::MaintenanceWindowTask              window         WindowId
SSM::MaintenanceWindowTask              topic          TaskInvocationParameters.MaintenanceWindowRunCommandParameters.NotificationConfig.NotificationArn
StepFunctions::StateMachineAlias        alarm          DeploymentPreference.Alarms.*
Synthetics::Canary                      layer          Code.SourceLocationArn Code.Dependencies.*.Reference
Transfer::Connector                     secret         SftpConfig.UserSecretId
Transfer::Server                        logs           StructuredLogDestinations.*
Transfer::Server                        workflow       WorkflowDetails.OnUpload.*.WorkflowId WorkflowDetails.OnPartialUpload.*.WorkflowId
WorkSpaces::Workspace                   directory      DirectoryId
WAFv2::RuleGroup                        waf            Rules.*.Statement.IPSetReferenceStatement.Arn Rules.*.Statement.RegexPatternSetReferenceStatement.Arn
WAFv2::WebACL                           waf            Rules.*.Statement.IPSetReferenceStatement.Arn Rules.*.Statement.RegexPatternSetReferenceStatement.Arn Rules.*.Statement.NotStatement.Statement.IPSetReferenceStatement.Arn Rules.*.Statement.AndStatement.Statements.*.IPSetReferenceStatement.Arn Rules.*.Statement.OrStatement.Statements.*.IPSetReferenceStatement.Arn Rules.*.Statement.ManagedRuleGroupStatement.ScopeDownStatement.IPSetReferenceStatement.Arn
WAFv2::WebACL                           wafgroup       Rules.*.Statement.RuleGroupReferenceStatement.Arn
`;

export const UNSTATED_ARNS: ReferenceRows = rowsByType(
  TABLE_OF_PLACES.trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', kind = '', ...paths] = line.split(/\s+/);
      const found = KINDS[kind];
      if (found === undefined) throw new Error(`No such kind: ${line}`);
      return paths.map((path): readonly [string, ReferenceRow] => [`AWS::${type}`, inStackRegion(path, found)]);
    }),
);
