import { expect, it } from 'vitest';
import { replicationKeyRegion as check } from '../../../checks/s3/replication-rules.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, COPIES, source, VERSIONED } from './buckets.js';

const key = (properties = {}) => ({ Type: 'AWS::KMS::Key', Properties: properties });
const withKey = (id: Json, more: Partial<ExampleStack> = {}, destination: Json = COPIES) =>
  app(source(destination, {}, { EncryptionConfiguration: { ReplicaKmsKeyID: id } }), VERSIONED, more);
const ARN = (region: string) => `arn:aws:kms:${region}:482731905566:key/93d2`;

it('says that the key is of the source’s region', () => {
  const orders = source(COPIES, {}, { EncryptionConfiguration: { ReplicaKmsKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } });
  expect(findingsIn(withKey('', { resources: { Key: key(), Orders: orders } }), check)).toEqual([
    {
      severity: 'error',
      checkId: 's3/replication-key-region',
      stack: 'Orders',
      logicalId: 'Orders',
      propertyPath: 'ReplicationConfiguration.Rules.0.Destination.EncryptionConfiguration.ReplicaKmsKeyID',
      message:
        'The destination bucket "orders-copies" is in us-west-2, but its replicas are to be encrypted with a key of us-east-1. S3 accepts the rule, but does not replicate objects that KMS encrypts.',
      related: [
        { stack: 'Archive', logicalId: 'Copies', message: 'The destination bucket is created in us-west-2.' },
        { stack: 'Orders', logicalId: 'Key', message: 'This key is created in us-east-1.' },
      ],
    },
  ]);
});

it.each<[string, Example]>([
  ['an ARN', withKey(ARN('eu-west-1'))],
  ['an ARN with the stack’s region', withKey({ 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:482731905566:key/93d2' })],
  ['the ARN of an alias', withKey('arn:aws:kms:us-east-1:482731905566:alias/orders')],
  ['the region in the bucket’s name', withKey(ARN('us-east-1'), {}, 'arn:aws:s3:::copies-482731905566-eu-west-1-an')],
])('reads %s', (_, example) => {
  expect(findingsIn(example, check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ['the key is of the destination’s region', withKey(ARN('us-west-2'))],
  ['the key’s region is not known', withKey({ Ref: 'Key' }, { parameters: { Key: { Type: 'String' } } })],
  ['the key is named by a bare alias', withKey('alias/orders')],
  ['the destination’s region is not known', withKey(ARN('us-east-1'), {}, 'arn:aws:s3:::elsewhere')],
  [
    'the stacks have no region',
    Object.fromEntries(Object.entries(withKey(ARN('us-east-1'))).map(([id, { region: _, ...stack }]) => [id, stack])),
  ],
])('reports nothing where %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
