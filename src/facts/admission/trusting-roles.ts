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
 * Columns: type, property, service, and what it answers with the thread that reports it. Where none is named, the page of the type in the
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
`;

function parse(line: string): readonly [type: string, row: TrustingRole] {
  const [, type = '', path = '', service = '', rest = ''] = /^(\S+)\s+(\S+)\s+(\S+)(?:\s+(.+))?$/.exec(line) ?? [];
  const [answer, source = CANNOT_ASSUME] = rest === '' ? [] : rest.split(' | ');
  return [type, { path, service, answer, source }];
}

const ROWS = TABLE.trim().split('\n').map(parse);

/** Of a function that a distribution runs, besides Lambda itself. */
export const EDGE_ROLE: TrustingRole = {
  path: 'Role',
  service: 'edgelambda',
  answer: 'The function execution role must be assumable with edgelambda.amazonaws.com as well as lambda.amazonaws.com principals.',
  source: 'https://github.com/aws/aws-cdk/issues/12492',
};

/** By the type that is given the role. */
export const TRUSTING_ROLES: ReadonlyMap<string, readonly TrustingRole[]> = new Map(
  ROWS.map(([type]) => [type, ROWS.filter(([other]) => other === type).map(([, row]) => row)]),
);
