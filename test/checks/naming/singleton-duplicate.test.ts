import { expect, it } from 'vitest';
import { singletonDuplicate as check } from '../../../checks/naming/identities.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const GITHUB = 'https://token.actions.githubusercontent.com';
const two = (type: string, properties: object, west: object = {}, otherType = type): Example => ({
  East: { region: 'us-east-1', resources: { R: { Type: type, Properties: { ...properties } } } },
  West: { region: 'us-west-2', resources: { R: { Type: otherType, Properties: { ...properties } } }, ...west },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "naming/singleton-duplicate",
        "logicalId": "Detector",
        "message": "Detector in stack Security is one already, and an account and region can have only one AWS::GuardDuty::Detector: the second is rejected with "The request is rejected because a detector already exists for the current account.".",
        "related": [
          {
            "logicalId": "Detector",
            "message": "In stack Security too.",
            "stack": "Security",
          },
        ],
        "severity": "error",
        "stack": "Audit",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['identity providers of one URL in two regions', two('AWS::IAM::OIDCProvider', { Url: GITHUB }), 'error West.R Url'],
  ["CDK's own provider", two('AWS::IAM::OIDCProvider', { Url: GITHUB }, {}, 'Custom::AWSCDKOpenIdConnectProvider'), 'error West.R Url'],
  ['settings that the second replaces', two('AWS::ECR::ReplicationConfiguration', {}, { region: 'us-east-1' }), 'warning West.R'],
  ['recorders of AWS Config', two('AWS::Config::ConfigurationRecorder', {}, { region: 'us-east-1' }), 'error West.R'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['detectors in different regions', two('AWS::GuardDuty::Detector', {})],
  ['detectors of different accounts', two('AWS::GuardDuty::Detector', {}, { region: 'us-east-1', account: '694120358871' })],
  [
    'identity providers of different URLs',
    {
      One: {
        region: 'us-east-1',
        resources: {
          A: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: GITHUB } },
          B: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://gitlab.com' } },
        },
      },
    },
  ],
  ['URLs that are not known', two('AWS::IAM::OIDCProvider', { Url: { 'Fn::ImportValue': 'issuer' } })],
  ['accounts of API Gateway, which CDK writes for every API', two('AWS::ApiGateway::Account', {}, { region: 'us-east-1' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('says what stacks without a region must have in common', () => {
  const { East, West } = two('AWS::GuardDuty::Detector', { Enable: true });
  const found = findingsIn({ East: { ...East, region: 'unknown-region' }, West: { ...West, region: 'unknown-region' } } as Example, check);
  expect(found).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringContaining('R in stack East is one already (if both stacks are deployed to one account and region), and'),
    },
  ]);
});
