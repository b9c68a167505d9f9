import type { JsonObject } from '../../../src/assembly/model.js';
import { resource, stack } from '../../../src/check/example-parts.js';

/** A global table for the documentation of checks, in a stack of us-east-1, with what CloudFormation asks of every such table. */
export function globalTableExample(properties: JsonObject, replicas: readonly JsonObject[], beside: JsonObject = {}) {
  return { Tables: stack('us-east-1', { ...beside, Sessions: globalTable(properties, replicas) }) };
}

export function globalTable(properties: JsonObject, replicas: readonly JsonObject[]) {
  return resource('AWS::DynamoDB::GlobalTable', {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    ...properties,
    Replicas: replicas,
  });
}

/** One replica, encrypted with a customer managed key when that is given. */
export function replica(region: string, key?: string | JsonObject): JsonObject {
  return { Region: region, ...(key !== undefined && { SSESpecification: { KMSMasterKeyId: key } }) };
}
