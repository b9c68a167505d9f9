import { expect, it } from 'vitest';
import check from '../../../checks/region/log-key-principal.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const allow = (principal: string | object) => ({
  Effect: 'Allow',
  Principal: typeof principal === 'string' ? principal : { ...principal },
  Action: 'kms:*',
  Resource: '*',
});
const inContext = (region: string) => ({
  ...allow({ Service: 'logs.amazonaws.com' }),
  Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:482731905566:*` } },
});
const group = (statements: readonly object[]): Example => ({
  S: {
    region: 'us-west-2',
    parameters: { Given: { Type: 'String' } },
    conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } },
    resources: {
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: statements.map((statement) => ({ ...statement })) } } },
      Group: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/log-key-principal",
        "logicalId": "Group",
        "message": "The policy of Key allows logs.us-east-1.amazonaws.com, and this log group is in us-west-2: it is rejected with "The specified KMS key does not exist or is not allowed to be used".",
        "propertyPath": "KmsKeyId",
        "related": [
          {
            "logicalId": "Key",
            "message": "Here logs.us-west-2.amazonaws.com is missing.",
            "propertyPath": "KeyPolicy",
            "stack": "Logging",
          },
        ],
        "severity": "error",
        "stack": "Logging",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a policy for the account alone', group([allow({ AWS: 'arn:aws:iam::482731905566:root' })]), 'error S.Group KmsKeyId'],
  ['a condition on the logs of another region', group([inContext('us-east-1')]), 'error S.Group KmsKeyId'],
  ['a statement that denies', group([{ ...allow({ Service: 'logs.us-west-2.amazonaws.com' }), Effect: 'Deny' }]), 'error S.Group KmsKeyId'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

const ofGroup = (name: string): Example => {
  const { S } = group([
    {
      ...allow({ Service: 'logs.us-west-2.amazonaws.com' }),
      Condition: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:us-west-2:482731905566:log-group:${name}` } },
    },
  ]);
  const Group = {
    Type: 'AWS::Logs::LogGroup',
    Properties: { LogGroupName: '/orders/app', KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  };
  return { S: { ...S, account: '482731905566', resources: { ...S?.resources, Group } } } as Example;
};

it('reads for which log groups the key is', () => {
  expect(findingsIn(ofGroup('/orders/api'), check).map(({ message }) => message)).toEqual([
    'The policy of Key allows logs.us-west-2.amazonaws.com under conditions that do not hold for this log group (kms:EncryptionContext:aws:logs:arn is its ARN): it is rejected with "The specified KMS key does not exist or is not allowed to be used".',
  ]);
  expect(findingsIn(ofGroup('/orders/app'), check)).toEqual([]);
  expect(findingsIn(ofGroup('/orders/*'), check)).toEqual([]);
});

it.each<[string, Example]>([
  ['the service of the region', group([allow({ Service: ['sns.amazonaws.com', { 'Fn::Sub': 'logs.${AWS::Region}.${AWS::URLSuffix}' }] })])],
  ['a condition on the logs of the region', group([inContext('us-west-2')])],
  ['a condition on the logs of all regions', group([inContext('*')])],
  ['everybody', group([allow('*')])],
  ['everybody in other words', group([allow({ AWS: '*' })])],
  ['the service without a region', group([allow({ Service: 'logs.amazonaws.com' })])],
  ['a principal that is not known', group([allow({ Service: { 'Fn::ImportValue': 'principal' } })])],
  [
    'a statement that may be there',
    group([{ 'Fn::If': ['Maybe', allow({ Service: 'logs.us-west-2.amazonaws.com' }), { Ref: 'AWS::NoValue' }] }]),
  ],
  [
    'a key that nothing here makes',
    {
      S: {
        region: 'us-west-2',
        resources: { Group: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: 'arn:aws:kms:us-west-2:482731905566:key/1' } } },
      },
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
