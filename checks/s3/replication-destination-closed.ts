import { defineCheck } from '../../src/check/check.js';
import { policy, resource } from '../../src/check/example-parts.js';
import { policiesAbout } from '../../src/queries/policies/about.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { roleAt } from '../../src/queries/policies/principal.js';
import { bucketName, destinationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';
import { needsOf } from './model/replication-needs.js';

const POLICY = resource('AWS::S3::BucketPolicy', {
  Bucket: { Ref: 'Copies' },
  PolicyDocument: policy({
    Effect: 'Allow',
    Action: ['s3:ReplicateObject', 's3:ReplicateDelete'],
    Principal: { AWS: 'arn:aws:iam::482731905566:role/replication' },
    Resource: 'arn:aws:s3:::orders-copies/*',
  }),
});

export default defineCheck({
  id: 's3/replication-destination-closed',
  title: 'Destination bucket policy does not allow the replication',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'When the buckets belong to different accounts, "the owner of the destination buckets must grant the owner of the source buckets permissions to replicate objects by using a bucket policy". Without one, the rule can be set, but no object is replicated (replication status FAILED).',
    fix: 'Grant the role access in the destination bucket policy, in the stack of that bucket: `destination.addReplicationPolicy(source.replicationRoleArn)`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix:
      'Grant the role access in the bucket policy of the destination: `s3:ReplicateObject` and `s3:ReplicateDelete` on its objects, `s3:List*` and `s3:GetBucketVersioning` on the bucket.',
    bad: replicationExample({ archive: { account: '590184027316' } }),
    good: replicationExample({ archive: { account: '590184027316' }, besideCopies: { Policy: POLICY } }),
  },
  *resource(bucket) {
    const role = bucket.property('ReplicationConfiguration', 'Role');
    // A role of another account: replication-role-account.
    if (/^\d{12}$/.test(role.arn?.account ?? '') && role.arn?.account !== bucket.account) return;
    for (const replication of destinationsOf(bucket)) {
      const { destination, target } = replication;
      if (target?.account === undefined || bucket.account === undefined || target.account === bucket.account) continue;
      const policies = policiesAbout(target);
      if (policies === undefined) continue;
      const principal = roleAt(role, true);
      const context = new Map([['aws:securetransport', ['true']]]);
      const rejected = needsOf(replication).filter(
        ({ owner, target: resource, actions: [action = ''] }) =>
          owner === target && isAllowed(decide(policies, { action, principal, resource, context })) === false,
      );
      if (rejected.length === 0) continue;
      const actions = rejected.map(({ actions: [action] }) => action).join(', ');
      const lets =
        policies.length === 0
          ? `no bucket policy there lets account ${bucket.account} write to it`
          : `its bucket policy does not allow the replication role ${actions}`;
      yield {
        at: destination,
        message: `The destination bucket "${bucketName(target)}" belongs to account ${target.account}, and ${lets}. S3 accepts the rule, but replication fails.`,
        related: [
          {
            at: target,
            message: policies.length === 0 ? 'This bucket has no bucket policy.' : 'The policy of this bucket lacks the statement.',
          },
        ],
      };
    }
  },
});
