import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';

const ROLE = 'arn:aws:iam::482731905566:role/replication';
export const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

export function bucket(properties: JsonObject = {}, attributes: JsonObject = {}) {
  return { Type: 'AWS::S3::Bucket', Properties: properties, ...attributes };
}

/** `ReplicationConfiguration` with one rule a destination. */
export function replicatingTo(destinations: readonly Json[], rule: JsonObject = {}, destination: JsonObject = {}) {
  return {
    ReplicationConfiguration: {
      Role: ROLE,
      Rules: destinations.map((Bucket) => ({ Status: 'Enabled', Prefix: '', ...rule, Destination: { Bucket, ...destination } })),
    },
  };
}

/** A versioned bucket that replicates. */
export function source(destinations: Json | readonly Json[], rule: JsonObject = {}, destination: JsonObject = {}) {
  const list = Array.isArray(destinations) ? (destinations as readonly Json[]) : [destinations as Json];
  return bucket({ ...VERSIONED, ...replicatingTo(list, rule, destination) });
}

export const COPIES = 'arn:aws:s3:::orders-copies';
/** Two stacks: `Archive` in us-west-2 with the bucket `orders-copies`, and `Orders` in us-east-1, deployed later, with the source. */
export function app(orders: JsonObject, copies: JsonObject = VERSIONED, more: Partial<ExampleStack> = {}): Example {
  return {
    Archive: { region: 'us-west-2', resources: { Copies: bucket({ BucketName: 'orders-copies', ...copies }) } },
    Orders: { region: 'us-east-1', dependencies: ['Archive'], resources: { Orders: orders }, ...more },
  };
}
