import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';

/** A global table that CloudFormation would accept, unless the properties say otherwise. */
export function globalTable(properties: JsonObject, attributes: JsonObject = {}) {
  return {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      ...properties,
    },
    ...attributes,
  };
}

export function replica(Region: Json, key?: Json): JsonObject {
  return { Region, ...(key !== undefined && { SSESpecification: { KMSMasterKeyId: key } }) };
}

export const keyIn = (region: string): string => `arn:aws:kms:${region}:482731905566:key/1f0c`;
export const ON = { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } };
/** `Kept` hangs on a parameter without a value. */
export const CONDITION = { parameters: { Keep: { Type: 'String' } }, conditions: { Kept: { 'Fn::Equals': [{ Ref: 'Keep' }, 'yes'] } } };
export const NOTHING = { Ref: 'AWS::NoValue' };

/** One stack in us-east-1 with the table `Sessions`. */
export function tables(properties: JsonObject, more: Partial<ExampleStack> = {}): Example {
  return { Tables: { region: 'us-east-1', ...more, resources: { Sessions: globalTable(properties), ...more.resources } } };
}
