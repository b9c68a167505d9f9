import { expect, it } from 'vitest';
import check from '../../../checks/s3/replication-encrypted-objects-skipped.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, VERSIONED } from './buckets.js';

const encrypted = (algorithm: Json) => ({
  BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }] },
});
const orders = (encryption: JsonObject, rule: JsonObject = {}, destination: JsonObject = {}) =>
  app(bucket({ ...VERSIONED, ...encryption, ...replicatingTo([COPIES], rule, destination) }));
const selecting = (Status: string) => ({ SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status } } });
const KEY = { EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-west-2:482731905566:key/93d2' } };

it('warns that the bucket’s own objects are left out', () => {
  expect(findingsIn(orders(encrypted('aws:kms')), check)).toEqual([
    {
      severity: 'warning',
      checkId: 's3/replication-encrypted-objects-skipped',
      stack: 'Orders',
      logicalId: 'Orders',
      propertyPath: 'ReplicationConfiguration.Rules.0',
      message:
        'The bucket encrypts its objects with KMS (aws:kms), but the rule does not select such objects: they are silently not replicated.',
    },
  ]);
  expect(findingsIn(orders(encrypted('aws:kms:dsse'), selecting('Disabled')), check)).toMatchObject([
    { propertyPath: 'ReplicationConfiguration.Rules.0.SourceSelectionCriteria.SseKmsEncryptedObjects.Status' },
  ]);
});

it.each<[string, JsonObject, JsonObject, JsonObject?]>([
  ['the rule selects them', encrypted('aws:kms'), selecting('Enabled'), KEY],
  ['S3 rejects the rule, which names a key', encrypted('aws:kms'), {}, KEY],
  ['the bucket uses keys of S3', encrypted('AES256'), {}],
  ['the bucket does not say', {}, {}],
  ['the algorithm is not known', encrypted({ Ref: 'Algorithm' }), {}],
  ['the selection is not known', encrypted('aws:kms'), { SourceSelectionCriteria: { Ref: 'Selection' } }],
  ['the rule is off', encrypted('aws:kms'), { Status: 'Disabled' }],
])('reports nothing where %s', (_, encryption, rule, destination) => {
  expect(findingsIn(orders(encryption, rule, destination), check)).toEqual([]);
});

const plain = (Prefix: string, Priority: number) => ({ Status: 'Enabled', Filter: { Prefix }, Priority, Destination: { Bucket: COPIES } });
const chosen = (Prefix: string, Priority: number, Bucket = COPIES) => ({
  ...plain(Prefix, Priority),
  ...selecting('Enabled'),
  Destination: { Bucket, ...KEY },
});
const rules = (...Rules: readonly JsonObject[]) =>
  findingsIn(
    app(bucket({ ...VERSIONED, ...encrypted('aws:kms'), ReplicationConfiguration: { Role: 'arn:aws:iam::482731905566:role/r', Rules } })),
    check,
  );

it('reports nothing where another rule for the destination takes its place', () => {
  expect(rules(plain('plain/', 1), chosen('', 2))).toEqual([]);
  expect(rules(plain('plain/', 1), { ...chosen('', 2), Filter: { Ref: 'Filter' } })).toEqual([]);
  expect(rules(plain('plain/', 1), { ...chosen('', 2), Destination: { Ref: 'Elsewhere' } })).toEqual([]);
});
it.each<[string, JsonObject]>([
  ['comes after it', chosen('', 0)],
  ['covers other objects', chosen('other/', 2)],
  ['goes elsewhere', chosen('', 2, 'arn:aws:s3:::other')],
])('warns where the other rule %s', (_, other) => {
  expect(rules(plain('plain/', 1), other)).toHaveLength(1);
});
