import { tableOf } from '../table-of.js';

/** What `Ref` returns of a type that has an ARN as well. */
export interface RefName {
  readonly returns: 'name' | 'URL' | 'id' | 'identifier';
  /** What to write in CDK. */
  readonly arn: string;
}

/** Types whose `Ref` is no ARN: "Return values" of each type's page in the CloudFormation Template Reference. */
export const REF_NAMES: Readonly<Record<string, RefName>> = tableOf({
  'AWS::IAM::Role': { returns: 'name', arn: 'role.roleArn' },
  'AWS::IAM::User': { returns: 'name', arn: 'user.userArn' },
  'AWS::IAM::InstanceProfile': { returns: 'name', arn: 'profile.attrArn' },
  'AWS::Lambda::Function': { returns: 'name', arn: 'handler.functionArn' },
  'AWS::SQS::Queue': { returns: 'URL', arn: 'queue.queueArn' },
  'AWS::DynamoDB::Table': { returns: 'name', arn: 'table.tableArn' },
  'AWS::DynamoDB::GlobalTable': { returns: 'name', arn: 'table.tableArn' },
  'AWS::Kinesis::Stream': { returns: 'name', arn: 'stream.streamArn' },
  'AWS::KinesisFirehose::DeliveryStream': { returns: 'name', arn: 'deliveryStream.attrArn' },
  'AWS::S3::Bucket': { returns: 'name', arn: 'bucket.bucketArn' },
  'AWS::Logs::LogGroup': { returns: 'name', arn: 'logGroup.logGroupArn' },
  'AWS::ECS::Cluster': { returns: 'name', arn: 'cluster.clusterArn' },
  'AWS::EKS::Cluster': { returns: 'name', arn: 'cluster.clusterArn' },
  'AWS::ECR::Repository': { returns: 'name', arn: 'repository.repositoryArn' },
  'AWS::Events::EventBus': { returns: 'name', arn: 'bus.eventBusArn' },
  'AWS::Cognito::UserPool': { returns: 'id', arn: 'userPool.userPoolArn' },
  'AWS::CodePipeline::Pipeline': { returns: 'name', arn: 'pipeline.pipelineArn' },
  'AWS::CodeBuild::Project': { returns: 'name', arn: 'project.projectArn' },
  'AWS::RDS::DBInstance': { returns: 'identifier', arn: 'instance.instanceArn' },
  'AWS::RDS::DBCluster': { returns: 'identifier', arn: 'cluster.clusterArn' },
  'AWS::EFS::FileSystem': { returns: 'id', arn: 'fileSystem.fileSystemArn' },
});

/** Properties that want an ARN although their name does not say so. */
export const ARN_PROPERTIES: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::Lambda::Function': ['Role'],
  'AWS::EKS::Nodegroup': ['NodeRole'],
  'AWS::SNS::Subscription': ['Endpoint'],
  'AWS::CloudWatch::Alarm': ['AlarmActions', 'OKActions', 'InsufficientDataActions'],
  'AWS::CloudWatch::CompositeAlarm': ['AlarmActions', 'OKActions', 'InsufficientDataActions'],
  'AWS::Lambda::EventInvokeConfig': ['Destination'],
  'AWS::Lambda::EventSourceMapping': ['Destination'],
  'AWS::S3::Bucket': ['Queue', 'Topic', 'Function', 'Bucket'],
});

/**
 * Types of which the API gives the pattern of such an ARN, or answers "Provided Arn is not in correct format": PutTargets of EventBridge,
 * CreateSchedule, AddPermission and CreateEventSourceMapping of Lambda, CreatePipeline, CreateDeliveryStream, CreatePipe. Others may take
 * a name.
 */
export const ARNS_CHECKED: ReadonlySet<string> = new Set([
  'AWS::Events::Rule',
  'AWS::Scheduler::Schedule',
  'AWS::Lambda::Permission',
  'AWS::Lambda::EventSourceMapping',
  'AWS::CodePipeline::Pipeline',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Pipes::Pipe',
]);

/** Types that take a name where the property is called an ARN, as its text in the Template Reference says: "The short name or full Amazon Resource Name (ARN)". */
export const NAMES_ACCEPTED: ReadonlySet<string> = new Set([
  'AWS::ECS::TaskDefinition',
  'AWS::ECS::DaemonTaskDefinition',
  // Its roles are those of the task definition that Batch registers with ECS.
  'AWS::Batch::JobDefinition',
  'AWS::SSM::MaintenanceWindowTask',
  'AWS::Lambda::Url',
  'AWS::CloudFormation::TypeActivation',
  'AWS::EntityResolution::MatchingWorkflow',
  'AWS::SMSVOICE::ConfigurationSet',
]);

/**
 * Properties whose keys the author of the app chooses: "Object of String", "Map" or "Json" on their pages in the Template Reference. What a key
 * is called says nothing about what its reader wants.
 */
export const FREE_FORM: ReadonlySet<string> = new Set([
  'Arguments',
  'Attributes',
  'Body',
  'Content',
  'DefaultArguments',
  'Definition',
  'DefinitionSubstitutions',
  'EnvironmentVariables',
  'FilterPolicy',
  'InputParameters',
  'Metadata',
  'NonOverridableArguments',
  'Options',
  'Parameters',
  'StageVariables',
  'Tags',
  'Template',
  'Variables',
]);
