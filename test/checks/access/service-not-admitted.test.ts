import { expect, it } from 'vitest';
import check from '../../../checks/access/service-not-admitted.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (resources: JsonObject): Example => ({ App: { region: 'us-east-1', resources } });
const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const topic = (properties: JsonObject = {}) => ({ Type: 'AWS::SNS::Topic', Properties: properties });
const policy = (statement: JsonObject, kind: 'Queue' | 'Topic' = 'Queue') => ({
  Type: kind === 'Queue' ? 'AWS::SQS::QueuePolicy' : 'AWS::SNS::TopicPolicy',
  Properties: { [`${kind}s`]: [{ Ref: kind }], PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] } },
});
const subscription = {
  Type: 'AWS::SNS::Subscription',
  Properties: { Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
};
const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Topic' }] } };
const key = (service: string) => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'kms:*', Resource: '*' }] } },
});
const s3 = { Principal: { Service: 's3.amazonaws.com' }, Action: 'sns:Publish' };

it('reports a queue without a policy at the notification', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    {
      severity: 'error',
      stack: 'Store',
      logicalId: 'Inbox',
      message:
        'The policy of uploads (sqs:SendMessage) does not allow s3.amazonaws.com, and the deployment fails: "Unable to validate the following destination configurations".',
    },
  ]);
});

it.each<[string, JsonObject]>([
  ['a queue that allows nobody', { Topic: topic(), Queue: queue, Subscription: subscription }],
  ['a topic whose only statement is for another service', { Topic: topic(), Policy: policy(s3, 'Topic'), Alarm: alarm }],
  ['a topic with the AWS managed key', { Topic: topic({ KmsMasterKeyId: 'alias/aws/sns' }), Alarm: alarm }],
  ['a key for another service', { Key: key('s3.amazonaws.com'), Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }), Alarm: alarm }],
])('warns about %s', (_, resources) => {
  expect(findingsIn(app(resources), check).map(({ severity }) => severity)).toEqual(['warning']);
});

const sends = { Topic: topic(), Queue: queue, Subscription: subscription };
it.each<[string, JsonObject]>([
  ['a statement for the service', { ...sends, Policy: policy({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:*' }) }],
  ['the principal of a region', { ...sends, Policy: policy({ Principal: { Service: 'sns.eu-south-1.amazonaws.com' }, Action: '*' }) }],
  ['everybody', { ...sends, Policy: policy({ Principal: '*', Action: 'sqs:SendMessage' }) }],
  ['what NotPrincipal and NotAction leave', { ...sends, Policy: policy({ NotPrincipal: { AWS: '1' }, NotAction: 'sqs:Purge*' }) }],
  ['a custom resource that may write the policy', { ...sends, Setup: { Type: 'Custom::Setup', Properties: { Url: { Ref: 'Queue' } } } }],
  ['the default policy of a topic', { Topic: topic(), Alarm: alarm }],
  ['a key for the service', { Key: key('cloudwatch.amazonaws.com'), Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }), Alarm: alarm }],
  [
    'a target with a role',
    {
      Queue: queue,
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { Targets: [{ Id: 'q', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, RoleArn: 'arn:aws:iam::482731905566:role/r' }] },
      },
    },
  ],
])('ignores %s', (_, resources) => {
  expect(findingsIn(app(resources), check)).toEqual([]);
});

it('reports a domain once, whatever it logs', () => {
  const Group = { Type: 'AWS::Logs::LogGroup', Properties: {} };
  const log = { Enabled: true, CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } };
  const LogPublishingOptions = {
    AUDIT_LOGS: log,
    INDEX_SLOW_LOGS: { ...log, CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Slow', 'Arn'] } },
  };
  const Domain = { Type: 'AWS::OpenSearchService::Domain', Properties: { LogPublishingOptions } };
  expect(findingsIn(app({ Group, Slow: Group, Domain }), check)).toMatchObject([
    {
      propertyPath: 'LogPublishingOptions.INDEX_SLOW_LOGS.CloudWatchLogsLogGroupArn',
      message: expect.stringContaining('One more place has the same cause.'),
      related: [{ logicalId: 'Slow' }, { logicalId: 'Domain', message: 'Group is a log group that the service may not write to, either.' }],
    },
  ]);
});

const balancer = (attributes: Readonly<Record<string, string>>, type = 'application') => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: {
    Type: type,
    LoadBalancerAttributes: Object.entries({ 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': 'logs-orders', ...attributes }).map(
      ([Key, Value]) => ({ Key, Value }),
    ),
  },
});
const logs = (Principal: JsonObject, object = '*'): JsonObject => ({
  Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs-orders' } },
  LogsPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Logs' },
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: { 'Fn::Sub': `\${Logs.Arn}/${object}` } }],
      },
    },
  },
});
const delivery = { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' };

it.each<[string, JsonObject]>([
  ['the load balancers of another region', { ...logs({ AWS: '156460612806' }), Balancer: balancer({}) }],
  ['another prefix', { ...logs(delivery, 'AWSLogs/482731905566/*'), Balancer: balancer({ 'access_logs.s3.prefix': 'web' }) }],
  ['another account', { ...logs(delivery, 'AWSLogs/604211987345/*'), Balancer: balancer({}) }],
  ['an application load balancer, for a network load balancer', { ...logs(delivery), Balancer: balancer({}, 'network') }],
])('reports a log bucket that is open to %s', (_, resources) => {
  expect(findingsIn(app(resources), check).map(({ severity, logicalId }) => [severity, logicalId])).toEqual([['error', 'Balancer']]);
});

it.each<[string, JsonObject]>([
  ['the account of the region’s load balancers', { ...logs({ AWS: 'arn:aws:iam::127311923021:root' }), Balancer: balancer({}) }],
  ['the prefix', { ...logs(delivery, 'web/AWSLogs/482731905566/*'), Balancer: balancer({ 'access_logs.s3.prefix': 'web' }) }],
  ['nobody, while logging is off', { ...logs({ AWS: '1' }), Balancer: balancer({ 'access_logs.s3.enabled': 'false' }) }],
])('ignores a log bucket that is open to %s', (_, resources) => {
  expect(findingsIn(app(resources), check)).toEqual([]);
});

const lambda = { Type: 'AWS::Lambda::Function', Properties: {} };
const alias = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Orders' }, Name: 'live' } };
const permission = (properties: JsonObject = {}) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { Action: 'lambda:InvokeFunction', FunctionName: { Ref: 'Orders' }, Principal: 'apigateway.amazonaws.com', ...properties },
});
const method = (name: string) => ({
  Type: 'AWS::ApiGateway::Method',
  Properties: {
    Integration: {
      Type: 'AWS_PROXY',
      Uri: {
        'Fn::Sub': `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${${name}}/invocations`,
      },
    },
  },
});

it.each<[string, JsonObject]>([
  ['no permission', {}],
  ['a permission for another action', { Permission: permission({ Action: 'lambda:InvokeFunctionUrl' }) }],
  ['a permission for its alias', { Alias: alias, Permission: permission({ FunctionName: { Ref: 'Alias' } }) }],
])('warns about a function with %s', (_, resources) => {
  const found = findingsIn(app({ Orders: lambda, Method: method('Orders.Arn'), ...resources }), check);
  expect(found.map(({ severity, logicalId }) => [severity, logicalId])).toEqual([['warning', 'Method']]);
});

it('warns about an alias, with a permission for the function', () => {
  const found = findingsIn(app({ Orders: lambda, Alias: alias, Method: method('Alias'), Permission: permission() }), check);
  expect(found.map(({ message }) => message)).toEqual([
    'The policy of Alias (lambda:InvokeFunction) does not allow apigateway.amazonaws.com: requests get 500, "Execution failed due to configuration error: Invalid permissions on Lambda function".',
  ]);
});

it.each<[string, JsonObject]>([
  ['a permission', { Permission: permission() }],
  ['a permission for an alias that is put together', { Permission: permission({ FunctionName: { 'Fn::Sub': '${Orders.Arn}:live' } }) }],
  [
    'a permission for its partial ARN',
    {
      Orders: { ...lambda, Properties: { FunctionName: 'orders' } },
      Permission: permission({ FunctionName: '482731905566:function:orders' }),
    },
  ],
  ['a permission whose principal is not known', { Permission: permission({ Principal: { Ref: 'AWS::NoSuchThing' } }) }],
])('ignores a function with %s', (_, resources) => {
  expect(findingsIn(app({ Orders: lambda, Method: method('Orders.Arn'), ...resources }), check)).toEqual([]);
});

it.each<[string, JsonObject | string]>([
  ['name', 'orders:live'],
  ['partial ARN', '482731905566:function:orders:live'],
  ['ARN', 'arn:aws:lambda:us-east-1:482731905566:function:orders:live'],
  ['reference', { 'Fn::Sub': '${Orders}:live' }],
])('ignores an alias with a permission for a qualified %s', (_, FunctionName) => {
  const Orders = { ...lambda, Properties: { FunctionName: 'orders' } };
  expect(findingsIn(app({ Orders, Alias: alias, Method: method('Alias'), Permission: permission({ FunctionName }) }), check)).toEqual([]);
});

it('ignores a key that is given to a custom resource', () => {
  const Updater = { Type: 'Custom::KeyPolicyUpdater', Properties: { KeyId: { Ref: 'Key' } } };
  const resources = { Key: key('s3.amazonaws.com'), Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }), Alarm: alarm, Updater };
  expect(findingsIn(app(resources), check)).toEqual([]);
});

const cdn = (origin: JsonObject): JsonObject => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: { Origins: [{ Id: 'site', DomainName: { 'Fn::GetAtt': ['Logs', 'RegionalDomainName'] }, ...origin }] },
  },
});
const identity = { S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' } };
const control = { OriginAccessControlId: 'E2', S3OriginConfig: { OriginAccessIdentity: '' } };

it.each<[string, JsonObject, number]>([
  ['an origin access identity, of a bucket for another service', { ...logs({ Service: 's3.amazonaws.com' }), Cdn: cdn(identity) }, 1],
  ['an origin access identity, of a bucket that may only be written', { ...logs({ CanonicalUser: 'abc' }), Cdn: cdn(identity) }, 1],
  [
    'an origin access control, of a bucket that may only be written',
    { ...logs({ Service: 'cloudfront.amazonaws.com' }), Cdn: cdn(control) },
    1,
  ],
  ['no identity, of a public website', { ...logs({ AWS: '1' }), Cdn: cdn({ S3OriginConfig: { OriginAccessIdentity: '' } }) }, 0],
])('asks about the origin of a distribution with %s', (_, resources, count) => {
  expect(findingsIn(app(resources), check)).toHaveLength(count);
});

it.each<[string, JsonObject]>([
  ['its ARN', { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }],
  ['its canonical id', { CanonicalUser: 'abc' }],
])('ignores an origin access identity that the bucket allows by %s', (_, principal) => {
  const resources = { ...logs(principal), Cdn: cdn(identity) };
  const text = JSON.stringify(resources).replace('s3:PutObject', 's3:GetObject');
  expect(findingsIn(app(JSON.parse(text)), check)).toEqual([]);
});

it('asks for a policy of the bucket of flow logs in another account only', () => {
  const log = { Type: 'AWS::EC2::FlowLog', Properties: { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::logs-orders' } };
  const Logs = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs-orders' } };
  const apart = (account?: string) => ({
    Audit: { region: 'us-east-1', resources: { Logs } },
    App: { region: 'us-east-1', ...(account !== undefined && { account }), dependencies: ['Audit'], resources: { FlowLog: log } },
  });
  expect(findingsIn(apart('604211987345'), check).map(({ severity, logicalId }) => [severity, logicalId])).toEqual([['error', 'FlowLog']]);
  expect(findingsIn(apart(), check)).toEqual([]);
});

const regions = (topicRegion: string, queueRegion: string, service: string): Example => ({
  Queues: {
    region: queueRegion,
    resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      Policy: policy({ Principal: { Service: service }, Action: 'sqs:SendMessage' }),
    },
  },
  Topics: {
    region: topicRegion,
    dependencies: ['Queues'],
    resources: {
      Topic: topic({ TopicName: 'orders' }),
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint: `arn:aws:sqs:${queueRegion}:482731905566:orders` },
      },
    },
  },
});

it.each<[string, string, string, string | undefined]>([
  ['af-south-1', 'eu-west-1', 'sns.amazonaws.com', 'sns.af-south-1.amazonaws.com'],
  ['af-south-1', 'eu-west-1', 'sns.af-south-1.amazonaws.com', undefined],
  ['eu-west-1', 'af-south-1', 'sns.amazonaws.com', 'sns.af-south-1.amazonaws.com'],
  ['af-south-1', 'af-south-1', 'sns.amazonaws.com', undefined],
  ['eu-west-1', 'us-east-1', 'sns.amazonaws.com', undefined],
  // AWS and the CDK disagree.
  ['af-south-1', 'me-south-1', 'sns.amazonaws.com', undefined],
])('asks for the name of SNS between regions: from %s to %s with %s', (from, to, service, missing) => {
  const messages = findingsIn(regions(from, to, service), check).map(({ message }) => message);
  expect(messages).toEqual(
    missing === undefined ? [] : [`The policy of orders (sqs:SendMessage) does not allow ${missing}: messages never arrive.`],
  );
});

it.each<[string, number]>([
  ['694120358871', 0],
  ['482731905566', 1],
])('compares the account of the topic, not of the subscription: %s', (account, count) => {
  const resources = {
    Queue: queue,
    Policy: policy({ Principal: '*', Action: 'sqs:SendMessage', Condition: { StringEquals: { 'aws:SourceAccount': account } } }),
    Subscription: { ...subscription, Properties: { ...subscription.Properties, TopicArn: 'arn:aws:sns:us-east-1:694120358871:orders' } },
  };
  expect(findingsIn(app(resources), check)).toHaveLength(count);
});
