import { expect, it } from 'vitest';
import check from '../../../checks/assembly/asset-region.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const handler = (S3Bucket: JsonObject | string) => ({
  Handler: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket, S3Key: 'code.zip' } } },
});
const api = (S3Bucket: JsonObject | string, region = 'us-east-2'): Example => ({ Api: { region, resources: handler(S3Bucket) } });
const code = { Code: { region: 'us-east-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-code' } } } } };

it('reports a bucket of the CDK', () => {
  expect(findingsIn(api({ 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1' }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'assembly/asset-region',
      stack: 'Api',
      logicalId: 'Handler',
      propertyPath: 'Code.S3Bucket',
      message:
        'Handler is created in us-east-2, but its code is in a bucket in us-east-1 (cdk-hnb659fds-assets-482731905566-us-east-1): Lambda answers "The bucket is in this region: us-east-1".',
    },
  ]);
});

it('reports a bucket of another stack, and of layers', () => {
  expect(findingsIn({ ...code, ...api('acme-code') }, check)).toMatchObject([
    { related: [{ stack: 'Code', logicalId: 'Bucket', message: 'The bucket is declared here, in us-east-1.' }] },
  ]);
  const layer = { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'acme-code', S3Key: 'layer.zip' } } };
  expect(findingsIn({ ...code, Api: { region: 'us-east-2', resources: { Layer: layer } } }, check)).toMatchObject([
    { propertyPath: 'Content.S3Bucket' },
  ]);
});

it.each<[string, Example]>([
  ['the same region', api({ 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' })],
  ['a declared bucket of the region', { ...code, ...api('acme-code', 'us-east-1') }],
  ['a bucket of somebody else', api('code-us-east-1')],
  ['no region', { Api: { resources: handler('cdk-hnb659fds-assets-482731905566-us-east-1') } }],
  ['a name that is not known', api({ Ref: 'Bucket' })],
  [
    'code in the template',
    { Api: { region: 'us-east-2', resources: { Handler: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: '' } } } } } },
  ],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
