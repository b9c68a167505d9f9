import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/principal-not-created.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { CHECKED_PRINCIPALS } from '../../../src/facts/checked-principals.js';
import { findingsIn } from '../../support/findings-in.js';

const ROLE = 'arn:aws:iam::482731905566:role/reader';
const reader = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader' } };
const holder = (type: string, AWS: Json): JsonObject => ({
  Type: type,
  Properties: {
    [CHECKED_PRINCIPALS[type]?.document ?? '']: { Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: '*', Resource: '*' }] },
  },
});
const app = (
  type: string,
  principal: Json,
  dependencies: { readonly holder?: readonly string[]; readonly role?: readonly string[] } = {},
) => ({
  Holder: { region: 'us-east-1', dependencies: dependencies.holder ?? [], resources: { Holder: holder(type, principal) } },
  Role: { region: 'us-west-2', dependencies: dependencies.role ?? [], resources: { Reader: reader } },
});

describe('access/principal-not-created', () => {
  it('says where a policy names a role of a later stack', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'error',
        checkId: check.id,
        stack: 'Exports',
        logicalId: 'Policy',
        propertyPath: 'PolicyDocument.Statement.0.Principal.AWS',
        message:
          'The policy names exports-reader, which the stack Reports creates later: the first deployment fails with "Invalid principal in policy".',
        related: [{ stack: 'Reports', logicalId: 'Reader', message: 'It is declared here.' }],
      },
    ]);
  });

  it.each(Object.entries(CHECKED_PRINCIPALS))('reports a role of a later stack in %s', (type, { answer, source }) => {
    const found = findingsIn(app(type, [ROLE, ROLE], { role: ['Holder'] }), check);
    expect(found.map(({ severity }) => severity)).toEqual([source === undefined ? 'warning' : 'error']);
    expect(found[0]?.message).toContain(answer);
    expect(findingsIn(app(type, ROLE, { holder: ['Role'] }), check)).toEqual([]);
  });

  it('warns where only the names of stacks put the role first', () => {
    const example = { B: app('AWS::KMS::Key', ROLE).Holder, A: app('AWS::KMS::Key', ROLE).Role };
    expect(findingsIn(example, check).map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'The policy names reader, and nothing makes CloudFormation create it before: the first deployment may fail with "Policy contains a statement with one or more invalid principals".',
      ],
    ]);
  });

  it('reports the order of two stacks once, with all policies and roles that need it', () => {
    const roles = ['reader', 'writer', 'auditor'];
    const arns = roles.map((name) => `arn:aws:iam::482731905566:role/${name}`);
    const named = (RoleName: string) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName } });
    const example = {
      Keys: {
        region: 'us-east-1',
        resources: { Key: holder('AWS::KMS::Key', arns), Bucket: holder('AWS::S3::BucketPolicy', arns[2] ?? '') },
      },
      Roles: { region: 'us-east-1', resources: { Reader: named('reader'), Writer: named('writer'), Auditor: named('auditor') } },
    };
    expect(findingsIn(example, check).map(({ logicalId, message, related }) => [logicalId, message, related])).toEqual([
      [
        'Bucket',
        'The policy names auditor, which the stack Roles creates later: the first deployment fails with "Invalid principal in policy". 3 more places have the same cause.',
        [
          { stack: 'Roles', logicalId: 'Auditor', message: 'It is declared here.' },
          { stack: 'Keys', logicalId: 'Key', propertyPath: 'KeyPolicy.Statement.0.Principal.AWS.0', message: 'This policy names reader.' },
          { stack: 'Keys', logicalId: 'Key', propertyPath: 'KeyPolicy.Statement.0.Principal.AWS.1', message: 'This policy names writer.' },
          { stack: 'Keys', logicalId: 'Key', propertyPath: 'KeyPolicy.Statement.0.Principal.AWS.2', message: 'This policy names auditor.' },
        ],
      ],
    ]);
  });

  it('reports a role that trusts itself', () => {
    const role = {
      ...holder('AWS::IAM::Role', ROLE),
      Properties: { ...reader.Properties, ...(holder('AWS::IAM::Role', ROLE).Properties as JsonObject) },
    };
    expect(
      findingsIn({ App: { region: 'us-east-1', resources: { Role: role } } }, check).map(({ severity, message }) => [severity, message]),
    ).toEqual([
      [
        'error',
        'The trust policy names the role reader itself, which does not exist when it is created: the first deployment fails with "Invalid principal in policy".',
      ],
    ]);
  });

  it('warns about a role of the same template that nothing orders', () => {
    const resources = { Key: holder('AWS::KMS::Key', ROLE), Reader: reader };
    expect(findingsIn({ App: { region: 'us-east-1', resources } }, check).map(({ severity }) => severity)).toEqual(['warning']);
    const ordered = { ...resources, Key: { ...resources.Key, DependsOn: ['Reader'] } };
    expect(findingsIn({ App: { region: 'us-east-1', resources: ordered } }, check)).toEqual([]);
  });

  it.each<[string, Json]>([
    ['an account', 'arn:aws:iam::482731905566:root'],
    ['a role of another app', 'arn:aws:iam::482731905566:role/another'],
    ['a role of this name in another account', 'arn:aws:iam::604211987345:role/reader'],
    ['a part that is not known', { 'Fn::Sub': 'arn:aws:iam::482731905566:role/${AWS::StackName}' }],
  ])('ignores %s', (_, principal) => {
    expect(findingsIn(app('AWS::S3::BucketPolicy', principal, { role: ['Holder'] }), check)).toEqual([]);
  });

  it('ignores references, which CloudFormation puts in order', () => {
    const resources = { Key: holder('AWS::KMS::Key', { 'Fn::GetAtt': ['Reader', 'Arn'] }), Reader: reader };
    expect(findingsIn({ App: { region: 'us-east-1', resources } }, check)).toEqual([]);
  });
});
