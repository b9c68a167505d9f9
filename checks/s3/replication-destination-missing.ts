import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { destinationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

export default defineCheck({
  id: 's3/replication-destination-missing',
  title: 'Replication destination bucket is not defined',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 looks for the destination when the replication rule is set, and rejects the rule when it is not there: "Destination bucket must exist." A name that no stack declares is misspelled, is that of a bucket that was forgotten, or exists elsewhere.',
    fix: 'Declare the destination as a versioned `Bucket` in a stack of the other region and pass it to `replicationRules: [{ destination: otherStack.bucket }]`. If it exists outside of this app, list it in the configuration: `"external": { "s3": ["orders-*"] }`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix:
      'Declare the destination as a versioned `AWS::S3::Bucket` in a template of the other region, and name it in `Destination.Bucket`. If it exists elsewhere, list it in the configuration: `external: { s3: [orders-*] }`.',
    bad: replicationExample({ destination: { Bucket: 'arn:aws:s3:::order-copies' } }),
    good: replicationExample({}),
  },
  *resource(bucket, { graph, settings }) {
    for (const { destination, target, name } of destinationsOf(bucket)) {
      if (target !== undefined || name === undefined || settings.isExternal('s3', name)) continue;
      if (mayBeDeclared(graph, name) || isGivenToCustomResource(graph, name)) continue;
      yield {
        at: destination,
        message: `No stack in this app defines the destination bucket "${name}". Unless it exists already, S3 rejects the rule: "Destination bucket must exist."`,
      };
    }
  },
});

/** Whether a bucket whose name is not known, or one that a template does not show, may have this name. */
function mayBeDeclared(graph: ResourceGraph, name: string): boolean {
  return graph.memo(hasOpaqueStacks) || graph.memo(bucketsOfUnknownName).some((bucket) => mayBeNamed(bucket, name));
}

function hasOpaqueStacks(graph: ResourceGraph): boolean {
  return graph.stacks.some((stack) => graph.hasUnexpandedMacros(stack));
}

function bucketsOfUnknownName(graph: ResourceGraph): readonly Resource[] {
  return graph
    .resourcesOfType('AWS::S3::Bucket')
    .filter(
      (bucket) =>
        bucket.physicalName === undefined && (!bucket.property('BucketNamePrefix').isAbsent || bucket.property('BucketName').isUnknown),
    );
}

function mayBeNamed(bucket: Resource, name: string): boolean {
  const prefix = bucket.property('BucketNamePrefix');
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
  if (!prefix.isAbsent) return name.endsWith('-an') && name.startsWith(prefix.text ?? '');
  const parts = bucket.property('BucketName').parts ?? [];
  const [first, last] = [parts[0], parts.at(-1)];
  return (typeof first !== 'string' || name.startsWith(first)) && (typeof last !== 'string' || name.endsWith(last));
}
