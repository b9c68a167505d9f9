import type { JsonObject } from '../../../src/assembly/model.js';
import { resource, stack } from '../../../src/check/example-parts.js';

/** How an example of bucket replication differs from one without problems. */
interface Difference {
  /** Further properties of the source bucket. */
  readonly orders?: JsonObject;
  /** Further resources beside the source bucket. */
  readonly besideOrders?: JsonObject;
  /** Further properties of the destination bucket. */
  readonly copies?: JsonObject;
  readonly besideCopies?: JsonObject;
  /** Further keys of the rule, and of its `Destination`. */
  readonly rule?: JsonObject;
  readonly destination?: JsonObject;
  readonly role?: string | JsonObject;
  readonly archive?: { readonly region?: string; readonly account?: string };
  readonly dependencies?: readonly string[];
}

const versioned = () => ({ VersioningConfiguration: { Status: 'Enabled' } });

/** Two stacks for the documentation of checks: a bucket in us-east-1 that replicates to one in us-west-2, which is deployed before. */
export function replicationExample({ archive, dependencies = ['Archive'], ...difference }: Difference) {
  const { orders = versioned(), copies = versioned(), rule, destination, role = 'arn:aws:iam::482731905566:role/replication' } = difference;
  const rules = [{ Status: 'Enabled', Prefix: '', ...rule, Destination: { Bucket: 'arn:aws:s3:::orders-copies', ...destination } }];
  return {
    Archive: {
      region: 'us-west-2',
      ...archive,
      resources: { Copies: resource('AWS::S3::Bucket', { BucketName: 'orders-copies', ...copies }), ...difference.besideCopies },
    },
    Orders: stack(
      { region: 'us-east-1', dependencies },
      {
        ...difference.besideOrders,
        Orders: resource('AWS::S3::Bucket', { ...orders, ReplicationConfiguration: { Role: role, Rules: rules } }),
      },
    ),
  };
}
