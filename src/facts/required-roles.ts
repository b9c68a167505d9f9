/** A place with which a service asks for a role that CloudFormation does not require. */
export interface RequiredRole {
  readonly type: string;
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** The place names a resource of one of these services of ARNs. */
  readonly services?: readonly string[];
  /** The place has a text like this one. */
  readonly text?: RegExp;
  /** Properties that must have one of these values, or, of a list, an element that has. */
  readonly when?: readonly [path: string, values: readonly string[]];
  /** Where the role is: steps below `Properties`, or beside the place with a dot in front. */
  readonly role: string;
  /** AWS's own words: what the service answers. */
  readonly says?: string;
  /** Or what its page says. */
  readonly page?: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

const threadOf = (id: string) => `https://github.com/${id.replace('#', '/issues/')}`;

const FARGATE = {
  type: 'AWS::ECS::TaskDefinition',
  when: ['RequiresCompatibilities', ['FARGATE']],
  role: 'ExecutionRoleArn',
  fix: 'Give the task definition an `executionRole` with `AmazonECSTaskExecutionRolePolicy`; `ecs.FargateTaskDefinition` makes one.',
} as const;

/** Roles without which a service rejects what CloudFormation takes for complete. */
export const REQUIRED_ROLES: readonly RequiredRole[] = [
  {
    type: 'AWS::Events::Rule',
    path: 'Targets.*.Arn',
    services: ['states', 'codebuild', 'codepipeline', 'kinesis'],
    role: '.RoleArn',
    says: 'RoleArn is required for target …',
    fix: 'Add the target with `aws-cdk-lib/aws-events-targets`, which makes the role, or give it a `roleArn` that `events.amazonaws.com` may assume.',
    // Kinesis: "EventBridge uses IAM roles that you specify in the RoleARN parameter".
    sources: [
      'https://github.com/awsdocs/aws-cloudformation-user-guide/pull/1178',
      'https://github.com/awsdocs/aws-codepipeline-user-guide/pull/18',
      'https://github.com/hashicorp/terraform-provider-aws/pull/19913',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
    ],
  },
  {
    ...FARGATE,
    path: 'ContainerDefinitions.*.Image',
    text: /^\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com/,
    says: 'Fargate requires task definition to have execution role ARN to support ECR images.',
    sources: [threadOf('nathanpeck/aws-cloudformation-fargate#1')],
  },
  {
    ...FARGATE,
    path: 'ContainerDefinitions.*.LogConfiguration.LogDriver',
    text: /^awslogs$/,
    says: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    sources: [threadOf('virtual-kubelet/virtual-kubelet#193')],
  },
  {
    type: 'AWS::Logs::SubscriptionFilter',
    path: 'DestinationArn',
    services: ['kinesis', 'firehose'],
    role: 'RoleArn',
    says: 'destinationArn for vendor … cannot be used without roleArn',
    fix: 'Use `KinesisDestination` or `FirehoseDestination` of `aws-cdk-lib/aws-logs-destinations`, which make the role, or give the filter a `roleArn` that `logs.amazonaws.com` may assume.',
    sources: [threadOf('theburningmonk/lambda-logging-kinesis-demo#1'), threadOf('dougmoscrop/serverless-plugin-log-subscription#66')],
  },
  {
    type: 'AWS::AppRunner::Service',
    path: 'SourceConfiguration.ImageRepository.ImageRepositoryType',
    text: /^ECR$/,
    role: 'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
    page: "It's required for ECR image repositories (but not for ECR Public repositories).",
    fix: 'Give the service a role that `build.apprunner.amazonaws.com` may assume and that may pull the image: `AWSAppRunnerServicePolicyForECRAccess`; or use an image of ECR Public (`ECR_PUBLIC`).',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apprunner-service-authenticationconfiguration.html',
    ],
  },
  ...['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'].map((type) => ({
    type,
    path: 'MonitoringInterval',
    text: /^[1-9]/,
    role: 'MonitoringRoleArn',
    says: 'A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.',
    fix: 'Set `monitoringInterval` of the construct, which makes the role, or `monitoringRole`.',
    sources: ['https://github.com/cloudposse/terraform-aws-rds/pull/75'],
  })),
];
