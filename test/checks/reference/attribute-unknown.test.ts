import { expect, it } from 'vitest';
import { attributeUnknown as check } from '../../../checks/reference/unresolved.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const declared = {
  Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
  Bucket: { Type: 'AWS::S3::Bucket' },
  Topic: { Type: 'AWS::SNS::Topic' },
  Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
  Policy: { Type: 'AWS::S3::BucketPolicy', Properties: {} },
  Cluster: { Type: 'AWS::RDS::DBCluster', Properties: {} },
  Own: { Type: 'Custom::Answer', Properties: {} },
  Other: { Type: 'AWS::CloudFormation::CustomResource', Properties: {} },
  Sam: { Type: 'AWS::Serverless::Function', Properties: {} },
  Private: { Type: 'Acme::Web::Site', Properties: {} },
};
const reading = (value: Json): Example => ({
  Web: {
    region: 'us-east-1',
    conditions: { Open: { 'Fn::Equals': [{ Ref: 'Stage' }, 'x'] } },
    parameters: { Stage: { Type: 'String' } },
    resources: { ...declared, Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: value } } },
  },
});

it('reports the attribute, what CloudFormation says, and the type that has it', () => {
  expect(findingsIn(reading({ 'Fn::GetAtt': ['Handler', 'FunctionUrl'] }), check)).toEqual([
    {
      checkId: 'reference/attribute-unknown',
      severity: 'error',
      stack: 'Web',
      logicalId: 'Setting',
      propertyPath: 'Value',
      message:
        'Setting reads the attribute FunctionUrl of Handler, which AWS::Lambda::Function does not have: "Template error: resource Handler does not support attribute type FunctionUrl in Fn::GetAtt". AWS::Lambda::Url has this attribute.',
      related: [{ stack: 'Web', logicalId: 'Handler', message: 'The resource is declared here.' }],
    },
  ]);
});

it.each<[string, Json, string]>([
  ['another case', { 'Fn::GetAtt': ['Balancer', 'DnsName'] }, 'The attribute is written DNSName.'],
  ['a property', { 'Fn::GetAtt': 'Bucket.BucketName' }, 'Its attributes are '],
  ['a type without attributes', { 'Fn::GetAtt': ['Policy', 'Arn'] }, 'The type has no attributes, only a Ref.'],
  ['a substitution', { 'Fn::Sub': `https://\${Handler.FunctionUrl}/` }, 'AWS::Lambda::Url has this attribute.'],
  [
    'part of a text',
    { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Handler', 'Url'] }]] },
    'Its attributes are Arn, SnapStartResponse.',
  ],
])('reports %s', (_, value, hint) => {
  expect(findingsIn(reading(value), check)).toMatchObject([{ logicalId: 'Setting', message: expect.stringContaining(hint) }]);
});

it.each<[string, Json, string]>([
  ['another case', { 'Fn::GetAtt': ['Balancer', 'DnsName'] }, 'error'],
  ['an attribute of another type of the service', { 'Fn::GetAtt': ['Handler', 'FunctionUrl'] }, 'error'],
  ['what AWS may have added', { 'Fn::GetAtt': ['Handler', 'Architecture'] }, 'warning'],
])('is as sure as %s allows', (_, value, severity) => {
  expect(findingsIn(reading(value), check)).toMatchObject([{ severity }]);
});

it('reports outputs, each attribute once in a stack', () => {
  const outputs = {
    Url: { Value: { 'Fn::GetAtt': ['Handler', 'FunctionUrl'] } },
    Same: { Value: { 'Fn::GetAtt': ['Handler', 'FunctionUrl'] } },
  };
  expect(findingsIn({ Web: { region: 'us-east-1', resources: declared, outputs } }, check)).toMatchObject([
    { stack: 'Web', propertyPath: 'Outputs.Url.Value' },
  ]);
});

it.each<[string, Json]>([
  ['an attribute', { 'Fn::GetAtt': ['Handler', 'Arn'] }],
  ['a part of an attribute', { 'Fn::GetAtt': ['Cluster', 'Endpoint.Address'] }],
  ['a property of a type that returns its properties', { 'Fn::GetAtt': ['Topic', 'DisplayName'] }],
  ['a custom resource', { 'Fn::GetAtt': ['Own', 'Anything'] }],
  ['a custom resource of the common type', { 'Fn::GetAtt': ['Other', 'Anything'] }],
  ['a type that a macro replaces', { 'Fn::GetAtt': ['Sam', 'Anything'] }],
  ['a type of nobody', { 'Fn::GetAtt': ['Private', 'Anything'] }],
  ['a use in an undecided branch', { 'Fn::If': ['Open', { 'Fn::GetAtt': ['Handler', 'FunctionUrl'] }, 'x'] }],
])('ignores %s', (_, value) => {
  expect(findingsIn(reading(value), check)).toEqual([]);
});
