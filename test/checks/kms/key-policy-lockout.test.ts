import { expect, it } from 'vitest';
import check from '../../../checks/kms/key-policy-lockout.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const OWN = '482731905566';
const allow = (Principal: unknown, Action: unknown = 'kms:*', more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...more,
});
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const service = { Service: 'logs.us-east-1.amazonaws.com' };
const app = (statements: readonly object[], more: object = {}, account: string | undefined = OWN) => ({
  Data: {
    region: 'us-east-1',
    ...(account !== undefined && { account }),
    resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [...statements] }, ...more } as JsonObject },
    },
  },
});

it.each<[string, readonly object[], number]>([
  ['another account', [allow(root('604211987345'))], 1],
  ['a service', [allow(service)], 1],
  ['the own account, for other actions', [allow(root(OWN), ['kms:Encrypt', 'kms:Describe*'])], 1],
  ['the own account, denied', [{ ...allow(root(OWN)), Effect: 'Deny' }, allow(service)], 1],
  ['the own account', [allow(root(OWN)), allow(service)], 0],
  ['no statements', [], 0],
  ['the own account by its number', [allow({ AWS: OWN }, 'kms:Put*')], 0],
  ['a pseudo parameter', [allow({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } })], 0],
  ['a role of the stack', [allow({ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } })], 0],
  ['everybody', [allow('*', 'kms:*', { Condition: { StringEquals: { 'kms:CallerAccount': OWN } } })], 0],
  ['an account that is not known', [allow({ AWS: { 'Fn::ImportValue': 'admin' } })], 0],
  ['actions that are not known', [allow(root(OWN), { 'Fn::ImportValue': 'actions' })], 0],
])('asks who may change the policy: %s', (_, statements, count) => {
  expect(findingsIn(app(statements), check)).toHaveLength(count);
});

it('says what KMS says, and nothing where the check of KMS is bypassed or the account is not known', () => {
  expect(findingsIn(app([allow(service)]), check)).toMatchObject([
    {
      severity: 'error',
      logicalId: 'Key',
      propertyPath: 'KeyPolicy',
      message:
        'No statement allows kms:PutKeyPolicy to the account 482731905566 or anybody in it: "The new key policy will not allow you to update the key policy in the future."',
    },
  ]);
  expect(findingsIn(app([allow(service, 'kms:Encrypt')]), check)).toMatchObject([{ severity: 'warning' }]);
  expect(findingsIn(app([allow(service)], { BypassPolicyLockoutSafetyCheck: true }), check)).toEqual([]);
  expect(findingsIn(app([allow(service)], { KeyPolicy: { 'Fn::Transform': {} } }), check)).toEqual([]);
});
