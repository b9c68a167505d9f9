import { expect, it } from 'vitest';
import check from '../../../checks/account/placeholder-id.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (type: string, properties: object): Example => ({
  S: {
    region: 'eu-west-1',
    conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    resources: { R: { Type: type, Properties: { ...properties } } },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "account/placeholder-id",
        "logicalId": "Machine",
        "message": "123456789012 is an example account ID, and this stack is deployed to 482731905566: what this names does not exist there.",
        "propertyPath": "RoleArn",
        "severity": "warning",
        "stack": "Jobs",
      },
    ]
  `);
});

it('ignores an account that the configuration names', () => {
  expect(findingsIn(check.docs.bad, check, { accounts: ['123456789012'] })).toEqual([]);
});

it.each<[string, Example, string]>([
  [
    'a principal that is a number alone',
    one('AWS::SQS::QueuePolicy', { PolicyDocument: { Statement: [{ Principal: { AWS: ['111122223333'] } }] } }),
    'warning S.R PolicyDocument.Statement.0.Principal.AWS.0',
  ],
  [
    'an ARN in pieces',
    one('AWS::Lambda::Function', { Role: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::123456789012:role/jobs']] } }),
    'warning S.R Role',
  ],
  [
    'an ARN in a stack without a region',
    {
      S: {
        resources: {
          R: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::123456789012:role/x' } } },
        },
      },
    },
    'warning S.R Role',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  [
    'its own account, whatever it is',
    {
      S: {
        region: 'eu-west-1',
        account: '123456789012',
        resources: { R: { Type: 'AWS::Lambda::Function', Properties: { Role: 'arn:aws:iam::123456789012:role/x' } } },
      },
    },
  ],
  [
    'an account that another stack here is deployed to',
    {
      ...one('AWS::Lambda::Function', { Role: 'arn:aws:iam::123456789012:role/x' }),
      Tooling: { region: 'eu-west-1', account: '123456789012', resources: { T: { Type: 'AWS::SNS::Topic' } } },
    },
  ],
  [
    'a number that is no account',
    one('AWS::Lambda::Function', { Description: 'build 123456789012', Environment: { Variables: { Started: '111111111111' } } }),
  ],
  [
    'the role of a replication, of which another check reports',
    one('AWS::S3::Bucket', { ReplicationConfiguration: { Role: 'arn:aws:iam::123456789012:role/x' } }),
  ],
  [
    'a branch that is not taken',
    one('AWS::Lambda::Function', { Role: { 'Fn::If': ['Never', 'arn:aws:iam::123456789012:role/x', 'arn:aws:iam::482731905566:role/x'] } }),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
