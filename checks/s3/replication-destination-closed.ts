import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { bucketName, destinationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const POLICY = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Copies' },
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:ReplicateObject', 's3:ReplicateDelete'],
          Principal: { AWS: 'arn:aws:iam::482731905566:role/replication' },
          Resource: 'arn:aws:s3:::orders-copies/*',
        },
      ],
    },
  },
};

export default defineCheck({
  id: 's3/replication-destination-closed',
  title: 'Replication to another account that does not admit it',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'When the buckets belong to different accounts, "the owner of the destination buckets must grant the owner of the source buckets permissions to replicate objects by using a bucket policy". Without one, the rule can be set, and every object stays behind with replication status FAILED.',
    fix: 'Admit the role in the destination’s stack: `destination.addReplicationPolicy(source.replicationRoleArn)`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    bad: replicationExample({ archive: { account: '590184027316' } }),
    good: replicationExample({ archive: { account: '590184027316' }, besideCopies: { Policy: POLICY } }),
  },
  *resource(bucket, { graph }) {
    for (const { destination, target } of destinationsOf(bucket)) {
      if (target?.account === undefined || bucket.account === undefined || target.account === bucket.account) continue;
      if (mayHavePolicy(graph, target)) continue;
      yield {
        at: destination,
        message: `The destination bucket "${bucketName(target)}" belongs to account ${target.account}, and no bucket policy there lets account ${bucket.account} write to it. S3 accepts the rule, and then fails to replicate.`,
        related: [{ at: target, message: 'This bucket has no bucket policy.' }],
      };
    }
  },
});

function mayHavePolicy(graph: ResourceGraph, bucket: Resource): boolean {
  const { physicalName } = bucket;
  if (graph.hasUnexpandedMacros(bucket.stack) || (physicalName !== undefined && isGivenToCustomResource(graph, physicalName))) return true;
  return graph.memo(bucketsWithPolicy)?.has(bucket) ?? true;
}

/** Undefined when the bucket of some policy is not known. */
function bucketsWithPolicy(graph: ResourceGraph): ReadonlySet<Resource | undefined> | undefined {
  const buckets = graph.resourcesOfType('AWS::S3::BucketPolicy').map((policy) => policy.property('Bucket'));
  return buckets.some(({ isUnknown }) => isUnknown) ? undefined : new Set(buckets.map((bucket) => bucket.target('AWS::S3::Bucket')));
}
