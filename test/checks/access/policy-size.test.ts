import { expect, it } from 'vitest';
import managed from '../../../checks/access/managed-policies-quota.js';
import size from '../../../checks/access/policy-size.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type: `AWS::IAM::${Type}`, Properties });
const one = (resources: object) => ({ App: { region: 'us-east-1', resources } }) as Example;
const document = (length: number) => ({ Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'x'.repeat(length) }] });
const policy = (length: number, more: object = { Roles: [{ Ref: 'Role' }] }) =>
  of('Policy', { PolicyName: 'p', PolicyDocument: document(length), ...more });
const role = (properties: object = {}) => of('Role', properties);
const inline = (length: number) => ({ Policies: [{ PolicyName: 'p', PolicyDocument: document(length) }] });

it.each<[string, object, readonly string[]]>([
  ['within the limit', { Role: role(), A: policy(10_000) }, []],
  ['one policy', { Role: role(), A: policy(10_300) }, ['A']],
  ['two policies of one role', { Role: role(), A: policy(6000), B: policy(6000) }, ['B']],
  ['two policies of two roles', { Role: role(), Other: role(), A: policy(6000), B: policy(6000, { Roles: [{ Ref: 'Other' }] }) }, []],
  ['one in the role itself', { Role: role(inline(6000)), A: policy(6000) }, ['A']],
  [
    'a policy of its own type',
    { Role: role(inline(6000)), A: of('RolePolicy', { RoleName: { Ref: 'Role' }, PolicyName: 'p', PolicyDocument: document(6000) }) },
    ['A'],
  ],
  ['a user', { A: policy(2100, { Users: ['deploy'] }) }, ['A']],
  ['a managed policy', { A: of('ManagedPolicy', { PolicyDocument: document(6200) }) }, ['A']],
  ['a long managed policy within the limit', { A: of('ManagedPolicy', { PolicyDocument: document(6000) }) }, []],
])('adds up the policies of an identity: %s', (_, resources, expected) => {
  expect(findingsIn(one(resources), size).map(({ logicalId }) => logicalId)).toEqual(expected);
});

it.each<[number, readonly string[]]>([
  [1900, []],
  [2100, ['warning 2048']],
  [4200, ['error 4096']],
])('measures a trust policy with %i characters', (length, expected) => {
  const Role = role({ AssumeRolePolicyDocument: document(length) });
  expect(findingsIn(one({ Role }), size).map(({ severity, message }) => `${severity} ${/\d+(?=")/.exec(message)?.[0]}`)).toEqual(expected);
});

it('counts what is not known as short as it can be', () => {
  const Resource = Array.from({ length: 250 }, () => ({ 'Fn::GetAtt': ['Bucket', 'Arn'] }));
  const A = of('Policy', {
    PolicyName: 'p',
    Roles: ['work'],
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource }] },
  });
  expect(findingsIn(one({ Bucket: { Type: 'AWS::S3::Bucket' }, A }), size)).toEqual([]);
});

const arns = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/p${index}`);
const attached = (to: object) => of('ManagedPolicy', { PolicyDocument: document(1), ...to });

it.each<[string, object, readonly string[]]>([
  ['ten', { Role: role({ ManagedPolicyArns: arns(10) }) }, []],
  [
    'ten and one that attaches itself',
    { Role: role({ ManagedPolicyArns: arns(10) }), A: attached({ Roles: [{ Ref: 'Role' }] }) },
    ['A Roles.0'],
  ],
  ['a group', { G: of('Group', { ManagedPolicyArns: arns(11) }) }, ['G ManagedPolicyArns.10']],
])('counts managed policies: %s', (_, resources, expected) => {
  expect(findingsIn(one(resources), managed).map(({ logicalId, propertyPath }) => `${logicalId} ${propertyPath}`)).toEqual(expected);
});
