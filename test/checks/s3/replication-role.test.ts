import { describe, expect, it } from 'vitest';
import account from '../../../checks/s3/replication-role-account.js';
import permissions from '../../../checks/s3/replication-role-permissions.js';
import trust from '../../../checks/s3/replication-role-trust.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, VERSIONED } from './buckets.js';

const ROLE_AT = { stack: 'Orders', logicalId: 'Orders', propertyPath: 'ReplicationConfiguration.Role' };

function withRole(role: Json, resources: JsonObject = {}, rule: JsonObject = {}): Example {
  const { ReplicationConfiguration } = replicatingTo([COPIES], rule);
  const orders = bucket({ BucketName: 'orders', ...VERSIONED, ReplicationConfiguration: { ...ReplicationConfiguration, Role: role } });
  return app(orders, VERSIONED, { resources: { Orders: orders, ...resources }, parameters: { Text: { Type: 'String' } } });
}

const OWN = { 'Fn::GetAtt': ['Role', 'Arn'] };
const role = (statement: JsonObject, more: JsonObject = {}) => ({
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [statement] }, ...more } },
});

describe('s3/replication-role-account', () => {
  it('says whose role it is', () => {
    expect(findingsIn(withRole('arn:aws:iam::123456789012:role/replication'), account)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-role-account',
        ...ROLE_AT,
        message:
          'The bucket "orders" belongs to account 482731905566, but its replication role to 123456789012. S3 accepts only a role of the bucket\'s own account.',
      },
    ]);
  });
  it('warns of an example’s account where the bucket’s is not known', () => {
    const orders = withRole('arn:aws:iam::123456789012:role/replication').Orders?.resources ?? {};
    const stacks = { Orders: { account: null, region: 'us-east-1', resources: orders } };
    const { problems } = runChecks(buildGraph([loadAssembly(writeAssembly({ stacks }))]), [account], NO_SETTINGS);
    expect(problems.map(({ problem }) => [problem.severity, problem.message])).toEqual([
      [
        'warning',
        "The replication role is of account 123456789012, an example account ID. S3 accepts only a role of the bucket's own account.",
      ],
    ]);
  });
  it.each<[string, Json]>([
    ['it is the account’s own', 'arn:aws:iam::482731905566:role/replication'],
    ['it is written with the account', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/replication' }],
    ['the account is not known', { 'Fn::Sub': 'arn:aws:iam::${Text}:role/replication' }],
    ['it is not known', { Ref: 'Text' }],
  ])('reports nothing where %s', (_, value) => {
    expect(findingsIn(withRole(value), account)).toEqual([]);
  });
});

describe('s3/replication-role-trust', () => {
  const allow = (principal: Json, action: Json = 'sts:AssumeRole') => ({ Effect: 'Allow', Action: action, Principal: principal });

  it.each<[string, JsonObject]>([
    ['another service', allow({ Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] })],
    ['an account', allow({ AWS: 'arn:aws:iam::482731905566:root' })],
    ['S3, but not to assume it', allow({ Service: 's3.amazonaws.com' }, 'sts:TagSession')],
    ['nobody', { ...allow({ Service: 's3.amazonaws.com' }), Effect: 'Deny' }],
  ])('reports where the role trusts %s', (_, statement) => {
    expect(findingsIn(withRole(OWN, role(statement)), trust)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-role-trust',
        ...ROLE_AT,
        message: 'The replication role Role does not trust s3.amazonaws.com, so S3 cannot assume it and replicates nothing.',
        related: [
          {
            stack: 'Orders',
            logicalId: 'Role',
            propertyPath: 'AssumeRolePolicyDocument',
            message: 'This says who may assume the role.',
          },
        ],
      },
    ]);
  });
  it.each<[string, JsonObject]>([
    ['S3', allow({ Service: 's3.amazonaws.com' })],
    ['S3 among others', allow({ Service: ['batchoperations.s3.amazonaws.com', 's3.amazonaws.com'] }, ['sts:*'])],
    ['everybody', allow('*')],
    ['a service that is not known', allow({ Service: { Ref: 'Text' } })],
    ['somebody unknown', allow({ Ref: 'Text' })],
  ])('reports nothing where the role trusts %s', (_, statement) => {
    expect(findingsIn(withRole(OWN, role(statement)), trust)).toEqual([]);
  });
  it('ignores roles that nothing here declares, and rules that are off', () => {
    expect(findingsIn(withRole('arn:aws:iam::482731905566:role/replication'), trust)).toEqual([]);
    expect(findingsIn(withRole(OWN, role(allow({ AWS: '*' })), { Status: 'Disabled' }), trust)).toEqual([]);
  });
});

describe('s3/replication-role-permissions', () => {
  const TRUST = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 's3.amazonaws.com' } };
  const READ = {
    Effect: 'Allow',
    Action: ['s3:GetReplicationConfiguration', 's3:GetObjectVersion*'],
    Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
  };
  const WRITE = { Effect: 'Allow', Action: 's3:Replicate*', Resource: 'arn:aws:s3:::orders-copies/*' };
  const inline = (...statements: readonly Json[]) =>
    role(TRUST, { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }] });
  const attached = (roles: Json, ...statements: readonly Json[]) => ({
    ...role(TRUST),
    Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: roles, PolicyDocument: { Statement: statements } } },
  });

  it.each<[string, JsonObject, string]>([
    [
      'nothing',
      role(TRUST),
      's3:GetReplicationConfiguration on "orders", s3:GetObjectVersionForReplication on the objects of "orders", s3:ReplicateObject on the objects of "orders-copies"',
    ],
    ['no writing', inline(READ), 's3:ReplicateObject on the objects of "orders-copies"'],
    [
      'writing to another bucket',
      inline(READ, { ...WRITE, Resource: 'arn:aws:s3:::orders-backup/*' }),
      's3:ReplicateObject on the objects of "orders-copies"',
    ],
    [
      'writing of the bucket, not its objects',
      inline(READ, { ...WRITE, Resource: COPIES }),
      's3:ReplicateObject on the objects of "orders-copies"',
    ],
    [
      'only reading, by a policy of AWS',
      role(TRUST, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] }),
      's3:ReplicateObject on the objects of "orders-copies"',
    ],
    [
      'reading of the copies',
      attached([{ Ref: 'Role' }], { ...READ, Resource: COPIES }, WRITE),
      's3:GetReplicationConfiguration on "orders", s3:GetObjectVersionForReplication on the objects of "orders"',
    ],
  ])('reports where the role has %s', (_, resources, missing) => {
    expect(findingsIn(withRole(OWN, resources), permissions)).toEqual([
      {
        severity: 'warning',
        checkId: 's3/replication-role-permissions',
        ...ROLE_AT,
        message: `The replication role is missing permissions: ${missing}. S3 accepts the rule, but replication fails.`,
        related: [{ stack: 'Orders', logicalId: 'Role', message: 'This is the role.' }],
      },
    ]);
  });

  const DENY = { Effect: 'Deny', Action: 's3:Replicate*', Resource: '*' };
  const boundary = (statement: JsonObject) => ({
    ...role(TRUST, {
      Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [READ, WRITE] } }],
      PermissionsBoundary: { Ref: 'Boundary' },
    }),
    Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: [statement] } } },
  });
  const policyOf = (bucket: Json, ...statements: readonly Json[]) => ({
    BucketPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: bucket, PolicyDocument: { Statement: statements } } },
  });
  it.each<[string, JsonObject, string, string]>([
    ['a denial', inline(READ, WRITE, DENY), 'A policy denies the replication role', 'Role'],
    [
      'a denial of everybody at the bucket',
      { ...inline(READ, WRITE), ...policyOf('orders-copies', { ...DENY, Principal: '*', Resource: `${COPIES}/*` }) },
      'A policy denies the replication role',
      'BucketPolicy',
    ],
    [
      'a boundary without S3',
      boundary({ Effect: 'Allow', Action: ['s3:Get*', 'logs:*'], Resource: '*' }),
      'The permissions boundary of the replication role does not allow',
      'Role',
    ],
  ])('reports %s as an error', (_, resources, by, place) => {
    expect(findingsIn(withRole(OWN, resources), permissions)).toMatchObject([
      {
        severity: 'error',
        message: `${by} s3:ReplicateObject on the objects of "orders-copies", whatever else allows it. S3 accepts the rule, but replication fails.`,
        related: [{ logicalId: 'Role' }, { logicalId: place }],
      },
    ]);
  });

  const ENCRYPTED = { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } };
  const KEY_ARN = 'arn:aws:kms:us-west-2:482731905566:key/93d2';
  const encrypting = (resources: JsonObject) => {
    const { ReplicationConfiguration } = replicatingTo([COPIES], ENCRYPTED, { EncryptionConfiguration: { ReplicaKmsKeyID: KEY_ARN } });
    const BucketEncryption = {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      ],
    };
    const orders = bucket({
      BucketName: 'orders',
      ...VERSIONED,
      BucketEncryption,
      ReplicationConfiguration: { ...ReplicationConfiguration, Role: OWN },
    });
    return app(orders, VERSIONED, { resources: { Orders: orders, ...resources } });
  };
  const key = (statement: JsonObject) => ({
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', ...statement }] } },
    },
  });
  const ACCOUNT = { Principal: { AWS: 'arn:aws:iam::482731905566:root' } };
  const KMS = { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:Encrypt'], Resource: '*' };
  const lacking = (resources: JsonObject) => findingsIn(encrypting(resources), permissions).map(({ message }) => message);
  it.each<[string, JsonObject, string]>([
    [
      'has no right to any key',
      { ...inline(READ, WRITE), ...key(ACCOUNT) },
      'kms:Decrypt on the key of the source bucket, kms:Encrypt on the key for the replicas',
    ],
    [
      'may read only what is not encrypted',
      { ...inline({ ...READ, Action: ['s3:GetReplicationConfiguration', 's3:GetObjectVersion'] }, WRITE, KMS), ...key(ACCOUNT) },
      's3:GetObjectVersionForReplication on the objects of "orders"',
    ],
    [
      'may use another key',
      { ...inline(READ, WRITE, { ...KMS, Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } }), ...key(ACCOUNT) },
      'kms:Encrypt on the key for the replicas',
    ],
  ])('warns where the role %s', (_, resources, missing) => {
    expect(lacking(resources)).toEqual([
      `The replication role is missing permissions: ${missing}. S3 accepts the rule, but replication fails.`,
    ]);
  });
  it.each<[string, JsonObject]>([
    ['its own policies allow both keys', { ...inline(READ, WRITE, KMS), ...key(ACCOUNT) }],
    [
      'the key’s policy allows the role',
      { ...inline(READ, WRITE, { ...KMS, Resource: KEY_ARN }), ...key({ Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }) },
    ],
  ])('is silent where %s', (_, resources) => {
    expect(lacking(resources)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['all', inline(READ, WRITE)],
    [
      'all in an attached policy, by reference',
      attached(
        [{ Ref: 'Role' }],
        { ...READ, Resource: [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, '/*']] }] },
        { ...WRITE, Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::orders-copies/*']] } },
      ),
    ],
    [
      'writing by the policy of the bucket',
      { ...inline(READ), ...policyOf('orders-copies', { ...WRITE, Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }) },
    ],
    [
      'a denial of unencrypted transport only',
      {
        ...inline(READ, WRITE),
        ...policyOf('orders-copies', { ...DENY, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      },
    ],
    ['a boundary that is wide enough', boundary({ Effect: 'Allow', Action: 's3:*', Resource: '*' })],
    ['everything but other things', inline(READ, WRITE, { ...DENY, Action: 's3:Delete*' })],
    ['everything, by NotResource', inline(READ, { ...WRITE, Resource: { Ref: 'AWS::NoValue' }, NotResource: 'arn:aws:s3:::other/*' })],
    ['everything', inline({ Effect: 'Allow', Action: '*', Resource: '*' })],
    ['patterns for all', inline({ Effect: 'Allow', Action: 's3:?e*', Resource: 'arn:aws:s3:::orders*' })],
    ['resources that are not known', inline(READ, { ...WRITE, Resource: { Ref: 'Text' } })],
    ['actions that are not known', inline(READ, { ...WRITE, Action: { Ref: 'Text' } })],
    ['actions by exclusion', inline(READ, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
    ['a policy of AWS', role(TRUST, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3FullAccess'] })],
    ['a managed policy that is not shown', role(TRUST, { ManagedPolicyArns: ['arn:aws:iam::482731905566:policy/replication'] })],
    ['perhaps a policy whose role is not known', attached([{ Ref: 'Text' }])],
  ])('reports nothing where the role has %s', (_, resources) => {
    expect(findingsIn(withRole(OWN, resources), permissions)).toEqual([]);
  });
});
