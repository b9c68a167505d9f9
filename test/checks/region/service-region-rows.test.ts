import { expect, it } from 'vitest';
import check from '../../../checks/region/service-region.js';
import { findingsIn } from '../../support/findings-in.js';

const findings = (type: string, properties: object) =>
  findingsIn({ S: { region: 'eu-west-1', resources: { R: { Type: type, Properties: { ...properties } } } } }, check);

const destination = (properties: object) => ({ ReplicationConfiguration: { Destinations: [properties] } });
const copying = (rule: object) => ({ PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [rule] }] } });
const option = (OptionName: string, Value: string) => ({ OptionSettings: [{ OptionName, Value }] });
const action = (Provider: string, Configuration: object, Region?: string) => ({
  Stages: [{ Actions: [{ ActionTypeId: { Provider }, Configuration, ...(Region !== undefined && { Region }) }] }],
});
const arn = (service: string, region: string) => `arn:aws:${service}:${region}:482731905566:thing`;

it.each<[type: string, service: string, region: string, properties: (value: string) => object]>([
  ['AWS::Lambda::Permission', 'lambda', 'eu-west-1', (FunctionName) => ({ FunctionName })],
  ['AWS::CloudFormation::CustomResource', 'lambda', 'eu-west-1', (ServiceToken) => ({ ServiceToken })],
  ['AWS::AppSync::DomainName', 'acm', 'us-east-1', (CertificateArn) => ({ CertificateArn })],
  ['AWS::Amplify::Domain', 'acm', 'us-east-1', (CustomCertificateArn) => ({ CertificateSettings: { CustomCertificateArn } })],
  ['AWS::Route53::HostedZone', 'logs', 'us-east-1', (CloudWatchLogsLogGroupArn) => ({ QueryLoggingConfig: { CloudWatchLogsLogGroupArn } })],
  ['AWS::Route53::KeySigningKey', 'kms', 'us-east-1', (KeyManagementServiceArn) => ({ KeyManagementServiceArn })],
  ['AWS::WAFv2::LoggingConfiguration', 'logs', 'eu-west-1', (destination) => ({ LogDestinationConfigs: [destination] })],
  ['AWS::KMS::Alias', 'kms', 'eu-west-1', (TargetKeyId) => ({ TargetKeyId })],
  ['AWS::SNS::Subscription', 'sqs', 'eu-west-1', (deadLetterTargetArn) => ({ RedrivePolicy: { deadLetterTargetArn } })],
  ['AWS::RDS::DBCluster', 'rds', 'eu-west-1', (SnapshotIdentifier) => ({ SnapshotIdentifier })],
  ['AWS::RDS::DBInstance', 'rds', 'eu-west-1', (DBSnapshotIdentifier) => ({ DBSnapshotIdentifier })],
  ['Custom::Seed', 'lambda', 'eu-west-1', (ServiceToken) => ({ ServiceToken })],
  ['AWS::CloudTrail::Trail', 'logs', 'eu-west-1', (CloudWatchLogsLogGroupArn) => ({ CloudWatchLogsLogGroupArn })],
  ['AWS::CloudFront::RealtimeLogConfig', 'kinesis', 'us-east-1', (StreamArn) => ({ EndPoints: [{ KinesisStreamConfig: { StreamArn } }] })],
  ['AWS::Cognito::UserPool', 'lambda', 'eu-west-1', (PreSignUp) => ({ LambdaConfig: { PreSignUp } })],
  ['AWS::ECS::Service', 'elasticloadbalancing', 'eu-west-1', (TargetGroupArn) => ({ LoadBalancers: [{ TargetGroupArn }] })],
  [
    'AWS::DynamoDB::GlobalTable',
    'kinesis',
    'us-west-2',
    (StreamArn) => ({ Replicas: [{ Region: 'us-west-2', KinesisStreamSpecification: { StreamArn } }] }),
  ],
  ['AWS::SNS::Subscription', 'sqs', 'us-west-2', (dlq) => ({ Region: 'us-west-2', RedrivePolicy: { deadLetterTargetArn: dlq } })],
  ['AWS::EFS::FileSystem', 'elasticfilesystem', 'us-west-2', (FileSystemId) => destination({ Region: 'us-west-2', FileSystemId })],
  ['AWS::Config::DeliveryChannel', 'sns', 'eu-west-1', (SnsTopicARN) => ({ S3BucketName: 'audit', SnsTopicARN })],
  ['AWS::Events::Rule', 'states', 'eu-west-1', (Arn) => ({ Targets: [{ Id: 'a', Arn }] })],
  ['AWS::Events::Rule', 'sqs', 'eu-west-1', (Arn) => ({ Targets: [{ Id: 'a', Arn }] })],
  [
    'AWS::OpenSearchService::Domain',
    'logs',
    'eu-west-1',
    (CloudWatchLogsLogGroupArn) => ({ LogPublishingOptions: { ES_APPLICATION_LOGS: { CloudWatchLogsLogGroupArn } } }),
  ],
  ['AWS::IoT::Authorizer', 'lambda', 'eu-west-1', (AuthorizerFunctionArn) => ({ AuthorizerFunctionArn })],
  ['AWS::ImageBuilder::ImagePipeline', 'imagebuilder', 'eu-west-1', (ImageRecipeArn) => ({ ImageRecipeArn })],
  [
    'AWS::CloudFormation::Stack',
    'sns',
    'eu-west-1',
    (topic) => ({ TemplateURL: 'https://s3.amazonaws.com/a/b', NotificationARNs: [topic] }),
  ],
  ['AWS::EC2::FlowLog', 'logs', 'eu-west-1', (LogDestination) => ({ LogDestinationType: 'cloud-watch-logs', LogDestination })],
  ['AWS::RolesAnywhere::TrustAnchor', 'acm-pca', 'eu-west-1', (AcmPcaArn) => ({ Source: { SourceData: { AcmPcaArn } } })],
  ['AWS::DLM::LifecyclePolicy', 'kms', 'us-west-2', (CmkArn) => copying({ TargetRegion: 'us-west-2', CmkArn })],
  ['AWS::DLM::LifecyclePolicy', 'kms', 'us-west-2', (CmkArn) => copying({ Target: 'us-west-2', CmkArn })],
  ['AWS::ElasticBeanstalk::Environment', 'acm', 'eu-west-1', (Value) => option('SSLCertificateArns', Value)],
  ['AWS::CodePipeline::Pipeline', 'sns', 'eu-west-1', (NotificationArn) => action('Manual', { NotificationArn })],
  ['AWS::CodePipeline::Pipeline', 'states', 'us-west-2', (StateMachineArn) => action('StepFunctions', { StateMachineArn }, 'us-west-2')],
  ['AWS::CodeStarNotifications::NotificationRule', 'codebuild', 'eu-west-1', (Resource) => ({ Resource })],
  ['AWS::RAM::ResourceShare', 'ec2', 'eu-west-1', (shared) => ({ Name: 'network', ResourceArns: [shared] })],
  [
    'AWS::WAFv2::WebACL',
    'wafv2',
    'eu-west-1',
    (Arn) => ({ Scope: 'REGIONAL', Rules: [{ Statement: { AndStatement: { Statements: [{ IPSetReferenceStatement: { Arn } }] } } }] }),
  ],
  ['AWS::ECS::Service', 'servicediscovery', 'eu-west-1', (Namespace) => ({ ServiceConnectConfiguration: { Namespace } })],
  ['AWS::ApiGatewayV2::Stage', 'logs', 'eu-west-1', (DestinationArn) => ({ AccessLogSettings: { DestinationArn } })],
  ['AWS::Logs::SubscriptionFilter', 'lambda', 'eu-west-1', (DestinationArn) => ({ DestinationArn })],
  [
    'Custom::S3BucketNotifications',
    'sqs',
    'eu-west-1',
    (QueueArn) => ({ Managed: true, NotificationConfiguration: { QueueConfigurations: [{ QueueArn }] } }),
  ],
])('%s: %s of another region than %s', (type, service, region, properties) => {
  expect(findings(type, properties(arn(service, 'ap-southeast-2')))).toHaveLength(1);
  expect(findings(type, properties(arn(service, region)))).toEqual([]);
});

it('ignores notifications of a bucket that may be in another region, and subscriptions in another region', () => {
  const queue = arn('sqs', 'us-west-2');
  const notifications = { Managed: false, NotificationConfiguration: { QueueConfigurations: [{ QueueArn: queue }] } };
  expect(findings('Custom::S3BucketNotifications', notifications)).toEqual([]);
  expect(findings('AWS::SNS::Subscription', { Region: 'us-west-2', RedrivePolicy: { deadLetterTargetArn: queue } })).toEqual([]);
});

it.each<[type: string, properties: (region: string) => object]>([
  ['AWS::Cognito::UserPoolClient', (region) => ({ UserPoolId: `${region}_aB3dE5fG7` })],
  ['AWS::AppSync::GraphQLApi', (region) => ({ UserPoolConfig: { UserPoolId: `${region}_aB3dE5fG7`, AwsRegion: 'eu-west-1' } })],
  ['AWS::SQS::QueuePolicy', (region) => ({ Queues: [`https://sqs.${region}.amazonaws.com/482731905566/orders`] })],
])('%s: reads the region of an id or address', (type, properties) => {
  expect(findings(type, properties('us-east-1'))).toHaveLength(1);
  expect(findings(type, properties('eu-west-1'))).toEqual([]);
});

it('requires the delivery of the logs of a distribution in us-east-1', () => {
  const source = (region: string, ResourceArn: string) =>
    findingsIn({ S: { region, resources: { R: { Type: 'AWS::Logs::DeliverySource', Properties: { ResourceArn } } } } }, check);
  const distribution = 'arn:aws:cloudfront::482731905566:distribution/E2QWRUHAPOMQZL';
  expect(source('eu-west-1', distribution)).toMatchObject([{ severity: 'error', propertyPath: 'ResourceArn' }]);
  expect(source('us-east-1', distribution)).toEqual([]);
  expect(source('eu-west-1', 'arn:aws:bedrock:eu-west-1:482731905566:knowledge-base/KB12')).toEqual([]);
});

it.each<[type: string, properties: object]>([
  // Topics and APIs of other regions call functions.
  ['AWS::Lambda::Permission', { SourceArn: arn('sns', 'us-west-2') }],
  ['AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: arn('events', 'us-west-2'), RoleArn: 'arn:aws:iam::482731905566:role/a' }] }],
  ['AWS::Logs::Destination', { TargetArn: arn('kinesis', 'us-west-2') }],
  ['AWS::ApiGateway::Authorizer', { ProviderARNs: [arn('cognito-idp', 'us-west-2')] }],
  ['AWS::CloudWatch::Alarm', { Dimensions: [{ Name: 'ClusterName', Value: arn('ecs', 'us-west-2') }] }],
  ['AWS::CloudTrail::Trail', { EventSelectors: [{ DataResources: [{ Values: [arn('lambda', 'us-west-2')] }] }] }],
  [
    'AWS::Backup::BackupPlan',
    { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'us-west-2') }] }] } },
  ],
  [
    'AWS::Synthetics::Canary',
    {
      Replicas: [
        {
          Location: 'us-west-2',
          VpcConfig: { SecurityGroupIds: [{ 'Fn::GetStackOutput': { StackName: 'X', OutputName: 'Y', Region: 'us-west-2' } }] },
        },
      ],
    },
  ],
])('%s may name something of another region: %j', (type, properties) => {
  expect(findings(type, properties)).toEqual([]);
});

it('reports the share of a core network outside of us-east-1', () => {
  const share = { Name: 'wan', ResourceArns: ['arn:aws:networkmanager::482731905566:core-network/core-network-0d2f'] };
  expect(findings('AWS::RAM::ResourceShare', share)).toMatchObject([
    {
      propertyPath: 'ResourceArns.0',
      message:
        'The share of a core network must be created in us-east-1, this stack is in eu-west-1: "Core Network can be shared only with AWS RAM in us-east-1".',
    },
  ]);
});

it('reports a policy of Firewall Manager for distributions outside of us-east-1', () => {
  expect(findings('AWS::FMS::Policy', { ResourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer' })).toEqual([]);
  expect(findings('AWS::FMS::Policy', { ResourceType: 'AWS::CloudFront::Distribution' })).toMatchObject([
    {
      propertyPath: 'ResourceType',
      message:
        'A policy for distributions must be created in us-east-1, this stack is in eu-west-1: "Resource ["AWS::CloudFront::Distribution"] can not be used in region: …".',
    },
  ]);
});

it.each<[type: string, properties: (zone: string) => object]>([
  ['AWS::EC2::Host', (AvailabilityZone) => ({ AvailabilityZone })],
  ['AWS::ElastiCache::CacheCluster', (zone) => ({ PreferredAvailabilityZones: [zone] })],
  ['AWS::DAX::Cluster', (zone) => ({ AvailabilityZones: [zone] })],
  ['AWS::EC2::LaunchTemplate', (AvailabilityZone) => ({ LaunchTemplateData: { Placement: { AvailabilityZone } } })],
])('%s: an availability zone of another region', (type, properties) => {
  expect(findings(type, properties('us-east-1a'))).toHaveLength(1);
  expect(findings(type, properties('eu-west-1a'))).toEqual([]);
});

it('finds the URL of a queue of another region in an integration, unless that names the region', () => {
  const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/482731905566/orders';
  const send = (more: object) => ({ IntegrationSubtype: 'SQS-SendMessage', RequestParameters: { QueueUrl, ...more } });
  expect(findings('AWS::ApiGatewayV2::Integration', send({}))).toMatchObject([{ propertyPath: 'RequestParameters.QueueUrl' }]);
  expect(findings('AWS::ApiGatewayV2::Integration', send({ Region: 'us-east-1' }))).toEqual([]);
});

it('reports the bucket of a deploy action in another region than the action', () => {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-site' } };
  const app = (properties: object) => ({
    Site: { region: 'us-east-1', resources: { Site: bucket } },
    Delivery: { region: 'eu-west-1', resources: { Pipeline: { Type: 'AWS::CodePipeline::Pipeline', Properties: { ...properties } } } },
  });
  expect(findingsIn(app(action('S3', { BucketName: 'contoso-site' })), check)).toMatchObject([
    {
      severity: 'error',
      logicalId: 'Pipeline',
      message: expect.stringContaining('You must use the same Region for your action and the deploy bucket.'),
    },
  ]);
  expect(findingsIn(app(action('S3', { BucketName: 'contoso-site' }, 'us-east-1')), check)).toEqual([]);
});

it('ignores flow logs that are written to a bucket, and options that are no certificates', () => {
  expect(findings('AWS::EC2::FlowLog', { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::contoso-flow-logs' })).toEqual([]);
  expect(findings('AWS::ElasticBeanstalk::Environment', option('Topic', arn('acm', 'ap-southeast-2')))).toEqual([]);
});
