import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;
type Template = { readonly resources: Resources; readonly conditions?: Resources; readonly parameters?: Resources };

const ENVIRONMENT = { account: '111122223333', region: 'eu-west-1' };

async function directions(before: Template, after: Template, environment: object = ENVIRONMENT): Promise<readonly string[]> {
  const sketch = (template: Template): AssemblySketch => ({ stacks: { App: { ...environment, ...template } } }) as AssemblySketch;
  const { security } = await diffOf(sketch(before), sketch(after));
  return security.map(({ direction, subject }) => `${direction} ${subject.replace(/^App\//, '')}`);
}

const trust = (Principal: unknown) => ({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }] });
const role = (more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }), ...more },
});
const policy = (...Statement: readonly object[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'p', Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement } },
});
const allow = (Action: unknown, Resource: unknown = 'arn:aws:s3:::a', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const when = (Condition: object) => allow('s3:GetObject', '*', { Condition });
const rule = (CidrIp: string, FromPort = 443, ToPort = FromPort, IpProtocol: unknown = 'tcp') => ({ CidrIp, FromPort, ToPort, IpProtocol });
const group = (SecurityGroupIngress: readonly unknown[], SecurityGroupEgress?: readonly unknown[]) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupDescription: 'g', SecurityGroupIngress, ...(SecurityGroupEgress && { SecurityGroupEgress }) },
});
const NOTHING = { CidrIp: '255.255.255.255/32', IpProtocol: 'icmp', FromPort: 252, ToPort: 86 };
const bucket = { Type: 'AWS::S3::Bucket' };
const bucketPolicy = (...Statement: readonly object[]) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement } },
});
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const permission = (more: object) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { Action: 'lambda:InvokeFunction', FunctionName: 'arn:aws:lambda:eu-west-1:111122223333:function:f', ...more },
});

const P = (...statements: readonly object[]): Template => ({ resources: { Role: role(), Policy: policy(...statements) } });
const G = (...args: Parameters<typeof group>): Template => ({ resources: { Group: group(...args) } });
const T = (Principal: unknown): Template => ({ resources: { Role: role({ AssumeRolePolicyDocument: trust(Principal) }) } });
const B = (...statements: readonly object[]): Template => ({ resources: { Bucket: bucket, Policy: bucketPolicy(...statements) } });
const L = (more: object): Template => ({ resources: { Permission: permission(more) } });
const U = (...more: readonly object[]): Template => ({
  resources: {
    Function: { Type: 'AWS::Lambda::Function' },
    ...Object.fromEntries(
      more.map((one, index) => [`Permission${index}`, permission({ FunctionName: arnOf('Function'), Principal: '*', ...one })]),
    ),
  },
});
const OF_URL = { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' };
const M = (ManagedPolicyArns: readonly unknown[]): Template => ({ resources: { Role: role({ ManagedPolicyArns }) } });
const join = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });

/** What is written differently and lets nobody do more. */
const NOT_BROADER: readonly (readonly [what: string, before: Template, after: Template, expected: readonly string[]])[] = [
  ['a narrower range', G([rule('0.0.0.0/0')]), G([rule('10.0.0.0/8')]), ['narrowed Group']],
  ['ranges within one', G([rule('10.0.0.0/8')]), G([rule('10.1.0.0/16'), rule('10.2.0.0/16')]), ['narrowed Group']],
  ['two halves', G([rule('10.0.0.0/8')]), G([rule('10.0.0.0/9'), rule('10.128.0.0/9')]), []],
  ['the whole of two halves', G([rule('10.0.0.0/9'), rule('10.128.0.0/9')]), G([rule('10.0.0.0/8')]), []],
  ['a host bit', G([rule('10.0.0.0/8')]), G([rule('10.1.2.3/8')]), []],
  [
    'an IPv6 range',
    G([{ ...rule('x'), CidrIp: undefined, CidrIpv6: '2001:db8::/32' }]),
    G([{ ...rule('x'), CidrIp: undefined, CidrIpv6: '2001:DB8:1::/48' }]),
    ['narrowed Group'],
  ],
  ['the second permission of a URL that was open before', U(OF_URL), U(OF_URL, { InvokedViaFunctionUrl: true }), []],
  ['fewer ports', G([rule('10.0.0.0/8', 0, 65_535)]), G([rule('10.0.0.0/8', 443)]), ['narrowed Group']],
  ['ports in two rules', G([rule('10.0.0.0/8', 80, 82)]), G([rule('10.0.0.0/8', 80, 81), rule('10.0.0.0/8', 82)]), []],
  ['a protocol of all', G([{ CidrIp: '10.0.0.0/8', IpProtocol: '-1' }]), G([rule('10.0.0.0/8')]), ['narrowed Group']],
  ['a protocol by number', G([rule('10.0.0.0/8')]), G([rule('10.0.0.0/8', 443, 443, 6)]), []],
  ['what lets nothing out', G([], [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }]), G([], [NOTHING]), ['narrowed Group']],
  ['no rules, which let everything out', G([], [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }]), G([]), []],
  ['a new group that lets nothing through', { resources: {} }, G([], [NOTHING]), []],
  ['a new group that lets everything out', { resources: {} }, G([], [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }]), []],
  [
    'a rule of its own',
    G([rule('10.0.0.0/8')]),
    {
      resources: {
        Group: group([]),
        Rule: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: { ...rule('10.0.0.0/8'), GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] } },
        },
      },
    },
    [],
  ],
  [
    'a rule within one that stays',
    G([rule('10.0.0.0/8')]),
    {
      resources: {
        Group: group([rule('10.0.0.0/8')]),
        Rule: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { ...rule('10.1.0.0/16'), GroupId: { Ref: 'Group' } } },
      },
    },
    [],
  ],
  [
    'fewer values of a condition',
    P(when({ StringEquals: { 'aws:ResourceAccount': ['1', '2'] } })),
    P(when({ StringEquals: { 'aws:ResourceAccount': '1' } })),
    ['narrowed Role'],
  ],
  [
    'more values of a negated condition',
    P(when({ StringNotEquals: { 'aws:ResourceAccount': ['1'] } })),
    P(when({ StringNotEquals: { 'aws:ResourceAccount': ['1', '2'] } })),
    ['narrowed Role'],
  ],
  [
    'a condition more',
    P(when({ Bool: { 'aws:SecureTransport': 'true' } })),
    P(when({ Bool: { 'aws:SecureTransport': true }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })),
    ['narrowed Role'],
  ],
  [
    'a narrower address',
    P(when({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })),
    P(when({ IpAddress: { 'aws:SourceIp': ['10.1.0.0/16'] } })),
    ['narrowed Role'],
  ],
  [
    'a value in place of a pattern',
    P(when({ StringLike: { 's3:prefix': 'a/*' } })),
    P(when({ StringEquals: { 'S3:Prefix': 'a/b' } })),
    ['narrowed Role'],
  ],
  [
    'another key',
    P(when({ StringEquals: { 'aws:SourceAccount': '1' } })),
    P(when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::a' } })),
    ['changed Role'],
  ],
  [
    'a value that is not known',
    P(allow('s3:GetObject')),
    { resources: P(allow('s3:GetObject', { Ref: 'Bucket' })).resources, parameters: { Bucket: { Type: 'String' } } },
    ['changed Role'],
  ],
  [
    'an account and its role',
    T({ AWS: 'arn:aws:iam::111122223333:root' }),
    T({ AWS: 'arn:aws:iam::111122223333:role/deployer' }),
    ['narrowed Role'],
  ],
  [
    'an account and its root',
    T({ AWS: '111122223333' }),
    T({ AWS: join('arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:root') }),
    [],
  ],
  ['everyone and an account', T({ AWS: '*' }), T({ AWS: '111122223333' }), ['narrowed Role']],
  [
    'everyone, written twice',
    B(allow('s3:GetObject', '*', { Principal: '*' })),
    B(allow('s3:GetObject', '*', { Principal: { AWS: '*' } })),
    [],
  ],
  ['a regional service', T({ Service: 'states.eu-west-1.amazonaws.com' }), T({ Service: 'states.amazonaws.com' }), []],
  ['a global service', T({ Service: 'logs.amazonaws.com' }), T({ Service: 'logs.us-east-1.amazonaws.com' }), []],
  ['a URL suffix', T({ Service: join('ec2.', { Ref: 'AWS::URLSuffix' }) }), T({ Service: 'ec2.amazonaws.com' }), []],
  [
    'a policy under a condition',
    M(['arn:aws:iam::aws:policy/ReadOnlyAccess']),
    {
      ...M([{ 'Fn::If': ['C', 'arn:aws:iam::aws:policy/ReadOnlyAccess', { Ref: 'AWS::NoValue' }] }]),
      conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, 'a'] } },
      parameters: { X: { Type: 'String' } },
    },
    ['narrowed Role'],
  ],
  [
    'a policy of both branches',
    M(['arn:aws:iam::aws:policy/ReadOnlyAccess']),
    {
      ...M([{ 'Fn::If': ['C', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess'] }]),
      conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, 'a'] } },
      parameters: { X: { Type: 'String' } },
    },
    [],
  ],
  [
    'what an administrator may do',
    M(['arn:aws:iam::aws:policy/AdministratorAccess']),
    { resources: { Role: role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }), Policy: policy(allow('s3:*', '*')) } },
    ['narrowed Role'],
  ],
  [
    'a statement within one of another policy',
    { resources: { Role: role(), Wide: policy(allow('s3:*', '*')) } },
    { resources: { Role: role(), Wide: policy(allow('s3:*', '*')), Policy: policy(allow('s3:GetObject')) } },
    [],
  ],
  [
    'a policy of the role itself',
    P(allow('s3:GetObject')),
    { resources: { Role: role({ Policies: [{ PolicyName: 'x', PolicyDocument: { Statement: [allow('s3:GetObject')] } }] }) } },
    [],
  ],
  [
    'a managed policy that the role attaches',
    P(allow('s3:GetObject')),
    {
      resources: {
        Role: role({ ManagedPolicyArns: [{ Ref: 'Managed' }] }),
        Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: allow('s3:GetObject') } } },
      },
    },
    [],
  ],
  [
    'a policy of the type RolePolicy',
    P(allow('s3:GetObject')),
    {
      resources: {
        Role: role(),
        One: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { PolicyName: 'p', RoleName: { Ref: 'Role' }, PolicyDocument: { Statement: [allow('s3:GetObject')] } },
        },
      },
    },
    [],
  ],
  [
    'all but more',
    P({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }),
    P({ Effect: 'Allow', NotAction: ['iam:*', 's3:*'], Resource: '*' }),
    ['narrowed Role'],
  ],
  [
    'an action of all but some',
    P({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }),
    P(allow('s3:GetObject', '*')),
    ['narrowed Role'],
  ],
  ['a bucket and its Deny', B({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: arnOf('Bucket') }), { resources: {} }, []],
  [
    'a wider Deny',
    B({ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: arnOf('Bucket') }),
    B({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: arnOf('Bucket') }),
    ['narrowed Bucket'],
  ],
  [
    'a function permission with a source',
    L({ Principal: 's3.amazonaws.com' }),
    L({ Principal: 's3.amazonaws.com', SourceAccount: '111122223333' }),
    ['narrowed Service:s3.amazonaws.com'],
  ],
  [
    'a name in place of a reference',
    B(allow('s3:GetObject', '*', { Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } })),
    {
      resources: {
        ...B(allow('s3:GetObject', '*', { Principal: { AWS: arnOf('Reader') } })).resources,
        Reader: role({ RoleName: 'reader' }),
      },
    },
    ['broadened Reader'],
  ],
];

/** What lets somebody do more. */
const BROADER: readonly (readonly [what: string, before: Template, after: Template, expected: readonly string[]])[] = [
  ['a wider range', G([rule('10.1.0.0/16')]), G([rule('10.0.0.0/8')]), ['broadened Group']],
  ['more ports', G([rule('10.0.0.0/8', 80, 81)]), G([rule('10.0.0.0/8', 80, 82)]), ['broadened Group']],
  ['one half more', G([rule('10.0.0.0/9')]), G([rule('10.0.0.0/8')]), ['broadened Group']],
  ['the only rule that lets something out', G([], [rule('10.0.0.0/8')]), G([]), ['broadened Group']],
  ['a condition less', P(when({ Bool: { 'aws:SecureTransport': 'true' } })), P(allow('s3:GetObject', '*')), ['broadened Role']],
  [
    'another value',
    P(when({ StringEquals: { 'aws:ResourceAccount': '1' } })),
    P(when({ StringEquals: { 'aws:ResourceAccount': '2' } })),
    ['broadened Role'],
  ],
  [
    'a service of another opt-in region',
    T({ Service: 'sns.amazonaws.com' }),
    T({ Service: 'sns.ap-east-1.amazonaws.com' }),
    ['broadened Role'],
  ],
  ['a role and its account', T({ AWS: 'arn:aws:iam::111122223333:role/deployer' }), T({ AWS: '111122223333' }), ['broadened Role']],
  ['another account', T({ AWS: '111122223333' }), T({ AWS: '444455556666' }), ['broadened Role']],
  [
    'a Deny that goes from a bucket that stays',
    B({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }),
    { resources: { Bucket: bucket } },
    ['broadened Bucket'],
  ],
  [
    'a policy under no condition',
    {
      ...M([{ 'Fn::If': ['C', 'arn:aws:iam::aws:policy/ReadOnlyAccess', { Ref: 'AWS::NoValue' }] }]),
      conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, 'a'] } },
      parameters: { X: { Type: 'String' } },
    },
    M(['arn:aws:iam::aws:policy/ReadOnlyAccess']),
    ['broadened Role'],
  ],
  [
    'all but less',
    P({ Effect: 'Allow', NotAction: ['iam:*', 's3:*'], Resource: '*' }),
    P({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }),
    ['broadened Role'],
  ],
  ['both permissions of a URL', U(), U(OF_URL, { InvokedViaFunctionUrl: true }), ['broadened Function']],
  ['a permission to invoke a function, beside one for its URL', U(OF_URL), U(OF_URL, {}), ['broadened Function']],
  ['a pattern that is wider by a letter', P(allow('s3:Get?')), P(allow('s3:Get*')), ['broadened Role']],
];

describe('what grants nothing more', () => {
  test.each(NOT_BROADER)('%s', async (_, before, after, expected) => {
    expect(await directions(before, after)).toEqual(expected);
  });

  test('a partition in a stack for any environment', async () => {
    const of = (partition: unknown) => M([join('arn:', partition, ':iam::aws:policy/ReadOnlyAccess')]);
    expect(await directions(of('aws'), of({ Ref: 'AWS::Partition' }), {})).toEqual([]);
  });

  test('a role under another logical id, with its policy', async () => {
    const of = (id: string): Template => ({
      resources: {
        [id]: role(),
        [`${id}Policy`]: {
          ...policy(allow('s3:GetObject')),
          Properties: { ...policy(allow('s3:GetObject')).Properties, PolicyName: `${id}Policy`, Roles: [{ Ref: id }] },
        },
      },
    });
    expect(await directions(of('One'), of('Two'))).toEqual([]);
  });

  const named = (id: string, Description: string): Template => ({
    resources: {
      [id]: role({ Description }),
      Policy: { ...policy(allow('s3:GetObject')), Properties: { ...policy(allow('s3:GetObject')).Properties, Roles: [{ Ref: id }] } },
      Bucket: bucket,
      BucketPolicy: bucketPolicy(allow(['s3:GetObject', 's3:PutObject'], join(arnOf('Bucket'), '/*'), { Principal: { AWS: arnOf(id) } })),
      Deployer: role({
        Description: 'deployer',
        Policies: [{ PolicyName: 'x', PolicyDocument: { Statement: allow('iam:PassRole', arnOf(id)) } }],
      }),
    },
  });
  test('a role under another logical id and with another description, and what others may do with it', async () => {
    expect(await directions(named('One', 'first'), named('Two', 'second'))).toEqual([]);
  });
  test('such a role with one permission more', async () => {
    const more = named('Two', 'second');
    const wider = {
      resources: {
        ...more.resources,
        More: {
          ...policy(allow('sqs:SendMessage')),
          Properties: { ...policy(allow('sqs:SendMessage')).Properties, Roles: [{ Ref: 'Two' }] },
        },
      },
    };
    expect(await directions(named('One', 'first'), wider)).toContain('broadened Two');
  });
  test('a security group under another logical id and with another description', async () => {
    const of = (id: string, GroupDescription: string): Template => ({
      resources: { [id]: { ...group([rule('10.0.0.0/8')]), Properties: { ...group([rule('10.0.0.0/8')]).Properties, GroupDescription } } },
    });
    expect(await directions(of('One', 'first'), of('Two', 'second'))).toEqual([]);
  });
});

describe('what lets somebody do more', () => {
  test.each(BROADER)('%s', async (_, before, after, expected) => {
    expect(await directions(before, after)).toEqual(expected);
  });

  test('an organization is not everyone', async () => {
    const { security } = await diffOf(
      { stacks: { App: { resources: {} } } },
      { stacks: { App: { resources: L({ Principal: '*', PrincipalOrgID: 'o-abc' }).resources as never } } },
    );
    expect(security.map(({ area, added }) => [area, ...added])).toEqual([
      [
        'permissions',
        'Allow lambda:InvokeFunction on arn:aws:lambda:eu-west-1:111122223333:function:f to * if aws:PrincipalOrgID StringEquals o-abc',
      ],
    ]);
  });
});

test('any resource is more than one in a region that is not known', async () => {
  const policy = (Resource: unknown): AssemblySketch => {
    const PolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource }] };
    const Policy = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: ['ci'], PolicyDocument } };
    return { stacks: { Data: { resources: { Policy } } } };
  };
  const group = (name: string) => ({ 'Fn::Sub': `arn:aws:logs:\${AWS::Region}:111122223333:log-group:${name}` });
  const directions = async (before: unknown, after: unknown) =>
    (await diffOf(policy(before), policy(after))).security.map(({ direction }) => direction);
  expect(await directions(group('a'), '*')).toEqual(['broadened']);
  expect(await directions(group('a'), 'arn:aws:logs:us-east-1:111122223333:log-group:a')).toEqual(['changed']);
  expect(await directions('*', group('a'))).toEqual(['narrowed']);
});

test('a condition is dropped from a resource in an account that is not known', async () => {
  const policy = (Condition: object): AssemblySketch => {
    const Resource = { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/*' };
    const PolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource, ...Condition }] };
    const Policy = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: ['ci'], PolicyDocument } };
    return { stacks: { Data: { account: null, resources: { Policy } } } };
  };
  const limited = policy({ Condition: { StringEquals: { 'iam:ResourceTag/stage': 'test' } } });
  const { security } = await diffOf(limited, policy({}));
  expect(security.map(({ direction }) => direction)).toEqual(['broadened']);
});

test('a policy that is written as text, of a resource that no reference is to', async () => {
  const Statement = [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Principal: { Service: 'route53.amazonaws.com' }, Resource: '*' }];
  const Policy = { Type: 'AWS::Logs::ResourcePolicy', Properties: { PolicyName: 'p', PolicyDocument: JSON.stringify({ Statement }) } };
  const { security } = await diffOf({ stacks: { Data: { resources: {} } } }, { stacks: { Data: { resources: { Policy } } } });
  expect(security).toMatchObject([
    { direction: 'broadened', subject: 'Service:route53.amazonaws.com', place: { resource: { logicalId: 'Policy' } } },
  ]);
});

describe('an account and an identity of it', () => {
  const root = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] };
  const role = { 'Fn::GetAtt': ['Role', 'Arn'] };
  const OTHER = 'arn:aws:iam::999988887777';
  const key = (...principals: readonly unknown[]): AssemblySketch => {
    const Statement = principals.map((AWS) => ({ Effect: 'Allow', Action: 'kms:*', Principal: { AWS }, Resource: '*' }));
    const resources = {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } },
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } },
    };
    return { stacks: { Data: { region: 'us-east-1', account: '111122223333', resources } } };
  };

  test.each<[name: string, before: AssemblySketch, after: AssemblySketch, expected: readonly string[]]>([
    ['a role instead of its account', key(root), key(role), ['narrowed Data/Key']],
    ['a role beside its account, whose policies need not allow it any more', key(root), key(root, role), ['broadened Data/Role']],
    ['no role beside its account', key(root, role), key(root), ['narrowed Data/Role']],
    [
      'a role beside its account, which is another one and must allow it itself',
      key(`${OTHER}:root`),
      key(`${OTHER}:root`, `${OTHER}:role/x`),
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    const { security } = await diffOf(before, after);
    expect(security.map(({ direction, subject }) => `${direction} ${subject}`)).toEqual(expected);
  });
});
