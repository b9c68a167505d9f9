import { expect, it } from 'vitest';
import check from '../../../checks/s3/bucket-policy-rejected.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const BUCKET = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const objects = { 'Fn::Join': ['', [BUCKET, '/*']] };
const app = (Action: Json, Resource: Json, properties: JsonObject = {}) => ({
  App: {
    region: 'us-east-1',
    resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: properties },
      Other: { Type: 'AWS::S3::Bucket', Properties: {} },
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Bucket' },
          PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action, Resource }] },
        },
      },
    },
  },
});
const named = { BucketName: 'orders' };

it.each<[string, ReturnType<typeof app>, string | undefined]>([
  ['an action of objects on the bucket', app('s3:PutObject', BUCKET), 'Action: s3:PutObject is about objects'],
  ['an action of the bucket on objects', app(['s3:GetObject', 's3:ListBucket'], objects), 'Action.1: s3:ListBucket is about the bucket'],
  ['by name', app('S3:GETOBJECT', 'arn:aws:s3:::orders', named), 'Action: S3:GETOBJECT is about objects'],
  ['a prefix of objects', app('s3:GetBucketAcl', 'arn:aws:s3:::orders/logs/*', named), 'Action: s3:GetBucketAcl is about the bucket'],
  ['both kinds of resources', app(['s3:GetObject', 's3:ListBucket'], [BUCKET, objects]), undefined],
  ['an action of objects on objects', app('s3:GetObject', objects), undefined],
  ['all actions', app('s3:*', BUCKET), undefined],
  ['everything', app('s3:GetObject', '*'), undefined],
  ['a resource that is not known', app('s3:GetObject', { 'Fn::ImportValue': 'objects' }), undefined],
  ['a wildcard', app('s3:GetObject', 'arn:aws:s3:::ord*', named), undefined],
  ['another bucket', app('s3:GetObject', [objects, 'arn:aws:s3:::invoices/*'], named), 'Resource.1: It is not in orders'],
  ['another bucket of the stack', app('s3:*', { 'Fn::GetAtt': ['Other', 'Arn'] }), 'Resource: It is not in Bucket'],
  ['an ARN in an ARN', app('s3:*', 'arn:aws:s3:::arn:aws:s3:::orders/*'), 'Resource: It is not in Bucket'],
  ['a name that may be its own', app('s3:GetObject', 'arn:aws:s3:::orders/*'), undefined],
])('finds what S3 rejects: %s', (_, example, expected) => {
  const found = findingsIn(example, check).map(({ propertyPath, message }) => `${propertyPath}: ${message}`);
  expect(found).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)]);
});
