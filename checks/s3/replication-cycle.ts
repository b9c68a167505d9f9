import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { bucketName, destinationsOf, replicationCycleOf, replicationsByTarget } from './model/bucket-replication.js';

const stack = (region: string, name: string, destination: string | undefined, dependencies: readonly string[]) => ({
  region,
  dependencies,
  resources: {
    Orders: resource('AWS::S3::Bucket', {
      BucketName: name,
      VersioningConfiguration: { Status: 'Enabled' },
      ...(destination !== undefined && {
        ReplicationConfiguration: {
          Role: 'arn:aws:iam::482731905566:role/replication',
          Rules: [{ Status: 'Enabled', Prefix: '', Destination: { Bucket: `arn:aws:s3:::${destination}` } }],
        },
      }),
    }),
  },
});

export default defineCheck({
  id: 's3/replication-cycle',
  title: 'Circular dependency between replicating buckets',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'A replication rule can be set only when its destination is there. Two buckets that name each other in their own declarations can therefore never be created: whichever comes first fails with "Destination bucket must exist."',
    fix: 'Declare one direction with `replicationRules`, and set the other one when both buckets exist: with an `AwsCustomResource` that calls `putBucketReplication` in a stack that depends on both, or in a second deployment.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix:
      'Declare one direction in `ReplicationConfiguration`, and set the other one when both buckets exist: in a second deployment.',
    bad: {
      Archive: stack('us-west-2', 'orders-copies', 'orders-live', []),
      Orders: stack('us-east-1', 'orders-live', 'orders-copies', ['Archive']),
    },
    good: {
      Archive: stack('us-west-2', 'orders-copies', undefined, []),
      Orders: stack('us-east-1', 'orders-live', 'orders-copies', ['Archive']),
    },
  },
  among: (graph) => graph.memo(replicationsByTarget),
  *resource(bucket, { graph }) {
    const cycle = replicationCycleOf(bucket);
    if (cycle === undefined) return;
    // Said once, at the member that comes first.
    const first = graph.resourcesOfType('AWS::S3::Bucket').find((candidate) => cycle.includes(candidate));
    if (!bucket.is(first)) return;
    const next = destinationsOf(bucket).find(({ target }) => target !== undefined && cycle.includes(target));
    yield {
      at: next?.destination ?? bucket.property('ReplicationConfiguration'),
      message: `${cycle.map((member) => `"${bucketName(member)}"`).join(' and ')} replicate ${cycle.length > 2 ? 'in a circle' : 'to each other'}, and each declaration needs the next bucket to exist already. A first deployment fails: "Destination bucket must exist."`,
      related: cycle
        .filter((member) => !bucket.is(member))
        .map((member) => ({ at: member.property('ReplicationConfiguration'), message: `"${bucketName(member)}" has rules of its own.` })),
    };
  },
});
