import { describe, expect, it } from 'vitest';
import managedKey from '../../../checks/access/managed-key-shared.js';
import otherRegion from '../../../checks/access/policy-of-other-region.js';
import registry from '../../../checks/access/replication-registry-closed.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (resources: JsonObject) => ({ App: { region: 'us-east-1', resources } });
const shared = (
  type: string,
  properties: JsonObject,
  policy: string,
  names: JsonObject,
  Action: string,
  AWS = '604211987345',
): JsonObject => ({
  Shared: { Type: type, Properties: properties },
  Policy: {
    Type: policy,
    Properties: {
      ...names,
      [policy.includes('Secrets') ? 'ResourcePolicy' : 'PolicyDocument']: {
        Statement: [{ Effect: 'Allow', Principal: { AWS }, Action, Resource: '*' }],
      },
    },
  },
});
const encrypted = (key?: string): JsonObject => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', ...(key !== undefined && { KMSMasterKeyID: key }) } },
    ],
  },
});
const bucket = (properties: JsonObject, action = 's3:GetObject*', principal?: string) =>
  shared('AWS::S3::Bucket', properties, 'AWS::S3::BucketPolicy', { Bucket: { Ref: 'Shared' } }, action, principal);
const queue = (properties: JsonObject) =>
  shared('AWS::SQS::Queue', properties, 'AWS::SQS::QueuePolicy', { Queues: [{ Ref: 'Shared' }] }, 'sqs:SendMessage');
const topic = (properties: JsonObject) =>
  shared('AWS::SNS::Topic', properties, 'AWS::SNS::TopicPolicy', { Topics: [{ Ref: 'Shared' }] }, '*');

describe('access/managed-key-shared', () => {
  it('says which account gets what', () => {
    expect(findingsIn(managedKey.docs.bad, managedKey)).toEqual([
      {
        severity: 'warning',
        checkId: managedKey.id,
        stack: 'Data',
        logicalId: 'Share',
        propertyPath: 'ResourcePolicy.Statement.0.Principal.AWS',
        message:
          'This lets account 604211987345 use orders/login, which is encrypted with the AWS managed key aws/secretsmanager: that account gets "Access to KMS is not allowed".',
        related: [{ stack: 'Data', logicalId: 'Login', message: 'orders/login has no key of its own.' }],
      },
    ]);
  });

  it.each<[string, JsonObject]>([
    ['a bucket without a key of its own', bucket(encrypted())],
    ['a bucket with the alias', bucket(encrypted('arn:aws:kms:us-east-1:482731905566:alias/aws/s3'), '*')],
    ['a role of the other account', bucket(encrypted(), '*', 'arn:aws:iam::604211987345:role/reader')],
    ['a queue', queue({ KmsMasterKeyId: 'alias/aws/sqs' })],
    ['a topic', topic({ KmsMasterKeyId: 'alias/aws/sns' })],
  ])('warns about %s', (_, resources) => {
    expect(findingsIn(app(resources), managedKey).map(({ logicalId }) => logicalId)).toEqual(['Policy']);
  });

  it.each<[string, JsonObject]>([
    ['a bucket with a key of its own', bucket(encrypted('1234'))],
    ['a bucket without KMS', bucket({})],
    ['actions that need no key', bucket(encrypted(), 's3:ListBucket')],
    ['the own account', bucket(encrypted(), '*', '482731905566')],
    ['a queue without KMS', queue({})],
  ])('ignores %s', (_, resources) => {
    expect(findingsIn(app(resources), managedKey)).toEqual([]);
  });
});

describe('access/policy-of-other-region', () => {
  const secret = (region: string) => ({
    Data: {
      region: 'us-east-1',
      resources: {
        Login: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'login', ReplicaRegions: [{ Region: 'us-west-2' }] } },
      },
    },
    Standby: {
      region: 'us-west-2',
      dependencies: ['Data'],
      resources: {
        Role: { Type: 'AWS::IAM::Role', Properties: {} },
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 'secretsmanager:Get*',
                  Resource: `arn:aws:secretsmanager:${region}:482731905566:secret:login-*`,
                },
              ],
            },
          },
        },
        Charge: {
          Type: 'AWS::Lambda::Function',
          Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Environment: { Variables: { LOGIN: 'login' } } },
        },
      },
    },
  });

  it('says which region the role may use', () => {
    expect(
      findingsIn(otherRegion.docs.bad, otherRegion).map(({ logicalId, propertyPath, message }) => [logicalId, propertyPath, message]),
    ).toEqual([
      [
        'Charge',
        'Environment.Variables.TABLE_NAME',
        'Charge runs in us-west-2 and uses the table "payments" there, but its role may use it in us-east-1 only: every request gets AccessDenied.',
      ],
    ]);
  });

  it('reads replicated secrets as well', () => {
    expect(findingsIn(secret('us-east-1'), otherRegion)).toHaveLength(1);
    expect(findingsIn(secret('us-west-2'), otherRegion)).toEqual([]);
    expect(findingsIn(secret('*'), otherRegion)).toEqual([]);
  });
});

describe('access/policy-of-other-region without replicas', () => {
  const own = (type: string, properties: JsonObject, statement: JsonObject, value: JsonObject | string = { Ref: 'Used' }) => ({
    App: {
      region: 'eu-west-1',
      resources: {
        Used: { Type: type, Properties: properties },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { Policies: [{ PolicyName: 'use', PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] } }] },
        },
        Run: {
          Type: 'AWS::Lambda::Function',
          Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, Environment: { Variables: { USED: value } } },
        },
      },
    },
  });
  const arn = (region: string, rest: string): string => `arn:aws:${rest.replace('REGION', `${region}:482731905566`)}`;

  it.each<[type: string, name: string, action: string, rest: string]>([
    ['AWS::DynamoDB::Table', 'TableName', 'dynamodb:Scan', 'dynamodb:REGION:table/orders'],
    ['AWS::SecretsManager::Secret', 'Name', 'secretsmanager:GetSecretValue', 'secretsmanager:REGION:secret:orders-*'],
    ['AWS::SQS::Queue', 'QueueName', 'sqs:SendMessage', 'sqs:REGION:orders'],
    ['AWS::SNS::Topic', 'TopicName', 'sns:Publish', 'sns:REGION:orders'],
    ['AWS::SSM::Parameter', 'Name', 'ssm:GetParameter', 'ssm:REGION:parameter/orders'],
    ['AWS::Kinesis::Stream', 'Name', 'kinesis:PutRecord', 'kinesis:REGION:stream/orders'],
    ['AWS::StepFunctions::StateMachine', 'StateMachineName', 'states:StartExecution', 'states:REGION:stateMachine:orders'],
    ['AWS::Events::EventBus', 'Name', 'events:PutEvents', 'events:REGION:event-bus/orders'],
  ])('%s', (type, property, Action, rest) => {
    const app = (region: string) =>
      own(type, { [property]: type.includes('SSM') ? '/orders' : 'orders' }, { Action, Resource: arn(region, rest) });
    expect(findingsIn(app('us-east-1'), otherRegion)).toMatchObject([
      {
        severity: 'warning',
        logicalId: 'Run',
        propertyPath: 'Environment.Variables.USED',
        message: expect.stringMatching(/^Run runs in eu-west-1 .* but its role may use it in us-east-1 only/),
      },
    ]);
    expect(findingsIn(app('eu-west-1'), otherRegion)).toEqual([]);
    expect(findingsIn(app('*'), otherRegion)).toEqual([]);
  });

  it('reads the condition on the requested region', () => {
    const table = (region: string) =>
      own(
        'AWS::DynamoDB::Table',
        {},
        {
          Action: 'dynamodb:*',
          Resource: { 'Fn::GetAtt': ['Used', 'Arn'] },
          Condition: { StringEquals: { 'aws:RequestedRegion': region } },
        },
      );
    expect(findingsIn(table('us-east-1'), otherRegion)).toHaveLength(1);
    expect(findingsIn(table('eu-west-1'), otherRegion)).toEqual([]);
  });

  it('ignores what is not given to the function, and other permissions', () => {
    const queue = { QueueName: 'orders' };
    const allowed = { Action: 'sqs:SendMessage', Resource: arn('us-east-1', 'sqs:REGION:orders') };
    expect(findingsIn(own('AWS::SQS::Queue', queue, allowed, 'other'), otherRegion)).toEqual([]);
    const others = { Action: 'sqs:SendMessage', Resource: [arn('us-east-1', 'sqs:REGION:orders'), { 'Fn::GetAtt': ['Used', 'Arn'] }] };
    expect(findingsIn(own('AWS::SQS::Queue', queue, others), otherRegion)).toEqual([]);
  });
});

describe('access/replication-registry-closed', () => {
  it('says which account a registry lacks', () => {
    expect(findingsIn(registry.docs.bad, registry)).toEqual([
      {
        severity: 'warning',
        checkId: registry.id,
        stack: 'Build',
        logicalId: 'Copies',
        propertyPath: 'ReplicationConfiguration.Rules.0.Destinations.0.RegistryId',
        message:
          'No registry policy here lets account 482731905566 replicate images (ecr:ReplicateImage) to the registry of account 604211987345 in us-west-2: they never arrive.',
        related: [{ stack: 'Prod', logicalId: 'Registry', message: 'This policy does not allow it.' }],
      },
    ]);
  });

  it('ignores an account in which nothing here is deployed', () => {
    const { Build } = registry.docs.bad;
    expect(findingsIn({ Build: { ...Build, dependencies: [] } }, registry)).toEqual([]);
  });
});
