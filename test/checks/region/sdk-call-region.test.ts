import { describe, expect, it } from 'vitest';
import check from '../../../checks/region/sdk-call-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const call = (service: string, action: string, parameters: Json, more: { readonly [key: string]: Json } = {}): string =>
  JSON.stringify({ service, action, parameters, ...more });
const app = (properties: { readonly [name: string]: Json }, type = 'Custom::AWS'): Example => ({
  Dr: {
    region: 'us-west-2',
    resources: {
      Arn: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/dr/arn', Type: 'String', Value: 'x' } },
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
      Migrate: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'migrate' } },
      Config: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-config' } },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'shop/db', ReplicaRegions: [{ Region: 'us-east-1' }] } },
      Key: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } },
    },
    outputs: { Table: { Value: { Ref: 'Table' } }, Key: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
  },
  App: { region: 'us-east-1', dependencies: ['Dr'], resources: { Call: { Type: type, Properties: properties } } },
});
const output = (OutputName: string) => ({ 'Fn::GetStackOutput': { StackName: 'Dr', OutputName, Region: 'us-west-2' } });
const topic = 'arn:aws:sns:us-west-2:482731905566:alerts';

it('reports a parameter that is read where it is not', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'region/sdk-call-region',
      severity: 'error',
      stack: 'App',
      logicalId: 'Read',
      propertyPath: 'Create',
      message: 'Read reads the SSM parameter /dr/arn in us-east-1, but it is in us-west-2: "ParameterNotFound".',
      related: [{ stack: 'Dr', logicalId: 'Arn', message: 'It is declared in us-west-2.' }],
    },
  ]);
});

it('reports an ARN of another region once for creation and update', () => {
  const publish = call('SNS', 'publish', { TopicArn: topic });
  expect(findingsIn(app({ Create: publish, Update: publish }), check)).toMatchObject([
    {
      severity: 'error',
      propertyPath: 'Create',
      message: `Call calls publish in us-east-1, but TopicArn is ${topic} of us-west-2: "Invalid parameter: TopicArn".`,
    },
  ]);
});

it.each<[string, Example, string]>([
  [
    'a function',
    app({ Create: call('@aws-sdk/client-lambda', 'InvokeCommand', { FunctionName: 'arn:aws:lambda:us-west-2:482731905566:function:x' }) }),
    'error',
  ],
  [
    'a secret',
    app({ Delete: call('SecretsManager', 'deleteSecret', { SecretId: 'arn:aws:secretsmanager:us-west-2:482731905566:secret:x-AbCdEf' }) }),
    'warning',
  ],
  ['a type of its own', app({ Create: call('SNS', 'publish', { TopicArn: topic }) }, 'Custom::Publish'), 'error'],
  ['a region that is named wrong', app({ Create: call('SNS', 'publish', { TopicArn: topic }, { region: 'eu-west-1' }) }), 'error'],
  [
    'a reference',
    app({ Create: { 'Fn::Join': ['', ['{"service":"DynamoDB","action":"putItem","parameters":{"TableName":"', output('Table'), '"}}']] } }),
    'warning',
  ],
  ['the name of a table', app({ Create: call('DynamoDB', 'putItem', { TableName: 'orders' }) }), 'warning'],
  ['the name of a function', app({ Create: call('Lambda', 'invoke', { FunctionName: 'migrate' }) }), 'warning'],
  ['a bucket', app({ Create: call('S3', 'putObject', { Bucket: 'altona-config' }) }), 'warning'],
  ['a web ACL of CloudFront', app({ Create: call('WAFV2', 'getWebACL', { Scope: 'CLOUDFRONT' }, { region: 'eu-west-1' }) }), 'error'],
  [
    'a registered domain',
    app({ Create: call('Route53Domains', 'getDomainDetail', { DomainName: 'x.net' }, { region: 'eu-west-1' }) }),
    'error',
  ],
  [
    'the URL of a queue',
    app({ Create: call('SQS', 'sendMessage', { QueueUrl: 'https://sqs.us-west-2.amazonaws.com/482731905566/q' }) }),
    'warning',
  ],
  [
    'the id of a user pool',
    app({ Create: call('CognitoIdentityServiceProvider', 'describeUserPool', { UserPoolId: 'us-west-2_Ab1' }) }),
    'warning',
  ],
  [
    'a certificate',
    app({ Create: call('ACM', 'describeCertificate', { CertificateArn: 'arn:aws:acm:us-west-2:482731905566:certificate/1' }) }),
    'warning',
  ],
  ['a public repository', app({ Create: call('ECRPUBLIC', 'describeRepositories', {}, { region: 'eu-west-1' }) }), 'error'],
  ['a cost and usage report', app({ Create: call('CUR', 'describeReportDefinitions', {}, { region: 'eu-west-1' }) }), 'error'],
  ['an accelerator', app({ Create: call('GlobalAccelerator', 'listAccelerators', {}) }), 'warning'],
  ['a region without its hyphen', app({ Create: call('SSM', 'getParameter', { Name: '/x' }, { region: 'us-east1' }) }), 'error'],
  ['a stack', app({ Create: call('CloudFormation', 'describeStacks', { StackName: 'Dr' }) }), 'error'],
  ['another reader', app({ region: 'us-east-1', parameterName: '/dr/arn' }, 'Custom::SsmReader'), 'warning'],
  ['a remote stack', app({ regionName: 'us-east-1', stackName: 'Dr' }, 'Custom::RemoteOutputs'), 'error'],
])('reports %s', (_, example, severity) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity, stack: 'App', logicalId: 'Call' }]);
});

it.each<[string, Example]>([
  ['the right region', app({ Create: call('SNS', 'publish', { TopicArn: topic }, { region: 'us-west-2' }) })],
  ['a call that takes other regions', app({ Create: call('KMS', 'replicateKey', { KeyId: 'arn:aws:kms:us-west-2:482731905566:key/x' }) })],
  ['an ARN of another service', app({ Create: call('Lambda', 'updateFunctionConfiguration', { DeadLetter: topic }) })],
  ['an ARN inside the data', app({ Create: call('Lambda', 'invoke', { Payload: topic }) })],
  ['the name of a secret with replicas', app({ Create: call('SecretsManager', 'getSecretValue', { SecretId: 'shop/db' }) })],
  ['a name in the region of the call', app({ Create: call('DynamoDB', 'putItem', { TableName: 'orders' }, { region: 'us-west-2' }) })],
  ['a name of another service', app({ Create: call('Lambda', 'invoke', { TableName: 'orders' }) })],
  ['a regional web ACL', app({ Create: call('WAFV2', 'getWebACL', { Scope: 'REGIONAL' }, { region: 'eu-west-1' }) })],
  ['a registered domain in us-east-1', app({ Create: call('Route53Domains', 'getDomainDetail', { DomainName: 'x.net' }) })],
  ['prices in one of the regions that have them', app({ Create: call('Pricing', 'getProducts', {}, { region: 'eu-central-1' }) })],
  [
    'the source of a replica',
    app({ Create: call('RDS', 'createDBCluster', { ReplicationSourceIdentifier: 'arn:aws:rds:us-west-2:482731905566:cluster:a' }) }),
  ],
  ['a writer', app({ region: 'us-east-1', parameterName: '/dr/arn', value: 'x' }, 'Custom::SsmParameter')],
  ['a writer by its type', app({ region: 'us-east-1', parameterName: '/dr/arn' }, 'Custom::ParameterReplicator')],
  ['a parameter of another app', app({ Create: call('SSM', 'getParameter', { Name: '/other' }) })],
  ['a parameter of AWS', app({ Create: call('SSM', 'getParameter', { Name: '/aws/service/x' }) })],
  [
    'a call that may fail',
    app({ Create: call('SSM', 'getParameter', { Name: '/dr/arn' }, { ignoreErrorCodesMatching: 'ParameterNotFound' }) }),
  ],
  [
    'a key of several regions',
    app({ Create: { 'Fn::Join': ['', ['{"service":"KMS","action":"encrypt","parameters":{"KeyId":"', output('Key'), '"}}']] } }),
  ],
  [
    'a region that is not known',
    app({
      Create: {
        'Fn::Join': ['', ['{"service":"SNS","action":"publish","region":"', { Ref: 'Where' }, `","parameters":{"TopicArn":"${topic}"}}`]],
      },
    }),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

describe('the policy of a call', () => {
  const allowed = (Resource: Json, region = 'us-west-2'): Example => ({
    App: {
      region: 'us-east-1',
      resources: {
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameter', Resource }] } },
        },
        Call: {
          Type: 'Custom::AWS',
          DependsOn: ['Policy'],
          Properties: { Create: call('SSM', 'getParameter', { Name: '/other' }, { region }) },
        },
      },
    },
  });
  const arn = (region: string): string => `arn:aws:ssm:${region}:482731905566:parameter/other`;

  it('is reported when it names another region', () => {
    expect(findingsIn(allowed(arn('us-east-1')), check)).toMatchObject([
      {
        severity: 'warning',
        logicalId: 'Call',
        message: 'Call calls getParameter in us-west-2, and its policy allows ssm in us-east-1 only: "is not authorized to perform".',
      },
    ]);
  });

  it.each<[string, Json]>([
    ['the region of the call', arn('us-west-2')],
    ['any resource', '*'],
    ['the region among others', [arn('us-east-1'), arn('us-west-2')]],
  ])('is not reported when it names %s', (_, resource) => {
    expect(findingsIn(allowed(resource), check)).toEqual([]);
  });
});

it('reports a call in another partition, whose credentials the stack does not have', () => {
  const Create = call('Organizations', 'listRoots', {}, { region: 'cn-northwest-1' });
  expect(findingsIn(app({ Create }), check).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'error Call calls listRoots in cn-northwest-1, and the stack is in us-east-1, of another partition: "The security token included in the request is invalid".',
  ]);
});
