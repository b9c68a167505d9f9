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
          'The bucket "orders" belongs to account 482731905566, but its replication role to 123456789012. S3 takes a role of the bucket\'s own account only.',
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
        "The replication role is of account 123456789012, a number from examples. S3 takes a role of the bucket's own account only.",
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
        message: 'The replication role Orders/Role does not trust s3.amazonaws.com, so S3 cannot assume it and replicates nothing.',
        related: [
          {
            stack: 'Orders',
            logicalId: 'Role',
            propertyPath: 'AssumeRolePolicyDocument',
            message: 'Who may assume the role is said here.',
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
      's3:GetReplicationConfiguration on "orders", s3:GetObjectVersionForReplication on "orders", s3:ReplicateObject on "orders-copies"',
    ],
    ['no writing', inline(READ), 's3:ReplicateObject on "orders-copies"'],
    [
      'writing to another bucket',
      inline(READ, { ...WRITE, Resource: 'arn:aws:s3:::orders-backup/*' }),
      's3:ReplicateObject on "orders-copies"',
    ],
    ['a denial', inline(READ, { ...WRITE, Effect: 'Deny' }), 's3:ReplicateObject on "orders-copies"'],
    [
      'reading of the copies',
      attached([{ Ref: 'Role' }], { ...READ, Resource: COPIES }, WRITE),
      's3:GetReplicationConfiguration on "orders", s3:GetObjectVersionForReplication on "orders"',
    ],
  ])('reports where the role has %s', (_, resources, missing) => {
    expect(findingsIn(withRole(OWN, resources), permissions)).toEqual([
      {
        severity: 'warning',
        checkId: 's3/replication-role-permissions',
        ...ROLE_AT,
        message: `The replication role may not do all that it has to: ${missing}. S3 accepts the rule, and then fails to replicate.`,
        related: [{ stack: 'Orders', logicalId: 'Role', message: 'This is the role.' }],
      },
    ]);
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
    ['everything', inline({ Effect: 'Allow', Action: '*', Resource: '*' })],
    ['patterns for all', inline({ Effect: 'Allow', Action: 's3:?e*', Resource: 'arn:aws:s3:::orders*' })],
    ['resources that are not known', inline(READ, { ...WRITE, Resource: { Ref: 'Text' } })],
    ['actions that are not known', inline(READ, { ...WRITE, Action: { Ref: 'Text' } })],
    ['actions by exclusion', inline(READ, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
    ['a managed policy that is not shown', role(TRUST, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3FullAccess'] })],
    ['perhaps a policy whose role is not known', attached([{ Ref: 'Text' }])],
  ])('reports nothing where the role has %s', (_, resources) => {
    expect(findingsIn(withRole(OWN, resources), permissions)).toEqual([]);
  });
});
