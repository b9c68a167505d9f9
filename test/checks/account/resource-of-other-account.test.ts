import { expect, it } from 'vitest';
import check from '../../../checks/account/resource-of-other-account.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const OWN = '482731905566';
const OTHER = '718820043961';
const one = (type: string, properties: object): Example => ({
  S: { region: 'eu-west-1', resources: { R: { Type: type, Properties: { ...properties } } } },
});
const zone = (account: string): Example => ({
  Dns: { account, region: 'us-east-1', resources: { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'altona.net' } } } },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "account/resource-of-other-account",
        "logicalId": "Domain",
        "message": "This certificate is in the account 718820043961 and must be in 482731905566, the account of the stack: "The certificate provided must be owned by the account creating the domain."",
        "propertyPath": "RegionalCertificateArn",
        "severity": "error",
        "stack": "Api",
      },
    ]
  `);
});

it.each<[type: string, properties: (account: string) => object]>([
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    (account) => ({ Certificates: [{ CertificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/1` }] }),
  ],
  [
    'AWS::SQS::Queue',
    (account) => ({ RedrivePolicy: { deadLetterTargetArn: `arn:aws:sqs:eu-west-1:${account}:dead`, maxReceiveCount: 3 } }),
  ],
  ['AWS::KMS::Alias', (account) => ({ TargetKeyId: `arn:aws:kms:eu-west-1:${account}:key/1` })],
  ['AWS::Lambda::Function', (account) => ({ Role: `arn:aws:iam::${account}:role/run` })],
  ['AWS::Events::Rule', (account) => ({ Targets: [{ Id: 'a', Arn: `arn:aws:states:eu-west-1:${account}:stateMachine:a` }] })],
  ['AWS::Logs::SubscriptionFilter', (account) => ({ DestinationArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/a` })],
  ['AWS::CloudWatch::MetricStream', (account) => ({ FirehoseArn: `arn:aws:firehose:eu-west-1:${account}:deliverystream/a` })],
  ['AWS::IAM::Role', (account) => ({ PermissionsBoundary: `arn:aws:iam::${account}:policy/boundary` })],
  ['AWS::IAM::Group', (account) => ({ ManagedPolicyArns: [`arn:aws:iam::${account}:policy/developers`] })],
  ['AWS::Redshift::Cluster', (account) => ({ IamRoles: [`arn:aws:iam::${account}:role/unload`] })],
  [
    'AWS::IoT::TopicRule',
    (account) => ({ TopicRulePayload: { Actions: [{ Sqs: { QueueUrl: 'x', RoleArn: `arn:aws:iam::${account}:role/rule` } }] } }),
  ],
  ['AWS::ECS::TaskDefinition', (account) => ({ ExecutionRoleArn: `arn:aws:iam::${account}:role/run` })],
  ['AWS::Lambda::Permission', (account) => ({ FunctionName: `arn:aws:lambda:eu-west-1:${account}:function:charge` })],
  ['AWS::SQS::QueuePolicy', (account) => ({ Queues: [`https://sqs.eu-west-1.amazonaws.com/${account}/jobs`] })],
])('%s', (type, properties) => {
  expect(findingsIn(one(type, properties(OTHER)), check)).toHaveLength(1);
  expect(findingsIn(one(type, properties(OWN)), check)).toEqual([]);
  // The number of an example has a check of its own.
  expect(findingsIn(one(type, properties('123456789012')), check)).toEqual([]);
});

it('compares the account of a zone with that of a record by name', () => {
  const record = one('AWS::Route53::RecordSet', { HostedZoneName: 'altona.net.', Name: 'www.altona.net', Type: 'A' });
  expect(findingsIn({ ...zone(OTHER), ...record }, check).map(({ severity, propertyPath }) => `${severity} ${propertyPath}`)).toEqual([
    'warning HostedZoneName',
  ]);
  expect(findingsIn({ ...zone(OWN), ...record }, check)).toEqual([]);
});

it.each<[type: string, properties: object]>([
  ['AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: `arn:aws:sqs:eu-west-1:${OTHER}:a` }] }],
  ['AWS::Logs::SubscriptionFilter', { DestinationArn: `arn:aws:logs:eu-west-1:${OTHER}:destination:a` }],
  ['AWS::Lambda::Function', { Layers: [`arn:aws:lambda:eu-west-1:${OTHER}:layer:a:1`] }],
  ['AWS::CodePipeline::Pipeline', { Stages: [{ Actions: [{ RoleArn: `arn:aws:iam::${OTHER}:role/deploy` }] }] }],
])('%s may name something of another account', (type, properties) => {
  expect(findingsIn(one(type, properties), check)).toEqual([]);
});

it('reports a policy of a bucket that another account has', () => {
  const app = (account: string): Example => ({
    Data: { account, region: 'us-east-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-data' } } } },
    ...one('AWS::S3::BucketPolicy', { Bucket: 'altona-data' }),
  });
  expect(findingsIn(app(OTHER), check).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    `error This bucket is in the account ${OTHER} and must be in ${OWN}, the account of the stack: "405 Method Not Allowed"`,
  ]);
  expect(findingsIn(app(OWN), check)).toEqual([]);
  const own = {
    account: OWN,
    region: 'eu-west-1',
    resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-data' } } },
  };
  expect(findingsIn({ ...app(OTHER), Own: own } as Example, check)).toEqual([]);
});

it.each<[string, object]>([
  ['AWS::IAM::Policy', { Roles: ['deployer'] }],
  ['AWS::IAM::ManagedPolicy', { Roles: ['deployer'] }],
  ['AWS::IAM::InstanceProfile', { Roles: ['deployer'] }],
  ['AWS::IAM::RolePolicy', { RoleName: 'deployer' }],
])('warns of %s for a role that another account declares', (type, properties) => {
  const role = (account: string): Example => ({
    Roles: { account, region: 'eu-west-1', resources: { Deployer: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'deployer' } } } },
  });
  expect(findingsIn({ ...role(OTHER), ...one(type, properties) }, check)).toMatchObject([
    {
      severity: 'warning',
      logicalId: 'R',
      message: `The role deployer is in the account ${OTHER}, and is looked for in ${OWN}, the account of the stack: "The role with name deployer cannot be found."`,
    },
  ]);
  expect(findingsIn({ ...role(OWN), ...one(type, properties) }, check)).toEqual([]);
  expect(findingsIn(one(type, properties), check)).toEqual([]);
});
