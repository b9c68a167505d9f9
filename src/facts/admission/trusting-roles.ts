import { groupBy } from '../../group-by.js';

/** A place that gives a role to a service, which the role's trust policy must let in. */
export interface TrustingRole {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** Without the suffix of its partition. */
  readonly service: string;
  /** What the service answers when the resource is created; undefined where nothing reports it. */
  readonly answer: string | undefined;
  readonly source: string;
}

const CANNOT_ASSUME = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html';

/**
 * Columns: type, property, service, what it answers, and the page or thread that says so. Where none is named, the page of the type in the
 * CloudFormation Template Reference says which service assumes the role.
 */
const TABLE = `
AWS::Lambda::Function                 Role                                  lambda          The role defined for the function cannot be assumed by Lambda. | https://github.com/aws-samples/aws-ct-vpc-flowlogs/issues/1
AWS::ECS::TaskDefinition              TaskRoleArn                           ecs-tasks
AWS::ECS::TaskDefinition              ExecutionRoleArn                      ecs-tasks
AWS::Scheduler::Schedule              Target.RoleArn                        scheduler
AWS::Pipes::Pipe                      RoleArn                               pipes
AWS::StepFunctions::StateMachine      RoleArn                               states
AWS::Events::Rule                     Targets.*.RoleArn                     events
AWS::ApiGateway::Account              CloudWatchRoleArn                     apigateway
AWS::ApiGateway::Method               Integration.Credentials               apigateway
AWS::KinesisFirehose::DeliveryStream  ExtendedS3DestinationConfiguration.RoleARN firehose
AWS::KinesisFirehose::DeliveryStream  KinesisStreamSourceConfiguration.RoleARN   firehose
AWS::EC2::FlowLog                     DeliverLogsPermissionArn              vpc-flow-logs
AWS::CodeBuild::Project               ServiceRole                           codebuild
AWS::CodePipeline::Pipeline           RoleArn                               codepipeline
AWS::CodeDeploy::DeploymentGroup      ServiceRoleArn                        codedeploy
AWS::Backup::BackupSelection          BackupSelection.IamRoleArn            backup
AWS::Config::ConfigurationRecorder    RoleARN                               config
AWS::CloudTrail::Trail                CloudWatchLogsRoleArn                 cloudtrail
AWS::Logs::SubscriptionFilter         RoleArn                               logs
AWS::SNS::Subscription                SubscriptionRoleArn                   sns
AWS::AppSync::DataSource              ServiceRoleArn                        appsync
AWS::Cognito::UserPool                SmsConfiguration.SnsCallerArn         cognito-idp
AWS::RDS::DBInstance                  MonitoringRoleArn                     monitoring.rds
AWS::RDS::DBProxy                     RoleArn                               rds
AWS::Glue::Job                        Role                                  glue
AWS::Glue::Crawler                    Role                                  glue
AWS::EKS::Cluster                     RoleArn                               eks
AWS::EKS::Nodegroup                   NodeRole                              ec2
AWS::DLM::LifecyclePolicy             ExecutionRoleArn                      dlm
AWS::SageMaker::Model                 ExecutionRoleArn                      sagemaker
AWS::SageMaker::NotebookInstance      RoleArn                               sagemaker
AWS::CloudWatch::MetricStream         RoleArn                               streams.metrics.cloudwatch | https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html
AWS::KafkaConnect::Connector          ServiceExecutionRoleArn               kafkaconnect    | https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-service-execution-role.html
AWS::Batch::JobDefinition             ContainerProperties.JobRoleArn        ecs-tasks       | https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html
AWS::Batch::JobDefinition             ContainerProperties.ExecutionRoleArn  ecs-tasks       | https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html
AWS::Batch::JobDefinition             EcsProperties.TaskProperties.*.TaskRoleArn      ecs-tasks
AWS::Batch::JobDefinition             EcsProperties.TaskProperties.*.ExecutionRoleArn ecs-tasks
AWS::Batch::ComputeEnvironment        ServiceRole                           batch           | https://docs.aws.amazon.com/batch/latest/userguide/service_IAM_role.html
AWS::AppRunner::Service               SourceConfiguration.AuthenticationConfiguration.AccessRoleArn build.apprunner | https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
AWS::AppRunner::Service               InstanceConfiguration.InstanceRoleArn tasks.apprunner | https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
AWS::Bedrock::Agent                   AgentResourceRoleArn                  bedrock
AWS::Bedrock::KnowledgeBase           RoleArn                               bedrock
AWS::Bedrock::Flow                    ExecutionRoleArn                      bedrock
AWS::FIS::ExperimentTemplate          RoleArn                               fis
AWS::Transfer::Server                 LoggingRole                           transfer
AWS::Transfer::User                   Role                                  transfer
AWS::KinesisAnalyticsV2::Application  ServiceExecutionRole                  kinesisanalytics
AWS::EMR::Cluster                     ServiceRole                           elasticmapreduce
AWS::EMR::Studio                      ServiceRole                           elasticmapreduce
AWS::Redshift::ScheduledAction        IamRole                               scheduler.redshift
AWS::Redshift::Cluster                IamRoles.*                            redshift
AWS::RDS::DBCluster                   MonitoringRoleArn                     monitoring.rds
AWS::RDS::DBCluster                   AssociatedRoles.*.RoleArn             rds
AWS::RDS::DBInstance                  AssociatedRoles.*.RoleArn             rds
AWS::Neptune::DBCluster               AssociatedRoles.*.RoleArn             rds
AWS::AutoScaling::LifecycleHook       RoleARN                               autoscaling
AWS::Synthetics::Canary               ExecutionRoleArn                      lambda
AWS::DAX::Cluster                     IAMRoleARN                            dax
AWS::EKS::FargateProfile              PodExecutionRoleArn                   eks-fargate-pods
AWS::EKS::PodIdentityAssociation      RoleArn                               pods.eks
AWS::CloudFront::RealtimeLogConfig    EndPoints.*.KinesisStreamConfig.RoleArn cloudfront
AWS::AppSync::GraphQLApi              LogConfig.CloudWatchLogsRoleArn       appsync
AWS::Amplify::App                     IAMServiceRole                        amplify
AWS::ECS::Service                     VolumeConfigurations.*.ManagedEBSVolume.RoleArn ecs
AWS::CodeBuild::Project               BuildBatchConfig.ServiceRole          codebuild
AWS::OSIS::Pipeline                   PipelineRoleArn                       osis-pipelines
AWS::DataSync::LocationS3             S3Config.BucketAccessRoleArn          datasync
AWS::ServiceCatalog::LaunchRoleConstraint RoleArn                           servicecatalog
AWS::CloudFormation::StackSet         AdministrationRoleARN                 cloudformation
AWS::KinesisFirehose::DeliveryStream  S3DestinationConfiguration.RoleARN    firehose
AWS::KinesisFirehose::DeliveryStream  RedshiftDestinationConfiguration.RoleARN   firehose
AWS::KinesisFirehose::DeliveryStream  HttpEndpointDestinationConfiguration.RoleARN firehose
AWS::KinesisFirehose::DeliveryStream  AmazonopensearchserviceDestinationConfiguration.RoleARN firehose
`;

function parse(line: string): readonly [type: string, row: TrustingRole] {
  const [columns = '', source = CANNOT_ASSUME] = line.split(' | ').map((column) => column.trimEnd());
  const [type = '', path = '', service = '', ...answer] = columns.split(/ +/);
  return [type, { path, service, answer: answer.length === 0 ? undefined : answer.join(' '), source }];
}

/** Actions of a rule of IoT, each with a role of its own. */
const IOT_ACTIONS = [
  'S3',
  'Sqs',
  'Sns',
  'Kinesis',
  'Firehose',
  'DynamoDB',
  'DynamoDBv2',
  'StepFunctions',
  'CloudwatchLogs',
  'Republish',
].map((action): readonly [string, TrustingRole] => [
  'AWS::IoT::TopicRule',
  { path: `TopicRulePayload.Actions.*.${action}.RoleArn`, service: 'iot', answer: undefined, source: CANNOT_ASSUME },
]);

const ROWS = [...TABLE.trim().split('\n').map(parse), ...IOT_ACTIONS];

/** Of a function that a distribution runs, besides Lambda itself. */
export const EDGE_ROLE: TrustingRole = {
  path: 'Role',
  service: 'edgelambda',
  answer: 'The function execution role must be assumable with edgelambda.amazonaws.com as well as lambda.amazonaws.com principals.',
  source: 'https://github.com/aws/aws-cdk/issues/12492',
};

/** By the type that is given the role. */
export const TRUSTING_ROLES: ReadonlyMap<string, readonly TrustingRole[]> = new Map(
  [...groupBy(ROWS, ([type]) => type)].map(([type, rows]) => [type, rows.map(([, row]) => row)]),
);
