import { expect, it } from 'vitest';
import check from '../../../checks/s3/bucket-name-namespace.js';
import { findingsIn } from '../../support/findings-in.js';

const bucket = (BucketName: string | object, BucketNamespace = 'account-regional', environment: object = { region: 'us-west-2' }) => {
  const resources = { Orders: { Type: 'AWS::S3::Bucket', Properties: { BucketName, BucketNamespace } } };
  return findingsIn({ Storage: { ...environment, parameters: { P: { Type: 'String' } }, resources } as never }, check);
};

it.each(['orders-482731905566-us-east-1-an', 'orders-590184027316-us-west-2-an', 'orders', 'orders-us-west-2-an'])('reports %s', (name) => {
  expect(bucket(name)).toMatchObject([
    {
      severity: 'error',
      propertyPath: 'BucketName',
      message: expect.stringContaining('does not end with "-482731905566-us-west-2-an": S3 rejects it.'),
    },
  ]);
});

it.each<[string, string | object, string?, object?]>([
  ['the right name', 'orders-482731905566-us-west-2-an'],
  ['a name of pseudo parameters', { 'Fn::Sub': 'orders-${AWS::AccountId}-${AWS::Region}-an' }],
  ['another namespace', 'orders', 'global'],
  ['a name that is not known', { Ref: 'P' }],
  ['a region that is not known', 'orders-482731905566-us-east-1-an', 'account-regional', { region: undefined }],
])('ignores %s', (_, name, namespace, environment) => {
  expect(bucket(name, namespace, environment)).toEqual([]);
});
