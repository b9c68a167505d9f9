import { tableOf } from '../../table-of.js';
import type { RolePermission } from './role-permission.js';

const threadOf = (id: string) => `https://github.com/${id.replace('#', '/issues/')}`;

/** What targets need, by their type. */
export const TARGETS: readonly (readonly [of: string, action: string])[] = [
  ['AWS::Lambda::Function', 'lambda:InvokeFunction'],
  ['AWS::SQS::Queue', 'sqs:SendMessage'],
  ['AWS::SNS::Topic', 'sns:Publish'],
  ['AWS::StepFunctions::StateMachine', 'states:StartExecution'],
  ['AWS::Kinesis::Stream', 'kinesis:PutRecord'],
  ['AWS::KinesisFirehose::DeliveryStream', 'firehose:PutRecord'],
  ['AWS::Events::EventBus', 'events:PutEvents'],
];

const [FUNCTION, QUEUE, TOPIC, MACHINE, TABLE, BUS] = [
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::StepFunctions::StateMachine',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
] as const;

/** An item is read or written in one of these ways. */
const ITEMS = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem', 'BatchWriteItem', 'PartiQLSelect'];

const task = {
  path: 'DefinitionString',
  role: 'RoleArn',
  // A state may have a role of its own, and a call of the SDK needs other actions.
  omits: /"Credentials"|:::aws-sdk:/,
  answer: 'the execution fails: "… is not authorized to perform: {action} on resource …"',
  fails: false,
} as const;

/** What a state machine's tasks use: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html */
const tasks: readonly RolePermission[] = [
  {
    ...task,
    of: FUNCTION,
    before: /"Resource"\s*:\s*"$/,
    actions: ['lambda:InvokeFunction'],
    source: threadOf('awslabs/aws-deployment-framework#460'),
  },
  {
    ...task,
    of: FUNCTION,
    mentions: /:::lambda:invoke/,
    before: /"FunctionName"\s*:\s*"$/,
    actions: ['lambda:InvokeFunction'],
    source: threadOf('awslabs/aws-deployment-framework#460'),
  },
  {
    ...task,
    of: QUEUE,
    mentions: /:::sqs:sendMessage/,
    before: /"QueueUrl"\s*:\s*"$/,
    actions: ['sqs:SendMessage'],
    source: threadOf('aws/aws-cdk#29203'),
  },
  {
    ...task,
    of: TOPIC,
    mentions: /:::sns:publish/,
    before: /"TopicArn"\s*:\s*"$/,
    actions: ['sns:Publish'],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html',
  },
  {
    ...task,
    of: MACHINE,
    mentions: /:::states:startExecution/,
    before: /"StateMachineArn"\s*:\s*"$/,
    actions: ['states:StartExecution'],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html',
  },
  {
    ...task,
    of: BUS,
    mentions: /:::events:putEvents/,
    before: /"EventBusName"\s*:\s*"$/,
    actions: ['events:PutEvents'],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html',
  },
  {
    ...task,
    of: TABLE,
    mentions: /:::dynamodb:(?:get|put|update|delete)Item/,
    before: /"TableName"\s*:\s*"$/,
    isOneEnough: true,
    actions: ITEMS.slice(0, 4).map((name) => `dynamodb:${name}`),
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html',
  },
];

/** A pipe sends records one by one or in batches, and starts executions in one of two ways. */
const ALTERNATIVES: readonly string[] = ['kinesis:PutRecords', 'firehose:PutRecordBatch', 'states:StartSyncExecution'];

const piped: readonly RolePermission[] = TARGETS.map(([of, action]) => ({
  path: 'Target',
  role: 'RoleArn',
  of,
  isOneEnough: true,
  actions: [action, ...ALTERNATIVES.filter((other) => other.split(':')[0] === action.split(':')[0])],
  answer: 'no event reaches the target',
  fails: false,
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
}));

const ENRICHMENTS: readonly (readonly [of: string, action: string])[] = [
  [FUNCTION, 'lambda:InvokeFunction'],
  [MACHINE, 'states:StartSyncExecution'],
  ['AWS::Events::ApiDestination', 'events:InvokeApiDestination'],
];
const enriched: readonly RolePermission[] = ENRICHMENTS.map(([of, action]) => ({
  path: 'Enrichment',
  role: 'RoleArn',
  of,
  actions: [action],
  answer: 'no event gets past the enrichment',
  fails: false,
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
}));

/** Integrations with other services, which API Gateway calls with a role. */
const CALLS: readonly (readonly [service: string, ...actions: string[]])[] = [
  ['dynamodb', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'],
  ['events', 'PutEvents'],
  ['kinesis', 'PutRecord', 'PutRecords'],
  ['sns', 'Publish'],
  ['sqs', 'SendMessage'],
  ['states', 'StartExecution', 'StartSyncExecution'],
];
const integration = {
  path: 'Integration.Uri',
  role: 'Integration.Credentials',
  answer: 'every call of the method fails: "… is not authorized to perform: {action}"',
  fails: false,
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html',
} as const;
const integrated: readonly RolePermission[] = [
  { ...integration, of: FUNCTION, before: /\/functions\/$/, actions: ['lambda:InvokeFunction'] },
  {
    ...integration,
    of: QUEUE,
    before: /:sqs:path\/[\w-]*\/$/,
    isOneEnough: true,
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
    source:
      'https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/integrate-amazon-api-gateway-with-amazon-sqs-to-handle-asynchronous-rest-apis.html',
  },
  ...CALLS.flatMap(([service, ...actions]) =>
    actions.map((action) => ({
      ...integration,
      mentions: new RegExp(`:${service}:action/${action}$`),
      actions: [`${service}:${action}`],
    })),
  ),
];

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
const SUBTYPES: readonly (readonly [subtype: string, action: string])[] = [
  ['EventBridge-PutEvents', 'events:PutEvents'],
  ['SQS-SendMessage', 'sqs:SendMessage'],
  ['SQS-ReceiveMessage', 'sqs:ReceiveMessage'],
  ['SQS-DeleteMessage', 'sqs:DeleteMessage'],
  ['Kinesis-PutRecord', 'kinesis:PutRecord'],
  ['StepFunctions-StartExecution', 'states:StartExecution'],
  ['StepFunctions-StartSyncExecution', 'states:StartSyncExecution'],
];

const resolved = {
  role: 'ServiceRoleArn',
  fails: false,
  answer: 'every request to the data source fails: "… is not authorized to perform: {action}"',
};

/** What the actions of a rule need: "An IAM role that AWS IoT can assume to perform the … operation". */
const published: readonly RolePermission[] = (
  [
    ['Sqs.QueueUrl', QUEUE, ['sqs:SendMessage']],
    ['Sns.TargetArn', TOPIC, ['sns:Publish']],
    ['Kinesis.StreamName', 'AWS::Kinesis::Stream', ['kinesis:PutRecord']],
    ['Firehose.DeliveryStreamName', 'AWS::KinesisFirehose::DeliveryStream', ['firehose:PutRecord']],
    ['DynamoDB.TableName', TABLE, ['dynamodb:PutItem']],
    ['S3.BucketName', 'AWS::S3::Bucket', ['s3:PutObject']],
    ['StepFunctions.StateMachineName', MACHINE, ['states:StartExecution']],
    ['CloudwatchLogs.LogGroupName', 'AWS::Logs::LogGroup', ['logs:CreateLogStream', 'logs:PutLogEvents']],
  ] as const
).map(([path, of, actions]) => ({
  path: `TopicRulePayload.Actions.*.${path}`,
  role: '.RoleArn',
  of,
  actions,
  answer: 'the action fails for every message',
  fails: false,
  source: `https://docs.aws.amazon.com/iot/latest/developerguide/${of === QUEUE ? 'sqs-rule-action' : 'iot-create-role'}.html`,
}));

export const ROLE_INTEGRATIONS: Readonly<Record<string, readonly RolePermission[]>> = tableOf({
  'AWS::StepFunctions::StateMachine': tasks,
  'AWS::Pipes::Pipe': [...enriched, ...piped],
  'AWS::IoT::TopicRule': published,
  'AWS::ApiGateway::Method': integrated,
  'AWS::ApiGatewayV2::Integration': SUBTYPES.map(([subtype, action]) => ({
    path: 'IntegrationSubtype',
    role: 'CredentialsArn',
    mentions: new RegExp(`^${subtype}$`),
    actions: [action],
    answer: 'every call of the route fails',
    fails: false,
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
  })),
  'AWS::AppSync::DataSource': [
    {
      ...resolved,
      path: 'LambdaConfig.LambdaFunctionArn',
      of: FUNCTION,
      actions: ['lambda:InvokeFunction'],
      source: threadOf('serverless/serverless-graphql#235'),
    },
    {
      ...resolved,
      path: 'DynamoDBConfig.TableName',
      of: TABLE,
      isOneEnough: true,
      actions: ITEMS.map((name) => `dynamodb:${name}`),
      source: threadOf('serverless/serverless-graphql#235'),
    },
    {
      ...resolved,
      path: 'EventBridgeConfig.EventBusArn',
      of: BUS,
      actions: ['events:PutEvents'],
      source: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html',
    },
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    {
      path: 'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors.*.Parameters.*.ParameterValue',
      role: 'ExtendedS3DestinationConfiguration.RoleARN',
      of: FUNCTION,
      actions: ['lambda:InvokeFunction'],
      answer: 'no record is transformed, and all go to the error output',
      fails: false,
      source: 'https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html',
    },
  ],
  'AWS::CodePipeline::Pipeline': [
    {
      path: 'Stages.*.Actions.*.RoleArn',
      role: 'RoleArn',
      of: 'AWS::IAM::Role',
      actions: ['sts:AssumeRole'],
      answer: '"… is not authorized to perform AssumeRole on role …"',
      fails: true,
      source: threadOf('aws/aws-cdk#11353'),
    },
  ],
  'AWS::CodeBuild::Project': [
    {
      path: 'ServiceRole',
      role: 'ServiceRole',
      unless: ['LogsConfig.CloudWatchLogs.Status', 'DISABLED'],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      answer: 'no build starts: "Service role … does not allow AWS CodeBuild to create Amazon CloudWatch Logs log streams"',
      fails: false,
      source: threadOf('aws/aws-cdk#12179'),
    },
  ],
  'AWS::Cognito::UserPool': [
    {
      path: 'SmsConfiguration.SnsCallerArn',
      role: 'SmsConfiguration.SnsCallerArn',
      actions: ['sns:Publish'],
      answer: '"Role does not have permission to publish with SNS"',
      fails: true,
      source: threadOf('OElesin/querypal#6'),
    },
  ],
  'AWS::AutoScaling::LifecycleHook': [
    ...(
      [
        [TOPIC, 'sns:Publish'],
        [QUEUE, 'sqs:SendMessage'],
      ] as const
    ).map(([of, action]) => ({
      path: 'NotificationTargetARN',
      role: 'RoleARN',
      of,
      actions: [action],
      answer: '"Unable to publish test message to notification target"',
      fails: true,
      source: threadOf('aws/aws-cdk#1212'),
    })),
  ],
  'AWS::EKS::Nodegroup': [
    {
      path: 'NodeRole',
      role: 'NodeRole',
      actions: ['ec2:DescribeInstances', 'ecr:GetAuthorizationToken'],
      answer: 'its nodes do not join the cluster (NodeCreationFailure)',
      fails: false,
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
    },
  ],
  'AWS::RDS::DBProxy': [
    {
      path: 'Auth.*.SecretArn',
      role: 'RoleArn',
      of: 'AWS::SecretsManager::Secret',
      actions: ['secretsmanager:GetSecretValue'],
      answer: 'the proxy cannot connect to the database, and its targets stay unavailable',
      fails: false,
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html',
    },
  ],
  'AWS::ECS::TaskDefinition': [
    {
      path: 'ContainerDefinitions.*.LogConfiguration.LogDriver',
      role: 'ExecutionRoleArn',
      mentions: /^awslogs$/,
      // On instances of EC2 the log driver uses the role of the instance.
      unless: ['RequiresCompatibilities.0', 'EC2'],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      answer:
        'no task starts: "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: … is not authorized to perform: {action}"',
      fails: false,
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    },
  ],
});
