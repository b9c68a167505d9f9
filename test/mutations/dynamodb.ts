import duplicateTable from '../../checks/dynamodb/duplicate-table.js';
import {
  replicaRegionDuplicate,
  replicasMissStackRegion,
  streamMissing,
  writeCapacityNotScaled,
} from '../../checks/dynamodb/global-tables.js';
import legacyReplica from '../../checks/dynamodb/legacy-replica.js';
import remoteAccess from '../../checks/dynamodb/remote-access.js';
import replicaKeyRegion from '../../checks/dynamodb/replica-key-region.js';
import sseTypeWithoutEncryption from '../../checks/dynamodb/sse-type-without-encryption.js';
import strongConsistencyRegions from '../../checks/dynamodb/strong-consistency-regions.js';
import type { Json } from '../../src/assembly/model.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

/** `Keys` in us-west-2, and in us-east-1 `Tables` with a global table that has a customer managed key in both regions. */
const from = replicaKeyRegion.docs.good;

function mutation(check: string, name: string, path: readonly (string | number)[], value: Json | undefined, property: string): Mutation {
  return {
    check,
    name,
    from,
    apply: (assembly) => edit(assembly, 'Tables', 'Sessions', ['Properties', ...path], value),
    expect: { stack: 'Tables', resource: 'Sessions', property },
  };
}

const WITHOUT_TABLE = 'dynamodb/replica-sse-without-table-sse';
const PARTIAL = 'dynamodb/replica-sse-partial';
const REGION = 'dynamodb/replica-key-region';
const FIRST_KEY = 'Replicas.0.SSESpecification.KMSMasterKeyId';
const NOTHING = { Ref: 'AWS::NoValue' };

export const mutations: readonly Mutation[] = [
  mutation(WITHOUT_TABLE, 'drop the encryption of the table', ['SSESpecification'], undefined, FIRST_KEY),
  mutation(WITHOUT_TABLE, 'replace the encryption of the table by AWS::NoValue', ['SSESpecification'], NOTHING, FIRST_KEY),
  mutation(
    WITHOUT_TABLE,
    'switch the encryption of the table off',
    ['SSESpecification'],
    { SSEEnabled: false },
    'SSESpecification.SSEEnabled',
  ),
  mutation(PARTIAL, 'drop the key of a replica', ['Replicas', 0, 'SSESpecification'], undefined, 'Replicas.0'),
  mutation(PARTIAL, 'drop the key of the other replica', ['Replicas', 1, 'SSESpecification'], NOTHING, 'Replicas.1'),
  mutation(
    PARTIAL,
    'put the AWS managed key into a replica',
    ['Replicas', 0, 'SSESpecification', 'KMSMasterKeyId'],
    'alias/aws/dynamodb',
    FIRST_KEY,
  ),
  mutation(
    REGION,
    'give a replica the key of the stack',
    ['Replicas', 0, 'SSESpecification', 'KMSMasterKeyId'],
    { 'Fn::GetAtt': ['Eastern', 'Arn'] },
    FIRST_KEY,
  ),
  mutation(
    REGION,
    'give a replica a key of a third region',
    ['Replicas', 0, 'SSESpecification', 'KMSMasterKeyId'],
    'arn:aws:kms:eu-west-1:482731905566:key/93d2',
    FIRST_KEY,
  ),
  mutation(
    REGION,
    'give the stack’s own replica the key of the other',
    ['Replicas', 1, 'SSESpecification', 'KMSMasterKeyId'],
    { 'Fn::GetStackOutput': { StackName: 'Keys', OutputName: 'KeyArn', Region: 'us-west-2' } },
    'Replicas.1.SSESpecification.KMSMasterKeyId',
  ),
  {
    ...mutation('dynamodb/replicas-miss-stack-region', 'move the stack’s own replica', ['Replicas', 1, 'Region'], 'eu-west-1', 'Replicas'),
    from: replicasMissStackRegion.docs.good,
  },
  {
    ...mutation('dynamodb/stream-missing', 'drop the stream', ['StreamSpecification'], undefined, 'Replicas'),
    from: streamMissing.docs.good,
  },
  {
    ...mutation('dynamodb/write-capacity-not-scaled', 'drop the billing mode', ['BillingMode'], undefined, 'BillingMode'),
    from: writeCapacityNotScaled.docs.good,
  },
  {
    check: 'dynamodb/duplicate-table',
    name: 'declare the table in the other stack too',
    from: duplicateTable.docs.good,
    apply: (assembly) => edit(assembly, 'West', 'Sessions', [], duplicateTable.docs.good.East.resources.Sessions),
    expect: { stack: 'West', resource: 'Sessions', property: 'TableName' },
  },
  {
    check: 'dynamodb/remote-access',
    name: 'drop the replica of the region where the table is used',
    from: remoteAccess.docs.good,
    apply: (assembly) => edit(assembly, 'East', 'Sessions', ['Properties', 'Replicas'], [{ Region: 'us-east-1' }]),
    expect: { stack: 'West', resource: 'TableName', property: 'Value' },
  },
  {
    ...mutation('dynamodb/replica-region-duplicate', 'name a region twice', ['Replicas', 2], { Region: 'us-west-2' }, 'Replicas.2.Region'),
    from: replicaRegionDuplicate.docs.good,
  },
  {
    ...mutation('dynamodb/strong-consistency-regions', 'take a region of another set', ['Replicas', 2, 'Region'], 'eu-west-1', 'Replicas'),
    from: strongConsistencyRegions.docs.good,
  },
  {
    ...mutation(
      'dynamodb/sse-type-without-encryption',
      'switch encryption off',
      ['SSESpecification', 'SSEEnabled'],
      false,
      'SSESpecification.SSEType',
    ),
    from: sseTypeWithoutEncryption.docs.good,
  },
  {
    check: 'dynamodb/legacy-replica',
    name: 'replicate into the region of the stack',
    from: legacyReplica.docs.good,
    apply: (assembly) => edit(assembly, 'Tables', 'Replica', ['Properties', 'Region'], 'us-east-1'),
    expect: { stack: 'Tables', resource: 'Replica', property: 'Region' },
  },
];
