/** Properties whose ARN must be of a certain region. */
export interface RegionBound {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** The one region, or the region of the stack. */
  readonly region: 'us-east-1' | 'stack';
  /** Service fields of the ARNs that are meant. Others are left alone. */
  readonly services: readonly string[];
  /** Types of this app's resources that are meant. */
  readonly types: readonly string[];
  /** What stands there, as one says it. */
  readonly what: string;
  /** The row counts only where these properties have these texts; undefined: where they are absent. */
  readonly where?: Readonly<Record<string, string | undefined>>;
}

const certificate = { services: ['acm'], types: ['AWS::CertificateManager::Certificate'], what: 'certificate' };
const edgeFunction = { region: 'us-east-1', services: ['lambda'], types: ['AWS::Lambda::Version'], what: 'edge function' } as const;
const action = {
  region: 'stack',
  services: ['sns', 'lambda', 'autoscaling', 'automate', 'swf'],
  types: ['AWS::SNS::Topic', 'AWS::Lambda::Function', 'AWS::Lambda::Alias'],
  what: 'alarm action',
} as const;
const notification = { region: 'stack', services: ['lambda', 'sqs', 'sns'], what: 'target of the notification' } as const;
const customNotification = { ...notification, where: { Managed: 'true' } } as const;
const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];
const snapshot = { region: 'stack', services: ['rds'], types: [], what: 'snapshot' } as const;
const alarm: readonly RegionBound[] = ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*'].map((path) => ({ path, ...action }));

/**
 * Sources: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-enable-disable-notification-intro.html,
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html ("Cross-region API call is not allowed":
 * https://github.com/aws-samples/amazon-eventbridge-resource-policy-samples/issues/10),
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html
 */
export const REGION_BOUND: Readonly<Record<string, readonly RegionBound[]>> = {
  'AWS::CloudFront::Distribution': [
    { path: 'DistributionConfig.ViewerCertificate.AcmCertificateArn', region: 'us-east-1', ...certificate },
    { path: 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.*.LambdaFunctionARN', ...edgeFunction },
    { path: 'DistributionConfig.CacheBehaviors.*.LambdaFunctionAssociations.*.LambdaFunctionARN', ...edgeFunction },
    {
      path: 'DistributionConfig.WebACLId',
      region: 'us-east-1',
      services: ['wafv2'],
      types: ['AWS::WAFv2::WebACL'],
      what: 'web ACL of a distribution',
    },
  ],
  'AWS::Cognito::UserPoolDomain': [{ path: 'CustomDomainConfig.CertificateArn', region: 'us-east-1', ...certificate }],
  'AWS::ApiGateway::DomainName': [
    { path: 'CertificateArn', region: 'us-east-1', ...certificate },
    { path: 'RegionalCertificateArn', region: 'stack', ...certificate },
  ],
  'AWS::ApiGatewayV2::DomainName': [{ path: 'DomainNameConfigurations.*.CertificateArn', region: 'stack', ...certificate }],
  'AWS::ElasticLoadBalancingV2::Listener': [{ path: 'Certificates.*.CertificateArn', region: 'stack', ...certificate }],
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': [{ path: 'Certificates.*.CertificateArn', region: 'stack', ...certificate }],
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::CloudWatch::CompositeAlarm': alarm,
  'AWS::Lambda::EventSourceMapping': [
    {
      path: 'EventSourceArn',
      region: 'stack',
      services: ['sqs', 'kinesis', 'dynamodb'],
      types: ['AWS::SQS::Queue', 'AWS::Kinesis::Stream', 'AWS::DynamoDB::Table'],
      what: 'event source',
    },
  ],
  'AWS::Events::Rule': [
    { path: 'EventBusName', region: 'stack', services: ['events'], types: ['AWS::Events::EventBus'], what: 'event bus' },
    {
      path: 'Targets.*.Arn',
      region: 'stack',
      // Only event buses may be in another region.
      services: ['lambda', 'sqs', 'sns', 'states', 'kinesis', 'firehose', 'logs', 'ecs', 'codebuild', 'codepipeline', 'batch'],
      types: [
        'AWS::Lambda::Function',
        'AWS::Lambda::Alias',
        'AWS::SQS::Queue',
        'AWS::SNS::Topic',
        'AWS::StepFunctions::StateMachine',
        'AWS::Kinesis::Stream',
        'AWS::KinesisFirehose::DeliveryStream',
        'AWS::Logs::LogGroup',
      ],
      what: 'target of the rule',
    },
    {
      path: 'Targets.*.DeadLetterConfig.Arn',
      region: 'stack',
      services: ['sqs'],
      types: ['AWS::SQS::Queue'],
      what: 'dead-letter queue',
    },
  ],
  'AWS::Logs::SubscriptionFilter': [
    {
      path: 'DestinationArn',
      region: 'stack',
      services: ['logs', 'firehose', 'lambda', 'kinesis'],
      types: ['AWS::Logs::Destination', 'AWS::KinesisFirehose::DeliveryStream', 'AWS::Kinesis::Stream', ...FUNCTIONS],
      what: 'destination of the logs',
    },
  ],
  'AWS::Lambda::Function': [
    { path: 'Layers.*', region: 'stack', services: ['lambda'], types: ['AWS::Lambda::LayerVersion'], what: 'layer' },
    {
      path: 'DeadLetterConfig.TargetArn',
      region: 'stack',
      services: ['sqs', 'sns'],
      types: ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
      what: 'dead-letter queue',
    },
  ],
  'AWS::SQS::Queue': [
    {
      path: 'RedrivePolicy.deadLetterTargetArn',
      region: 'stack',
      services: ['sqs'],
      types: ['AWS::SQS::Queue'],
      what: 'dead-letter queue',
    },
  ],
  'AWS::S3::Bucket': [
    { path: 'NotificationConfiguration.LambdaConfigurations.*.Function', types: ['AWS::Lambda::Function'], ...notification },
    { path: 'NotificationConfiguration.QueueConfigurations.*.Queue', types: ['AWS::SQS::Queue'], ...notification },
    { path: 'NotificationConfiguration.TopicConfigurations.*.Topic', types: ['AWS::SNS::Topic'], ...notification },
  ],
  // "Functions from 'us-east-1' are not reachable in this region": https://github.com/aws/aws-cdk/issues/11826
  'AWS::Lambda::Permission': [{ path: 'FunctionName', region: 'stack', services: ['lambda'], types: FUNCTIONS, what: 'function' }],
  // The service token is of the region of the stack: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
  'AWS::CloudFormation::CustomResource': [
    { path: 'ServiceToken', region: 'stack', services: ['lambda', 'sns'], types: ['AWS::SNS::Topic', ...FUNCTIONS], what: 'service token' },
  ],
  // https://github.com/sid88in/serverless-appsync-plugin/issues/587
  'AWS::AppSync::DomainName': [{ path: 'CertificateArn', region: 'us-east-1', ...certificate }],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-amplify-domain-certificatesettings.html
  'AWS::Amplify::Domain': [{ path: 'CertificateSettings.CustomCertificateArn', region: 'us-east-1', ...certificate }],
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
  'AWS::Route53::HostedZone': [
    {
      path: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn',
      region: 'us-east-1',
      services: ['logs'],
      types: ['AWS::Logs::LogGroup'],
      what: 'log group of the queries',
    },
  ],
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
  'AWS::Route53::KeySigningKey': [
    { path: 'KeyManagementServiceArn', region: 'us-east-1', services: ['kms'], types: ['AWS::KMS::Key'], what: 'key that signs the zone' },
  ],
  // "The ARN isn't valid", field: LOG_DESTINATION: https://github.com/pulumi/pulumi-aws/issues/1214
  'AWS::WAFv2::LoggingConfiguration': [
    {
      path: 'LogDestinationConfigs.*',
      region: 'stack',
      services: ['logs', 'firehose'],
      types: ['AWS::Logs::LogGroup', 'AWS::KinesisFirehose::DeliveryStream'],
      what: 'destination of the logs',
    },
  ],
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
  'AWS::KMS::Alias': [{ path: 'TargetKeyId', region: 'stack', services: ['kms'], types: ['AWS::KMS::Key'], what: 'key of the alias' }],
  // The queue is in the region of the subscription, and that is the topic's: https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
  'AWS::SNS::Subscription': [
    {
      path: 'RedrivePolicy.deadLetterTargetArn',
      region: 'stack',
      services: ['sqs'],
      types: ['AWS::SQS::Queue'],
      what: 'dead-letter queue',
      where: { Region: undefined },
    },
  ],
  // "DBSnapshotNotFound": https://github.com/terraform-aws-modules/terraform-aws-rds-aurora/issues/339
  'AWS::RDS::DBCluster': [{ path: 'SnapshotIdentifier', ...snapshot }],
  'AWS::RDS::DBInstance': [{ path: 'DBSnapshotIdentifier', ...snapshot }],
  // Written by CDK; `Managed` says that the bucket is declared in the same stack.
  'Custom::S3BucketNotifications': [
    {
      path: 'NotificationConfiguration.LambdaFunctionConfigurations.*.LambdaFunctionArn',
      types: ['AWS::Lambda::Function'],
      ...customNotification,
    },
    { path: 'NotificationConfiguration.QueueConfigurations.*.QueueArn', types: ['AWS::SQS::Queue'], ...customNotification },
    { path: 'NotificationConfiguration.TopicConfigurations.*.TopicArn', types: ['AWS::SNS::Topic'], ...customNotification },
  ],
};

/** Where a template names availability zones. */
export const ZONE_PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Subnet': ['AvailabilityZone'],
  'AWS::EC2::Instance': ['AvailabilityZone'],
  'AWS::EC2::Volume': ['AvailabilityZone'],
  'AWS::RDS::DBInstance': ['AvailabilityZone'],
  'AWS::RDS::DBCluster': ['AvailabilityZones.*'],
  'AWS::DocDB::DBCluster': ['AvailabilityZones.*'],
  'AWS::Neptune::DBCluster': ['AvailabilityZones.*'],
  'AWS::AutoScaling::AutoScalingGroup': ['AvailabilityZones.*'],
  'AWS::ElastiCache::ReplicationGroup': ['PreferredCacheClusterAZs.*'],
  'AWS::EFS::FileSystem': ['AvailabilityZoneName'],
};

/** Types that serve CloudFront when their `Scope` says so, from us-east-1 only. Source: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
export const WAF_TYPES: readonly string[] = [
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::IPSet',
  'AWS::WAFv2::RuleGroup',
  'AWS::WAFv2::RegexPatternSet',
];
