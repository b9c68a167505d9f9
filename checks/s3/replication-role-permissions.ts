import { defineCheck } from '../../src/check/check.js';
import { documentsOf, mayAllow } from '../../src/queries/iam-policies.js';
import { bucketName, destinationsOf, mayMean } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const allowing = (action: string) =>
  replicationExample({
    orders: { BucketName: 'orders-live', VersioningConfiguration: { Status: 'Enabled' } },
    role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    besideOrders: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 's3.amazonaws.com' } }],
          },
          Policies: [
            {
              PolicyName: 'replication',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: 'arn:aws:s3:::orders-live' },
                  { Effect: 'Allow', Action: 's3:GetObjectVersion*', Resource: 'arn:aws:s3:::orders-live/*' },
                  { Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::orders-copies/*' },
                ],
              },
            },
          ],
        },
      },
    },
  });

/** The older policies' `s3:GetObjectVersion` still reads what is not encrypted with KMS. */
const READ = [['s3:GetReplicationConfiguration'], ['s3:GetObjectVersionForReplication', 's3:GetObjectVersion']] as const;
const WRITE = [['s3:ReplicateObject']] as const;

export default defineCheck({
  id: 's3/replication-role-permissions',
  title: 'Replication role without the permissions to replicate',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 reads the source and writes the destination with the permissions of the replication role. Nobody looks at them when the rule is set: the deployment succeeds, and the objects stay behind with replication status FAILED.',
    fix: 'Leave the role to CDK, or grant what it needs: `source.grantReplicationPermission(role, { destinations: [{ bucket: destination }] })`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html'],
    bad: allowing('s3:PutObject'),
    good: allowing('s3:Replicate*'),
  },
  *resource(bucket) {
    const property = bucket.property('ReplicationConfiguration', 'Role');
    const role = property.target('AWS::IAM::Role');
    const documents = role?.existence === 'certain' ? documentsOf(role) : undefined;
    if (role === undefined || documents === undefined) return;
    const missing = [
      ...READ.map((actions) => ({ actions, name: bucketName(bucket), target: bucket.base })),
      ...destinationsOf(bucket).flatMap(({ target, name }) =>
        WRITE.map((actions) => ({ actions, name: target === undefined ? name : bucketName(target), target: target ?? name })),
      ),
    ].filter(
      ({ actions, target }) =>
        target !== undefined && !actions.some((action) => mayAllow(documents, action, (resource) => mayMean(resource, target))),
    );
    if (missing.length === 0 || destinationsOf(bucket).length === 0) return;
    yield {
      at: property,
      message: `The replication role may not do all that it has to: ${missing.map(({ actions, name }) => `${actions[0]} on "${name}"`).join(', ')}. S3 accepts the rule, and then fails to replicate.`,
      related: [{ at: role, message: 'This is the role.' }],
    };
  },
});
