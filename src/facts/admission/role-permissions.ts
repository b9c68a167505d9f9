import { tableOf } from '../../table-of.js';
import { ROLE_INTEGRATIONS, TARGETS } from './role-integrations.js';
import type { RolePermission } from './role-permission.js';

const execution = (service: string) => ({
  answer: `"The provided execution role does not have permissions to call {call} on ${service}"`,
  fails: true,
});
const threadOf = (id: string) => `https://github.com/${id.replace('#', '/issues/')}`;

const READING = { queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] } as const;
const streamSource = {
  path: 'EventSourceArn',
  role: 'function',
  answer:
    '"Cannot access stream …. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM."',
  fails: true,
} as const;

const SQS_KEYS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html';

/** What is encrypted with a key of the customer is sent with the key as well. */
const SENDING = [
  { of: 'AWS::SQS::Queue', key: 'KmsMasterKeyId', source: SQS_KEYS },
  { of: 'AWS::SNS::Topic', key: 'KmsMasterKeyId', source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html' },
].map((row) => ({ ...row, actions: ['kms:GenerateDataKey', 'kms:Decrypt'], fails: false }));

const PUTTING = { of: 'AWS::Kinesis::Stream', key: 'StreamEncryption.KeyId', actions: ['kms:GenerateDataKey'] } as const;

const scheduled: readonly RolePermission[] = TARGETS.map(([of, action]) => ({
  path: 'Target.Arn',
  role: 'Target.RoleArn',
  of,
  actions: [action],
  answer: 'every invocation of the schedule fails',
  fails: false,
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html',
}));

const undelivered = {
  path: 'Target.DeadLetterConfig.Arn',
  role: 'Target.RoleArn',
  answer: 'events of failed invocations are lost',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
} as const;

const target = {
  path: 'Targets.*.Arn',
  role: '.RoleArn',
  answer: 'every invocation fails and only the metric FailedInvocations shows it',
  fails: false,
} as const;

const ruled: readonly RolePermission[] = [
  ...TARGETS,
  ['AWS::ECS::Cluster', 'ecs:RunTask'] as const,
  ['AWS::Events::ApiDestination', 'events:InvokeApiDestination'] as const,
].map(([of, action]) => ({
  ...target,
  of,
  actions: [action],
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html',
}));

const bucketOf = (destination: string): RolePermission => ({
  path: `${destination}.BucketARN`,
  role: '.RoleARN',
  of: 'AWS::S3::Bucket',
  actions: ['s3:PutObject'],
  answer: 'nothing is delivered to the bucket',
  fails: false,
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
});

const WRITING_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'] as const;
const flowLogs = {
  role: 'DeliverLogsPermissionArn',
  actions: WRITING_LOGS,
  answer: '"Access error: The IAM role for your flow log does not have sufficient permissions"',
  fails: false,
  source: threadOf('LeapBeyond/terraform-aws-cloudtrail#3'),
} as const;

/** Of databases with enhanced monitoring. */
const monitored: RolePermission = {
  path: 'MonitoringInterval',
  role: 'MonitoringRoleArn',
  mentions: /^[1-9]/,
  actions: WRITING_LOGS,
  answer: '"IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING"',
  fails: true,
  source: threadOf('hashicorp/terraform#5455'),
};

const DESTINATIONS: readonly (readonly [of: string, action: string])[] = [
  ['AWS::SQS::Queue', 'sqs:SendMessage'],
  ['AWS::SNS::Topic', 'sns:Publish'],
  ['AWS::Lambda::Function', 'lambda:InvokeFunction'],
  ['AWS::Events::EventBus', 'events:PutEvents'],
  ['AWS::S3::Bucket', 's3:PutObject'],
];

const recorded: readonly RolePermission[] = ['OnFailure', 'OnSuccess'].flatMap((outcome) => {
  const place = {
    path: `DestinationConfig.${outcome}.Destination`,
    role: 'function',
    answer: 'the records are lost, and only the metric DestinationDeliveryFailures shows it',
  };
  const rows = DESTINATIONS.map(([of, action]) => ({
    ...place,
    of,
    actions: [action],
    fails: false,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  }));
  return [...rows, ...SENDING.map((row) => ({ ...row, ...place }))];
});

const ROWS: Readonly<Record<string, readonly RolePermission[]>> = tableOf({
  'AWS::Lambda::Function': [
    {
      path: 'VpcConfig.SubnetIds.*',
      role: 'Role',
      actions: ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'],
      ...execution('EC2'),
      source: threadOf('aws/aws-cdk#23589'),
    },
    {
      path: 'DeadLetterConfig.TargetArn',
      role: 'Role',
      of: 'AWS::SQS::Queue',
      actions: ['sqs:SendMessage'],
      ...execution('SQS'),
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/dlq.html',
    },
    {
      path: 'DeadLetterConfig.TargetArn',
      role: 'Role',
      of: 'AWS::SNS::Topic',
      actions: ['sns:Publish'],
      ...execution('SNS'),
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/dlq.html',
    },
    ...SENDING.map((row) => ({
      ...row,
      path: 'DeadLetterConfig.TargetArn',
      role: 'Role',
      answer: 'the events are lost, and only the metric DeadLetterErrors shows it',
      source: threadOf('aws/aws-cdk#33153'),
    })),
  ],
  'AWS::Lambda::EventSourceMapping': [
    {
      path: 'EventSourceArn',
      role: 'function',
      of: 'AWS::SQS::Queue',
      actions: READING.queue,
      ...execution('SQS'),
      source: threadOf('aws/aws-cdk#6770'),
    },
    {
      ...streamSource,
      of: 'AWS::DynamoDB::Table',
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      source: threadOf('aws-samples/lambda-refarch-webapp#7'),
    },
    {
      ...streamSource,
      of: 'AWS::Kinesis::Stream',
      actions: ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
      source: threadOf('aws/aws-cdk#17312'),
    },
    {
      path: 'EventSourceArn',
      role: 'function',
      of: 'AWS::SQS::Queue',
      key: 'KmsMasterKeyId',
      actions: ['kms:Decrypt'],
      answer: 'Lambda does not poll for messages',
      fails: false,
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-lambda-function-trigger.html',
    },
    {
      path: 'EventSourceArn',
      role: 'function',
      of: 'AWS::Kinesis::Stream',
      key: 'StreamEncryption.KeyId',
      actions: ['kms:Decrypt'],
      answer: 'no record reaches the function',
      fails: false,
      source: threadOf('amazon-connect/amazon-connect-salesforce-lambda#3'),
    },
  ],
  'AWS::Pipes::Pipe': [
    ...[
      { of: 'AWS::DynamoDB::Table', actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'] },
      { of: 'AWS::Kinesis::Stream', actions: ['kinesis:GetRecords', 'kinesis:GetShardIterator'] },
    ].map((row) => ({
      ...row,
      path: 'Source',
      role: 'RoleArn',
      answer: '"Cannot access stream …. Please ensure the customer role can perform actions on source stream"',
      fails: true,
      source: threadOf('aws/aws-cdk#31211'),
    })),
    {
      path: 'Source',
      role: 'RoleArn',
      of: 'AWS::SQS::Queue',
      actions: READING.queue,
      answer: '"The provided customer role does not have permissions to call {call} on SQS"',
      fails: true,
      source: 'https://github.com/terraform-aws-modules/terraform-aws-eventbridge/pull/133',
    },
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    {
      path: 'KinesisStreamSourceConfiguration.KinesisStreamARN',
      role: '.RoleARN',
      of: 'AWS::Kinesis::Stream',
      actions: ['kinesis:DescribeStream', 'kinesis:GetRecords'],
      answer: '"… is not authorized to perform: kinesis:{call} on resource …"',
      fails: true,
      source: threadOf('aws/aws-cdk#5221'),
    },
    {
      path: 'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.DatabaseName',
      role: '.RoleARN',
      actions: ['glue:GetTableVersions'],
      answer:
        '"Access was denied when calling Glue. Please ensure that the role specified in the data format conversion configuration has the necessary permissions."',
      fails: true,
      source: 'https://github.com/hashicorp/terraform-provider-aws/pull/17254',
    },
    bucketOf('ExtendedS3DestinationConfiguration'),
    bucketOf('S3DestinationConfiguration'),
  ],
  'AWS::StepFunctions::StateMachine': [
    {
      path: 'LoggingConfiguration.Destinations.*.CloudWatchLogsLogGroup.LogGroupArn',
      role: 'RoleArn',
      actions: ['logs:CreateLogDelivery'],
      answer: '"The state machine IAM Role is not authorized to access the Log Destination"',
      fails: true,
      source: threadOf('aws/aws-cdk#26432'),
    },
    {
      path: 'DefinitionString',
      role: 'RoleArn',
      mentions: /:::(?:states:startExecution|ecs:runTask|batch:submitJob|codebuild:startBuild)\.sync/,
      actions: ['events:PutRule'],
      answer: '"… is not authorized to create managed-rule."',
      fails: true,
      source: threadOf('terraform-aws-modules/terraform-aws-step-functions#41'),
    },
  ],
  'AWS::Logs::SubscriptionFilter': [
    {
      path: 'DestinationArn',
      role: 'RoleArn',
      of: 'AWS::Kinesis::Stream',
      actions: ['kinesis:PutRecord'],
      answer: '"Could not deliver test message to specified Kinesis stream."',
      fails: true,
      source: threadOf('alertlogic/cloudwatch-logs-s3-export#9'),
    },
    {
      path: 'DestinationArn',
      role: 'RoleArn',
      ...PUTTING,
      answer: '"Could not deliver test message to specified destination. Check if the destination is valid."',
      fails: true,
      source: 'https://github.com/awsdocs/amazon-cloudwatch-logs-user-guide/pull/47',
    },
    {
      path: 'DestinationArn',
      role: 'RoleArn',
      of: 'AWS::KinesisFirehose::DeliveryStream',
      actions: ['firehose:PutRecord'],
      answer: '"Could not deliver test message to specified Firehose stream."',
      fails: true,
      source: threadOf('aws/aws-cli#8823'),
    },
  ],
  'AWS::Logs::Destination': [
    ['AWS::Kinesis::Stream', 'kinesis:PutRecord'] as const,
    ['AWS::KinesisFirehose::DeliveryStream', 'firehose:PutRecord'] as const,
  ].map(([of, action]) => ({
    path: 'TargetArn',
    role: 'RoleArn',
    of,
    actions: [action],
    answer: '"Could not deliver test message to specified destination. Check if the destination is valid."',
    fails: true,
    source: threadOf('aws/aws-cdk#34325'),
  })),
  'AWS::ApiGateway::Account': [
    {
      path: 'CloudWatchRoleArn',
      role: 'CloudWatchRoleArn',
      actions: ['logs:PutLogEvents'],
      answer:
        '"The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy."',
      fails: true,
      source: threadOf('aws-cloudformation/rain#163'),
    },
  ],
  'AWS::CloudFormation::StackSet': [
    {
      // The role is used when there are instances.
      path: 'StackInstancesGroup',
      role: 'AdministrationRoleARN',
      actions: ['sts:AssumeRole'],
      answer: '"Account … should have … role with trust relationship to Role …"',
      fails: true,
      source: threadOf('cdklabs/cdk-stacksets#438'),
    },
  ],
  'AWS::Bedrock::Agent': [
    {
      path: 'FoundationModel',
      role: 'AgentResourceRoleArn',
      mentions: /inference-profile|^(?:apac|au|eu|global|jp|us|us-gov)\./,
      actions: ['bedrock:InvokeModel'],
      answer: `"Access denied for operation 'AWS::Bedrock::Agent'."`,
      fails: true,
      source: threadOf('awslabs/generative-ai-cdk-constructs#899'),
    },
  ],
  'AWS::SageMaker::Model': ['PrimaryContainer', 'Containers.*'].flatMap((container) => [
    {
      path: `${container}.ModelDataUrl`,
      role: 'ExecutionRoleArn',
      actions: ['s3:GetObject'],
      answer: '"Could not access model data at …. Also ensure that the role has "s3:GetObject" permissions"',
      fails: true,
      source: threadOf('aws/aws-cdk#10064'),
    },
    {
      path: `${container}.Image`,
      role: 'ExecutionRoleArn',
      mentions: /\.dkr\.ecr\./,
      actions: ['ecr:BatchGetImage'],
      // The model itself is created: https://github.com/aws/sagemaker-tensorflow-serving-container/issues/182
      answer: 'no endpoint of the model is created: "The role … does not have BatchGetImage permission for the image"',
      fails: false,
      source: threadOf('aws-samples/generative-ai-sagemaker-cdk-demo#2'),
    },
  ]),
  'AWS::CloudWatch::MetricStream': [
    {
      path: 'FirehoseArn',
      role: 'RoleArn',
      of: 'AWS::KinesisFirehose::DeliveryStream',
      actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      answer: 'no metrics are delivered',
      fails: false,
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html',
    },
  ],
  'AWS::CodeBuild::Project': [
    {
      path: 'VpcConfig.VpcId',
      role: 'ServiceRole',
      actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:CreateNetworkInterface'],
      answer: '"Not authorized to perform {call}"',
      fails: true,
      source: threadOf('aws/aws-cdk#2652'),
    },
  ],
  'AWS::ECS::TaskDefinition': [
    {
      path: 'ContainerDefinitions.*.Secrets.*.ValueFrom',
      role: 'ExecutionRoleArn',
      of: 'AWS::SecretsManager::Secret',
      actions: ['secretsmanager:GetSecretValue'],
      answer: 'no task starts: "ResourceInitializationError: unable to pull secrets or registry auth"',
      fails: false,
      source: threadOf('aws/aws-cdk#18555'),
    },
  ],
  'AWS::CloudTrail::Trail': [
    {
      path: 'CloudWatchLogsLogGroupArn',
      role: 'CloudWatchLogsRoleArn',
      actions: WRITING_LOGS,
      answer: '"Access denied. Check the permissions for your role."',
      fails: true,
      source: threadOf('aws/aws-cdk#1963'),
    },
  ],
  'AWS::EC2::FlowLog': [
    { path: 'LogGroupName', ...flowLogs },
    { path: 'LogDestination', of: 'AWS::Logs::LogGroup', ...flowLogs },
  ],
  'AWS::RDS::DBInstance': [monitored],
  'AWS::RDS::DBCluster': [monitored],
  'AWS::Lambda::EventInvokeConfig': recorded,
  'AWS::Scheduler::Schedule': [
    ...scheduled,
    { ...undelivered, of: 'AWS::SQS::Queue', actions: ['sqs:SendMessage'], fails: false },
    // The CDK grants the queue, and not its key.
    ...SENDING.filter(({ of }) => of === 'AWS::SQS::Queue').map((row) => ({ ...row, ...undelivered, source: SQS_KEYS })),
  ],
  'AWS::Events::Rule': [...ruled, { ...target, ...PUTTING, source: threadOf('aws/aws-cdk#10996') }],
});

/** By the type of the resource that is given the role, or has a function with it. */
export const ROLE_PERMISSIONS: Readonly<Record<string, readonly RolePermission[]>> = tableOf(
  Object.fromEntries(
    [...new Set([...Object.keys(ROWS), ...Object.keys(ROLE_INTEGRATIONS)])].map((type) => [
      type,
      [...(ROWS[type] ?? []), ...(ROLE_INTEGRATIONS[type] ?? [])],
    ]),
  ),
);
