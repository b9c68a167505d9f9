import { describe, expect, it } from 'vitest';
import { roleNotAdmitted as check } from '../../../checks/access/other-accounts.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const THEIRS = '604211987345';
const allow = (AWS: string, Action: Json): JsonObject => ({ Statement: [{ Effect: 'Allow', Principal: { AWS }, Action, Resource: '*' }] });
const bucket = (document?: JsonObject): JsonObject => ({
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-exports' } },
  ...(document && { Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: document } } }),
});
const secret = { Login: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders/login' } } };
const table = { Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } } };
const target = {
  Admin: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'admin', AssumeRolePolicyDocument: allow('482731905566', 'sts:AssumeRole') } },
};
const policy = (Action: Json, Resource: Json): JsonObject => ({
  Reader: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader' } },
  Grant: {
    Type: 'AWS::IAM::Policy',
    Properties: { Roles: [{ Ref: 'Reader' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] } },
  },
});
const app = (callee: JsonObject, caller: JsonObject, account = THEIRS) => ({
  Callee: { region: 'us-east-1', resources: callee },
  Caller: { region: 'us-east-1', account, dependencies: ['Callee'], resources: caller },
});
const READ = ['s3:GetObject*', 's3:List*'];
const EXPORTS = ['arn:aws:s3:::contoso-exports', 'arn:aws:s3:::contoso-exports/*'];

describe('access/role-not-admitted', () => {
  it('says what the other account does not allow', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'warning',
        checkId: check.id,
        stack: 'Shop',
        logicalId: 'Checkout',
        propertyPath: 'Policies.0.PolicyDocument.Statement.0.Resource',
        message:
          'This allows sqs:SendMessage on orders in account 482731905566, but the policy there does not allow account 604211987345: every request gets AccessDenied.',
        related: [{ stack: 'Data', logicalId: 'Orders', message: 'It is declared here.' }],
      },
    ]);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['a bucket without a policy, once', bucket(), policy(READ, EXPORTS)],
    ['a bucket for another account', bucket(allow('718820043961', 's3:*')), policy(READ, EXPORTS)],
    [
      'a secret by its ARN',
      secret,
      policy('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login-??????'),
    ],
    ['a table', table, policy('dynamodb:*', 'arn:aws:dynamodb:us-east-1:482731905566:table/orders')],
    ['a role that does not trust the account', target, policy('sts:AssumeRole', 'arn:aws:iam::482731905566:role/admin')],
  ])('warns about %s', (_, callee, caller) => {
    expect(findingsIn(app(callee, caller), check).map(({ logicalId }) => logicalId)).toEqual(['Grant']);
  });

  it.each<[string, JsonObject, JsonObject, string?]>([
    ['a bucket that allows the account', bucket(allow(THEIRS, 's3:GetObject')), policy(READ, EXPORTS)],
    ['a bucket that allows the role', bucket(allow(`arn:aws:iam::${THEIRS}:role/reader`, 's3:*')), policy(READ, EXPORTS)],
    ['the same account', bucket(), policy(READ, EXPORTS), '482731905566'],
    ['actions that are not asked about', bucket(), policy('s3:GetBucketTagging', EXPORTS)],
    ['a resource that nothing here declares', bucket(), policy(READ, 'arn:aws:s3:::contoso-others')],
  ])('ignores %s', (_, callee, caller, account) => {
    expect(findingsIn(app(callee, caller, account), check)).toEqual([]);
  });

  it.each([
    ['the function', 'Orders', 1],
    ['its alias, which is what the ARN names', 'Live', 0],
  ])('knows that an alias has permissions of its own: %s', (what, FunctionName, count) => {
    const Permission = {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: { Ref: FunctionName },
        Action: 'lambda:InvokeFunction',
        Principal: what === 'the function' ? '718820043961' : THEIRS,
      },
    };
    const callee = {
      Orders: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders' } },
      Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Orders' }, Name: 'live' } },
      Permission,
    };
    const caller = policy('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:482731905566:function:orders:live');
    expect(findingsIn(app(callee, caller), check)).toHaveLength(count);
  });
});
