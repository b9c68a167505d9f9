import { expect, it } from 'vitest';
import { replicaRegionDuplicate as duplicate, streamMissing as stream } from '../../../checks/dynamodb/global-tables.js';
import legacy from '../../../checks/dynamodb/legacy-replica.js';
import { globalTableExample, replica } from '../../../checks/dynamodb/model/global-table-example.js';
import sseType from '../../../checks/dynamodb/sse-type-without-encryption.js';
import strong from '../../../checks/dynamodb/strong-consistency-regions.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Check } from '../../../src/check/check.js';
import { findingsIn } from '../../support/findings-in.js';

const messages = (check: Check, properties: JsonObject, regions: readonly string[]): readonly string[] =>
  findingsIn(
    globalTableExample(
      properties,
      regions.map((region) => replica(region)),
    ),
    check,
  ).map(({ severity, propertyPath, message }) => `${severity} ${propertyPath}: ${message}`);
const US = ['us-east-1', 'us-east-2', 'us-west-2'];
const STRONG = { MultiRegionConsistency: 'STRONG' };

it('reports the second replica of a region, and no missing stream', () => {
  const regions = ['us-east-1', 'us-west-2', 'us-east-1'];
  const noStream = { StreamSpecification: { Ref: 'AWS::NoValue' } };
  expect(messages(duplicate, {}, regions)).toEqual([
    'error Replicas.2.Region: The table has two replicas in us-east-1: a region holds one replica of a global table, and CloudFormation rejects the second.',
  ]);
  expect(messages(stream, noStream, ['us-east-1', 'us-east-1'])).toEqual([]);
  expect(messages(duplicate, {}, ['us-east-1', 'us-west-2'])).toEqual([]);
});

it.each<[string, readonly string[], number]>([
  ['KEYS_ONLY', ['us-east-1', 'us-west-2'], 1],
  ['KEYS_ONLY', ['us-east-1'], 0],
  ['NEW_AND_OLD_IMAGES', ['us-east-1', 'us-west-2'], 0],
])('knows which streams replicas need: %s in %j', (StreamViewType, regions, count) => {
  expect(messages(stream, { StreamSpecification: { StreamViewType } }, regions)).toHaveLength(count);
});

it.each<[JsonObject, readonly string[], string | undefined]>([
  [STRONG, ['us-east-1', 'us-west-2'], 'but this has 2 replicas and no witnesses'],
  [STRONG, ['us-east-1', 'us-west-2', 'eu-west-1'], 'are not of one region set'],
  [{ ...STRONG, GlobalTableWitnesses: [{ Region: 'eu-west-1' }] }, ['us-east-1', 'us-west-2'], 'are not of one region set'],
  [{ ...STRONG, GlobalTableWitnesses: [{ Region: 'us-east-2' }] }, ['us-east-1', 'us-west-2'], undefined],
  [STRONG, ['us-east-1', 'us-east-2', 'us-west-2'], undefined],
  [{}, ['us-east-1', 'eu-west-1'], undefined],
  [{ ...STRONG, GlobalTableWitnesses: [{ Region: 'us-west-2' }] }, ['us-east-1', 'us-west-2'], 'The witness is in us-west-2'],
  [{ GlobalTableWitnesses: [{ Region: 'us-east-2' }] }, ['us-east-1', 'us-west-2'], 'but MultiRegionConsistency is not STRONG'],
  [{ ...STRONG, TimeToLiveSpecification: { AttributeName: 'end', Enabled: true } }, US, 'has no time to live'],
  [{ ...STRONG, TimeToLiveSpecification: { AttributeName: 'end', Enabled: false } }, US, undefined],
  [{ ...STRONG, LocalSecondaryIndexes: [{ IndexName: 'byDate' }] }, US, 'has no local secondary indexes'],
])('knows the regions of strong consistency: %j in %j', (properties, regions, reason) => {
  expect(messages(strong, properties, regions)).toEqual(reason === undefined ? [] : [expect.stringContaining(reason)]);
});

it('only warns about a region that is in no set yet', () => {
  expect(messages(strong, STRONG, ['us-east-1', 'us-west-2', 'us-west-1'])).toEqual([expect.stringMatching(/^warning Replicas/)]);
});

it.each<[JsonObject, number]>([
  [{ SSEEnabled: false, SSEType: 'KMS' }, 1],
  [{ SSEEnabled: true, SSEType: 'KMS' }, 0],
  [{ SSEEnabled: false }, 0],
  [{ SSEEnabled: true, SSEType: 'AES256' }, 1],
])('knows when a table has a type of encryption: %j', (SSESpecification, count) => {
  expect(messages(sseType, { SSESpecification }, ['us-east-1'])).toHaveLength(count);
});

const KEY = 'arn:aws:kms:us-east-1:482731905566:key/1f0c';
it.each<[JsonObject, string, string | undefined]>([
  [{}, 'us-east-1', 'Cannot add, delete, or update the local region through ReplicaUpdates'],
  [{}, 'us-west-2', undefined],
  [{ SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: KEY } }, 'us-west-2', 'KMSMasterKeyId must be specified'],
  [{ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }, 'us-west-2', undefined],
  [{ SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/aws/dynamodb' } }, 'us-west-2', undefined],
])('knows the replicas that an older table can have: %j in %s', (Properties, Region, reason) => {
  const resources = {
    Table: { Type: 'AWS::DynamoDB::Table', Properties },
    Replica: { Type: 'Custom::DynamoDBReplica', Properties: { TableName: { Ref: 'Table' }, Region } },
  };
  expect(findingsIn({ Tables: { region: 'us-east-1', resources } }, legacy)).toMatchObject(
    reason === undefined ? [] : [{ severity: 'error', logicalId: 'Replica', message: expect.stringContaining(reason) }],
  );
});
