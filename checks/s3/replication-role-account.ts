import { defineCheck } from '../../src/check/check.js';
import { PLACEHOLDER_ACCOUNTS } from '../../src/facts/accounts.js';
import { bucketName, replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

export default defineCheck({
  id: 's3/replication-role-account',
  title: 'Replication role of another account',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 replicates with a role of the account that owns the source bucket, and whoever sets the rule must be able to pass that role on. A role of another account cannot be passed: "Cross-account pass role is not allowed."',
    fix: 'Leave the role to the CDK (`replicationRules` creates one), or give `replicationRole` a `Role` of the source bucket’s own stack. For a destination in another account, let that bucket’s policy allow the role: `destination.addReplicationPolicy(roleArn)`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    ],
    templateFix:
      "Name a role of the source bucket's own account in `Role`. For a destination in another account, let that bucket's policy allow the role.",
    bad: replicationExample({ role: 'arn:aws:iam::123456789012:role/replication' }),
    good: replicationExample({}),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    const role = bucket.property('ReplicationConfiguration', 'Role');
    const account = role.arn?.account ?? '';
    if (!/^\d{12}$/.test(account) || account === bucket.account || replicationsOf(bucket).length === 0) return;
    if (bucket.account !== undefined) {
      yield {
        at: role,
        message: `The bucket "${bucketName(bucket)}" belongs to account ${bucket.account}, but its replication role to ${account}. S3 accepts only a role of the bucket's own account.`,
      };
    } else if (PLACEHOLDER_ACCOUNTS.has(account)) {
      yield {
        at: role,
        severity: 'warning',
        message: `The replication role is of account ${account}, an example account ID. S3 accepts only a role of the bucket's own account.`,
      };
    }
  },
});
