import { expect, it } from 'vitest';
import { keyRegion as check } from '../../../checks/region/references.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const ARN = 'arn:aws:kms:us-east-1:482731905566:key/1f0c';
const one = (type: string, properties: object): Example => ({
  S: { region: 'eu-west-1', resources: { R: { Type: type, Properties: { ...properties } } } },
});
const app = (key: object, value: object = { 'Fn::GetAtt': ['Key', 'Arn'] }): Example => ({
  Keys: {
    region: 'us-east-1',
    resources: { Key: { Type: 'AWS::KMS::Key', Properties: { ...key } } },
    outputs: { Key: { Value: { ...value } } },
  },
  ...one('AWS::Logs::LogGroup', { KmsKeyId: { 'Fn::GetStackOutput': { StackName: 'Keys', OutputName: 'Key', Region: 'us-east-1' } } }),
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/key-region",
        "logicalId": "Queue",
        "message": "This key is in us-east-1, and what it encrypts in eu-west-1: a KMS key can be used in its own region only.",
        "propertyPath": "KmsMasterKeyId",
        "severity": "error",
        "stack": "Messages",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a key through an output', app({}), 'error S.R KmsKeyId'],
  [
    'a bucket',
    one('AWS::S3::Bucket', {
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: ARN } }] },
    }),
    'error S.R BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID',
  ],
  ['the ARN of a multi-region key', app({ MultiRegion: true }), 'error S.R KmsKeyId'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['an alias', one('AWS::SNS::Topic', { KmsMasterKeyId: 'alias/aws/sns' })],
  ['the id of a multi-region key', app({ MultiRegion: true }, { Ref: 'Key' })],
  ['a trail, whose key is where its bucket is', one('AWS::CloudTrail::Trail', { KMSKeyId: ARN })],
  ['a key that is given', one('AWS::SNS::Topic', { KmsMasterKeyId: { 'Fn::ImportValue': 'key' } })],
  ['a region that is not known', { S: { resources: { R: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: ARN } } } } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
