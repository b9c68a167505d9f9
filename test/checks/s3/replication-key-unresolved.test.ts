import { expect, it } from 'vitest';
import check from '../../../checks/s3/replication-rule-rejected.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const bucket = (ReplicaKmsKeyID: Json) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    ReplicationConfiguration: {
      Role: 'arn:aws:iam::482731905566:role/replication',
      Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy', EncryptionConfiguration: { ReplicaKmsKeyID } } }],
    },
  },
});

it.each<[Json, number]>([
  [{ Ref: 'Key' }, 1],
  [{ 'Fn::ImportValue': 'key' }, 1],
  [{ 'Fn::If': ['Open', 'arn:aws:kms:us-west-2:482731905566:key/1f0c', { Ref: 'AWS::NoValue' }] }, 0],
])('knows that a key is written, whatever it is: %j', (key, count) => {
  const stack = {
    region: 'us-east-1',
    parameters: { Key: { Type: 'String' } },
    conditions: { Open: { 'Fn::Equals': [{ Ref: 'Key' }, 'x'] } },
    resources: { Source: bucket(key) },
  };
  expect(
    findingsIn({ Data: stack }, check).filter(
      ({ severity, message }) => severity === 'error' && message.includes('SseKmsEncryptedObjects'),
    ),
  ).toHaveLength(count);
});
