import { expect, it } from 'vitest';
import check from '../../../checks/naming/region-in-name.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (type: string, properties: object): Example => ({
  S: { region: 'us-east-1', resources: { R: { Type: type, Properties: { ...properties } } } },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "naming/region-in-name",
        "logicalId": "Replica",
        "message": ""orders-replica-us-west-2" contains us-west-2, but its stack creates it in us-east-1.",
        "propertyPath": "BucketName",
        "severity": "warning",
        "stack": "Storage",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['an alias', one('AWS::KMS::Alias', { AliasName: 'alias/orders-eu-west-1' }), 'warning S.R AliasName'],
  [
    'a name that is put together',
    one('AWS::SQS::Queue', { QueueName: { 'Fn::Join': ['-', ['orders', 'us-west-2', { Ref: 'AWS::AccountId' }]] } }),
    'warning S.R QueueName',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['its own region', one('AWS::S3::Bucket', { BucketName: { 'Fn::Sub': 'orders-${AWS::Region}' } })],
  ['two regions', one('AWS::S3::Bucket', { BucketName: 'us-east-1-us-west-2-orders' })],
  ['where something comes from', one('AWS::SQS::Queue', { QueueName: 'events-from-us-west-2' })],
  ['roles, which are in no region', one('AWS::IAM::Role', { RoleName: 'orders-us-west-2' })],
  ['no region', one('AWS::S3::Bucket', { BucketName: 'orders-eu-west' })],
  ['a region that is not known', { S: { resources: { R: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders-us-west-2' } } } } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
