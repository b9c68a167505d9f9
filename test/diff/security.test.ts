import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function security(before: Resources, after: Resources) {
  const sketch = (resources: Resources): AssemblySketch => ({
    stacks: { Data: { region: 'us-east-1', resources: { ...fixed, ...resources } } },
  });
  const { security } = await diffOf(sketch(before), sketch(after));
  return security.map(({ area, direction, subject, added, removed }) => ({ what: `${direction} ${area} ${subject}`, added, removed }));
}

const assume = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }] };
const fixed = { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: assume } } };

function policy(...statements: readonly object[]): Resources {
  const Properties = { PolicyName: 'p', Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: statements } };
  return { Policy: { Type: 'AWS::IAM::Policy', Properties } };
}
const allow = (Action: unknown, Resource: unknown = 'arn:aws:s3:::a') => ({ Effect: 'Allow', Action, Resource });

describe('permissions', () => {
  test('an action more', async () => {
    expect(await security(policy(allow(['s3:GetObject'])), policy(allow(['s3:GetObject', 's3:PutObject'])))).toEqual([
      { what: 'broadened permissions Data/Role', added: ['Allow s3:PutObject on arn:aws:s3:::a to AWS:${Role}'], removed: [] },
    ]);
  });

  test('an action less is not broader', async () => {
    expect(await security(policy(allow(['s3:GetObject', 's3:PutObject'])), policy(allow(['s3:GetObject'])))).toEqual([
      { what: 'narrowed permissions Data/Role', added: [], removed: ['Allow s3:PutObject on arn:aws:s3:::a to AWS:${Role}'] },
    ]);
  });

  test('what a wildcard allowed already is not new', async () => {
    const [change] = await security(policy(allow('s3:*', '*')), policy(allow('s3:GetObject')));
    expect(change?.what).toBe('narrowed permissions Data/Role');
    expect(change?.added).toEqual([]);
  });

  test('a statement split in two is the same', async () => {
    expect(await security(policy(allow(['s3:GetObject', 's3:PutObject'])), policy(allow('s3:GetObject'), allow('s3:PutObject')))).toEqual(
      [],
    );
  });

  test('a Deny that goes broadens', async () => {
    const [change] = await security(policy({ ...allow('s3:*'), Effect: 'Deny' }), policy(allow('s3:GetObject', 'arn:aws:s3:::b')));
    expect(change?.what).toBe('broadened permissions Data/Role');
  });

  test('a renamed role keeps its permissions', async () => {
    const role = (name: string) => ({
      [name]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: assume, RoleName: 'handler' } },
    });
    const of = (name: string) => ({
      ...role(name),
      P: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'p', Roles: [{ Ref: name }], PolicyDocument: { Statement: [allow('s3:Get*')] } },
      },
    });
    expect(await security(of('One'), of('Two'))).toEqual([]);
  });

  test('a bucket open to everyone', async () => {
    const open = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Principal: '*', Resource: 'arn:aws:s3:::a/*' }] };
    const [change] = await security({}, { Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'a', PolicyDocument: open } } });
    expect(change?.what).toMatch(/^broadened public-access /);
  });

  test('a policy that the package cannot read does not hide the others', async () => {
    const broken = { Broken: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'a' } } };
    const changes = await security(policy(allow('s3:GetObject')), { ...policy(allow(['s3:GetObject', 's3:PutObject'])), ...broken });
    expect(changes.map(({ what }) => what)).toEqual(['broadened permissions Data/Role']);
  });
});

describe('networks', () => {
  const group = (cidr: string): Resources => ({
    Group: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: { GroupDescription: 'g', SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: cidr }] },
    },
  });
  test('opened to the world', async () => {
    expect(await security(group('10.0.0.0/8'), group('0.0.0.0/0'))).toEqual([
      { what: 'broadened public-access Data/Group', added: ['TCP 22 from everywhere'], removed: [] },
    ]);
  });
});

describe('protection', () => {
  test.each<[what: string, before: object, after: object]>([
    [
      'weakened deletion-protection',
      { Type: 'AWS::DynamoDB::Table', Properties: { DeletionProtectionEnabled: true } },
      { Type: 'AWS::DynamoDB::Table', Properties: {} },
    ],
    [
      'strengthened encryption',
      { Type: 'AWS::SQS::Queue', Properties: {} },
      { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/aws/sqs' } },
    ],
    [
      'weakened permissions',
      { Type: 'AWS::IAM::Role', Properties: { PermissionsBoundary: 'arn:aws:iam::482731905566:policy/boundary' } },
      { Type: 'AWS::IAM::Role', Properties: {} },
    ],
    [
      'weakened encryption',
      { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
      { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: 'false' } },
    ],
    [
      'weakened recovery',
      { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
      { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Suspended' } } },
    ],
    [
      'weakened deletion-policy',
      { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' },
      { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete' },
    ],
  ])('%s', async (what, before, after) => {
    expect(await security({ It: before }, { It: after })).toEqual([{ what: `${what} Data/It`, added: [], removed: [] }]);
  });

  test('what is not known is not reported', async () => {
    const of = (value: unknown) => ({ It: { Type: 'AWS::DynamoDB::Table', Properties: { DeletionProtectionEnabled: value } } });
    expect(await security(of(true), of({ 'Fn::GetAZs': '' }))).toEqual([]);
  });
});
