import { defineCheck } from '../../src/check/check.js';
import { policy, resource } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import { replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';
import { type Missing, missingIn } from './model/replication-needs.js';

const allowing = (action: string) =>
  replicationExample({
    orders: { BucketName: 'orders-live', VersioningConfiguration: { Status: 'Enabled' } },
    role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    besideOrders: {
      Role: resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 's3.amazonaws.com' } }),
        Policies: [
          {
            PolicyName: 'replication',
            PolicyDocument: policy(
              { Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: 'arn:aws:s3:::orders-live' },
              { Effect: 'Allow', Action: 's3:GetObjectVersion*', Resource: 'arn:aws:s3:::orders-live/*' },
              { Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::orders-copies/*' },
            ),
          },
        ],
      }),
    },
  });

export default defineCheck({
  id: 's3/replication-role-permissions',
  title: 'Replication role is missing permissions',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 reads the source and writes the destination with the permissions of the replication role: its own policies, or in one account those of the bucket. Nothing looks at them when the rule is set: the deployment succeeds, but no object is replicated (replication status FAILED).',
    fix: 'Leave the role to the CDK, or grant what it needs: `source.grantReplicationPermission(role, { destinations: [{ bucket: destination }] })`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html',
    ],
    templateFix:
      'Grant the role what it needs: `s3:GetReplicationConfiguration` and `s3:ListBucket` on the source, `s3:GetObjectVersionForReplication`, `s3:GetObjectVersionAcl` and `s3:GetObjectVersionTagging` on its objects, `s3:ReplicateObject`, `s3:ReplicateDelete` and `s3:ReplicateTags` on those of the destination.',
    bad: allowing('s3:PutObject'),
    good: allowing('s3:Replicate*'),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    const property = bucket.property('ReplicationConfiguration', 'Role');
    const role = property.target('AWS::IAM::Role');
    const replications = replicationsOf(bucket);
    if (role?.existence !== 'certain' || replications.every(({ target, name }) => target === undefined && name === undefined)) return;
    const related = [{ at: role, message: 'This is the role.' }];
    // What the bucket of another account does not allow: replication-destination-closed.
    const missing = missingIn(role, replications).filter(({ lacks }) => lacks !== 'resource');
    const certain = missing.filter(({ denial, boundary }) => denial !== undefined || boundary !== undefined);
    yield* [...groupByReason(certain)].map(([reason, rejected]): Problem => {
      const by =
        rejected[0]?.denial === undefined
          ? 'The permissions boundary of the replication role does not allow'
          : 'A policy denies the replication role';
      return {
        at: property,
        severity: 'error',
        message: `${by} ${listOf(rejected)}, whatever else allows it. S3 accepts the rule, but replication fails.`,
        fix: 'Exclude the role from the denial or widen the boundary, so that the permissions of `replicationRules` take effect.',
        related: [
          ...related,
          { at: reason, message: rejected[0]?.denial === undefined ? 'This is the boundary.' : 'This statement denies it.' },
        ],
      };
    });
    const lacking = missing.filter((one) => !certain.includes(one));
    if (lacking.length === 0) return;
    yield {
      at: property,
      message: `The replication role is missing permissions: ${listOf(lacking)}. S3 accepts the rule, but replication fails.`,
      related,
    };
  },
});

function groupByReason(missing: readonly Missing[]): ReadonlyMap<Property, readonly Missing[]> {
  const groups = new Map<string, [Property, Missing[]]>();
  for (const one of missing) {
    const reason = one.denial ?? one.boundary;
    if (reason === undefined) continue;
    const key = `${reason.resource.id} ${reason.path.join('.')}`;
    const group = groups.get(key) ?? [reason, []];
    group[1].push(one);
    groups.set(key, group);
  }
  return new Map(groups.values());
}

function listOf(missing: readonly Missing[]): string {
  return missing.map(({ need: { actions, to } }) => `${actions[0]} on ${to}`).join(', ');
}
