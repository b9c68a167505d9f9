import {
  CLUSTER,
  called,
  DELIVERY_STREAM,
  EVENT_BUS,
  FUNCTION,
  KEY,
  LAYER,
  LOG_GROUP,
  named,
  QUEUE,
  SECRET,
  STATE_MACHINE,
  STREAM,
  TABLE,
  TOPIC,
  USER_POOL,
} from './named.js';
import { anywhere, inRegionOf, inStackRegion, type ReferenceRows, templateReference } from './row.js';

const alarmAction = {
  ...called('alarm action', TOPIC, FUNCTION),
  services: ['sns', 'lambda', 'autoscaling', 'automate', 'swf'],
};
const alarms = ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*'].map((path) =>
  inStackRegion(path, alarmAction, {
    words: 'Invalid region … specified.',
    fix: "Create a topic in the alarm's own stack, or one of {region}, and subscribe to it: `alarm.addAlarmAction(new actions.SnsAction(topic))`.",
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  }),
);
const RULE_TARGET = {
  words: 'Cross-region API call is not allowed.',
  fix: 'Send the event to an event bus in the other region, `rule.addTarget(new targets.EventBus(bus))`, and let a rule there call the target.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
} as const;
const RULE_TARGET_OF_OTHER_ACCOUNT = {
  fix: 'Send the event to an event bus of the other account, `rule.addTarget(new targets.EventBus(bus))`, and let a rule there call the target: only functions, queues, topics, Kinesis streams, APIs and event buses are called across accounts.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html',
} as const;
const LOG_DESTINATION = {
  words: 'Could not execute the lambda function.',
  fix: 'Create the function, stream or `logs.CfnDestination` in the region of the log group.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html',
} as const;
const RECEIVED_MAIL = { source: 'https://docs.aws.amazon.com/ses/latest/dg/regions.html' } as const;
const deadLetterQueue = called('dead-letter queue', QUEUE);
const NOTIFICATION = {
  words: 'Unable to validate the following destination configurations.',
  fix: 'Create the queue, topic or function in the region of the bucket, or let EventBridge carry the events to another region: `eventBridgeEnabled: true` and a rule whose target is an event bus there.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-enable-disable-notification-intro.html',
} as const;
const notified = (named: typeof QUEUE) => called('target of the notification', named);
// Written by CDK; `Managed` says that the bucket is declared in the same stack.
const CDK_NOTIFICATION = { ...NOTIFICATION, where: { Managed: 'true' } } as const;
const NOT_REACHABLE = "Functions from '…' are not reachable in this region.";

/** Events, queues, topics, alarms, logs and functions. */
export const MESSAGING: ReferenceRows = {
  'AWS::CloudWatch::Alarm': alarms,
  'AWS::CloudWatch::CompositeAlarm': alarms,
  'AWS::Lambda::EventSourceMapping': [
    inStackRegion(
      'EventSourceArn',
      { ...called('event source', QUEUE, STREAM, TABLE), services: ['sqs', 'kinesis', 'dynamodb', 'kafka', 'mq'] },
      {
        words: 'Event source region must match Lambda region.',
        fix: 'Create the function in the region of the source, or the source in {region}.',
        source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
      },
    ),
  ],
  'AWS::Lambda::Function': [
    inStackRegion(
      'Code.ImageUri',
      { types: ['AWS::ECR::Repository'], services: [], what: 'image', form: 'image' },
      {
        words: 'The Amazon ECR repository must be in the same AWS Region as the Lambda function.',
        check: 'region/image-region',
        source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
      },
    ),
    inStackRegion('Layers.*', LAYER, {
      fix: 'Publish the layer in {region}, too: `new lambda.LayerVersion(…)` in a stack of each region.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
    }),
    inStackRegion('DeadLetterConfig.TargetArn', called('dead-letter queue', QUEUE, TOPIC), {
      fix: 'Create the queue or topic in {region}: `deadLetterQueueEnabled: true` creates one.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html',
    }),
  ],
  // "Functions from 'us-east-1' are not reachable in this region": https://github.com/aws/aws-cdk/issues/11826
  'AWS::Lambda::Permission': [
    // Topics and APIs of other regions call functions.
    anywhere('SourceArn', 'https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html'),
    inStackRegion('FunctionName', FUNCTION, {
      words: NOT_REACHABLE,
      fix: "Put the permission into the function's stack: `fn.addPermission(…)` there.",
      source: 'https://github.com/aws/aws-cdk/issues/11826',
      account: {
        words: 'is not authorized to perform: lambda:AddPermission',
        fix: "Put the permission into the function's stack: `fn.addPermission(…)` there.",
        source: 'https://github.com/aws/aws-cdk/issues/11278',
        severity: 'warning',
      },
    }),
  ],
  'AWS::Lambda::Url': [
    inStackRegion('TargetFunctionArn', FUNCTION, {
      words: NOT_REACHABLE,
      fix: "Put the URL into the function's stack: `fn.addFunctionUrl(…)` there.",
      source: 'https://github.com/aws/aws-cdk/issues/11826',
    }),
  ],
  'AWS::Lambda::EventInvokeConfig': [
    inStackRegion('FunctionName', FUNCTION, {
      words: NOT_REACHABLE,
      fix: "Put the configuration into the function's stack: `fn.configureAsyncInvoke(…)` there.",
      source: 'https://github.com/aws/aws-cdk/issues/11826',
    }),
    inStackRegion('DestinationConfig.OnFailure.Destination', called('destination', QUEUE, TOPIC, FUNCTION, EVENT_BUS)),
    inStackRegion('DestinationConfig.OnSuccess.Destination', called('destination', QUEUE, TOPIC, FUNCTION, EVENT_BUS)),
  ],
  'AWS::Lambda::Alias': [
    inStackRegion('FunctionName', FUNCTION, {
      words: NOT_REACHABLE,
      fix: "Put the alias into the function's stack: `fn.addAlias(…)` there.",
      source: 'https://github.com/aws/aws-cdk/issues/11826',
    }),
  ],
  'AWS::Lambda::Version': [
    inStackRegion('FunctionName', FUNCTION, {
      words: NOT_REACHABLE,
      fix: "Put the version into the function's stack: `fn.currentVersion` there.",
      source: 'https://github.com/aws/aws-cdk/issues/11826',
    }),
  ],
  'AWS::Events::Rule': [
    inStackRegion('EventBusName', EVENT_BUS, {
      fix: 'Create the rule in the region of its event bus.',
      source: 'https://github.com/aws/aws-cdk/issues/26032',
    }),
    inStackRegion(
      'Targets.*.Arn',
      {
        // Only event buses may be in another region, and these and the following in another account.
        ...called('target of the rule', FUNCTION, QUEUE, TOPIC, STREAM, named('AWS::ApiGateway::RestApi', 'execute-api', '')),
      },
      RULE_TARGET,
    ),
    inStackRegion(
      'Targets.*.Arn',
      called('target of the rule', STATE_MACHINE, DELIVERY_STREAM, LOG_GROUP, {
        types: ['AWS::ECS::Cluster', 'AWS::CodeBuild::Project', 'AWS::CodePipeline::Pipeline', 'AWS::Batch::JobQueue'],
        services: ['ecs', 'codebuild', 'codepipeline', 'batch', 'ssm', 'redshift', 'redshift-serverless', 'sagemaker', 'appsync'],
        what: '',
      }),
      { ...RULE_TARGET, account: RULE_TARGET_OF_OTHER_ACCOUNT },
    ),
    inStackRegion('Targets.*.DeadLetterConfig.Arn', deadLetterQueue, {
      fix: 'Create the dead-letter queue in the region of the rule.',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
    }),
  ],
  'AWS::Events::Endpoint': [anywhere('EventBuses.*.EventBusArn', templateReference('AWS::Events::Endpoint'))],
  'AWS::Events::ApiDestination': [
    inStackRegion('ConnectionArn', { types: ['AWS::Events::Connection'], services: ['events'], what: 'connection' }),
  ],
  'AWS::Logs::SubscriptionFilter': [
    inStackRegion('DestinationArn', called('destination of the logs', DELIVERY_STREAM, STREAM, FUNCTION), {
      ...LOG_DESTINATION,
      account: {
        fix: 'Write to a `logs.CfnDestination` of the other account, whose stream receives the events.',
        source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateSubscriptionFilterFirehose-Account.html',
      },
    }),
    inStackRegion('DestinationArn', called('destination of the logs', named('AWS::Logs::Destination', 'logs', '')), LOG_DESTINATION),
  ],
  'AWS::Logs::Destination': [
    anywhere('TargetArn', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html'),
  ],
  'AWS::SQS::Queue': [
    inStackRegion('RedrivePolicy.deadLetterTargetArn', deadLetterQueue, {
      account: 'stack',
      fix: 'Create the dead-letter queue in the account and region of the queue.',
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    }),
  ],
  'AWS::SNS::Subscription': [
    // The queue is in the account and region of the subscription, and that is the topic's.
    inRegionOf('Region', 'RedrivePolicy.deadLetterTargetArn', deadLetterQueue, {
      account: 'stack',
      fix: 'Create the dead-letter queue in {region}, the region of the topic.',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    }),
    inStackRegion('Endpoint', DELIVERY_STREAM, {
      fix: 'Create the delivery stream in the region of the topic.',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html',
      where: { Protocol: 'firehose', Region: undefined },
    }),
    // `sns/subscription-region` checks it with what it does to `Region`.
    anywhere('TopicArn'),
  ],
  // Buckets may be in any region, all others are of the region that receives the mail.
  'AWS::SES::ReceiptRule': [
    ...['S3Action', 'LambdaAction', 'SNSAction', 'BounceAction', 'StopAction', 'WorkmailAction'].map((action) =>
      inStackRegion(`Rule.Actions.*.${action}.TopicArn`, TOPIC, RECEIVED_MAIL),
    ),
    inStackRegion('Rule.Actions.*.LambdaAction.FunctionArn', FUNCTION, RECEIVED_MAIL),
    inStackRegion('Rule.Actions.*.S3Action.KmsKeyArn', KEY, RECEIVED_MAIL),
  ],
  'AWS::SNS::Topic': [anywhere('Subscription.*.Endpoint', 'https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html')],
  'AWS::S3::Bucket': [
    inStackRegion('NotificationConfiguration.LambdaConfigurations.*.Function', notified(FUNCTION), NOTIFICATION),
    inStackRegion('NotificationConfiguration.QueueConfigurations.*.Queue', notified(QUEUE), NOTIFICATION),
    inStackRegion('NotificationConfiguration.TopicConfigurations.*.Topic', notified(TOPIC), NOTIFICATION),
  ],
  'Custom::S3BucketNotifications': [
    inStackRegion('NotificationConfiguration.LambdaFunctionConfigurations.*.LambdaFunctionArn', notified(FUNCTION), CDK_NOTIFICATION),
    inStackRegion('NotificationConfiguration.QueueConfigurations.*.QueueArn', notified(QUEUE), CDK_NOTIFICATION),
    inStackRegion('NotificationConfiguration.TopicConfigurations.*.TopicArn', notified(TOPIC), CDK_NOTIFICATION),
  ],
  'AWS::Cognito::UserPool': [
    ...[
      'CreateAuthChallenge',
      'CustomEmailSender.LambdaArn',
      'CustomMessage',
      'CustomSMSSender.LambdaArn',
      'DefineAuthChallenge',
      'PostAuthentication',
      'PostConfirmation',
      'PreAuthentication',
      'PreSignUp',
      'PreTokenGeneration',
      'PreTokenGenerationConfig.LambdaArn',
      'UserMigration',
      'VerifyAuthChallengeResponse',
    ].map((trigger) =>
      inStackRegion(`LambdaConfig.${trigger}`, called('trigger of the user pool', FUNCTION), {
        fix: 'Create the function in the region of the user pool, and pass it there: `lambdaTriggers: { … }` or `userPool.addTrigger(…)`.',
      }),
    ),
  ],
  'AWS::AppSync::GraphQLApi': [
    inRegionOf('UserPoolConfig.AwsRegion', 'UserPoolConfig.UserPoolId', USER_POOL, {
      fix: "Name the user pool's region: `awsRegion`.",
      source: 'https://github.com/aws/aws-cdk/issues/13691',
    }),
    inRegionOf(
      'AdditionalAuthenticationProviders.*.UserPoolConfig.AwsRegion',
      'AdditionalAuthenticationProviders.*.UserPoolConfig.UserPoolId',
      USER_POOL,
      {
        fix: "Name the user pool's region: `awsRegion`.",
        source: 'https://github.com/aws/aws-cdk/issues/13691',
      },
    ),
  ],
  'AWS::AppSync::Api': [
    inRegionOf('EventConfig.AuthProviders.*.CognitoConfig.AwsRegion', 'EventConfig.AuthProviders.*.CognitoConfig.UserPoolId', USER_POOL, {
      fix: "Name the user pool's region: `awsRegion`.",
      source: templateReference('AWS::AppSync::Api'),
    }),
  ],
  'AWS::AppSync::DataSource': [
    inRegionOf('DynamoDBConfig.AwsRegion', 'DynamoDBConfig.TableName', TABLE, {
      fix: "Name the table's region: `new appsync.CfnDataSource(…, { dynamoDbConfig: { awsRegion: table.stack.region, tableName } })`.",
      source: templateReference('AWS::AppSync::DataSource'),
    }),
    inRegionOf(
      'OpenSearchServiceConfig.AwsRegion',
      'OpenSearchServiceConfig.Endpoint',
      { types: ['AWS::OpenSearchService::Domain'], services: [], what: 'domain' },
      { fix: "Name the domain's region: `awsRegion`.", source: templateReference('AWS::AppSync::DataSource') },
    ),
    inRegionOf(
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsRegion',
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier',
      CLUSTER,
      { fix: "Name the cluster's region: `awsRegion`.", source: templateReference('AWS::AppSync::DataSource') },
    ),
    inRegionOf(
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsRegion',
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsSecretStoreArn',
      SECRET,
      { source: templateReference('AWS::AppSync::DataSource') },
    ),
  ],
  // The function may be in another region: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-lambda-authorizer-cross-account-lambda-authorizer.html
  'AWS::ApiGateway::Method': [anywhere('Integration.Uri')],
  'AWS::ApiGateway::Authorizer': [anywhere('ProviderARNs.*')],
  'AWS::ApiGatewayV2::Api': [anywhere('Target')],
  'AWS::ApiGatewayV2::Integration': [anywhere('IntegrationUri')],
  'AWS::ApiGatewayV2::Route': [anywhere('Target')],
  // The service token is of the region of the stack.
  'Custom::*': [
    inStackRegion('ServiceToken', called('service token', FUNCTION, TOPIC), {
      words: 'The service token must be from the same Region as the stack.',
      fix: 'Create the provider in each region: `new cr.Provider(…)` and its function in a stack of {region}.',
      source: templateReference('AWS::CloudFormation::CustomResource'),
    }),
  ],
  'AWS::CloudFormation::CustomResource': [
    inStackRegion('ServiceToken', called('service token', FUNCTION, TOPIC), {
      words: 'The service token must be from the same Region as the stack.',
      fix: 'Create the provider in each region: `new cr.Provider(…)` and its function in a stack of {region}.',
      source: templateReference('AWS::CloudFormation::CustomResource'),
    }),
  ],
};
