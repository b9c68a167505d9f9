import { expect, it } from 'vitest';
import check from '../../../checks/account/foreign-id.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (arn: string): Example => ({
  S: { region: 'eu-west-1', resources: { R: { Type: 'AWS::Lambda::Function', Properties: { Role: arn } } } },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "account/foreign-id",
        "logicalId": "Policy",
        "message": "This names account 694120358871, and no stack in this app is deployed to it.",
        "propertyPath": "PolicyDocument.Statement.0.Principal.AWS",
        "severity": "info",
        "stack": "Orders",
      },
    ]
  `);
});

it('reports once for each account, and not one that the configuration names', () => {
  const role = { Type: 'AWS::Lambda::Function', Properties: { Role: 'arn:aws:iam::694120358871:role/x' } };
  const twice: Example = { S: { region: 'eu-west-1', resources: { A: role, B: role } } };
  expect(findingsIn(twice, check)).toHaveLength(1);
  expect(findingsIn(twice, check, { accounts: ['694120358871'] })).toEqual([]);
});

it.each<[string, Example]>([
  [
    'an account of another stack',
    { ...one('arn:aws:iam::694120358871:role/x'), T: { region: 'eu-west-1', account: '694120358871', resources: {} } },
  ],
  [
    'an app without accounts',
    { ...one('arn:aws:iam::694120358871:role/x'), T: { region: 'eu-west-1', account: 'unknown-account', resources: {} } },
  ],
  ['a layer that somebody publishes', one('arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:21')],
  ['an application that somebody publishes', one('arn:aws:serverlessrepo:us-east-1:277187709615:applications/github-codebuild-logs')],
  ['an ARN without an account', one('arn:aws:s3:::orders')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
