import { defineCheck } from '../../src/check/check.js';
import { policy, resource } from '../../src/check/example-parts.js';
import { trusts } from '../../src/queries/policies/role-access.js';
import { replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const trusting = (service: string) =>
  replicationExample({
    role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    besideOrders: {
      Role: resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }),
        ManagedPolicyArns: ['arn:aws:iam::482731905566:policy/replication'],
      }),
    },
  });

export default defineCheck({
  id: 's3/replication-role-trust',
  title: 'Replication role does not trust S3',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 itself assumes the role of a replication configuration. If the role does not trust `s3.amazonaws.com`, no object is replicated; the reason given is AssumeRoleNotPermitted.',
    fix: 'Create the role with `assumedBy: new ServicePrincipal("s3.amazonaws.com")`, or leave it to the CDK: `replicationRules` creates one when there is no `replicationRole`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
    ],
    templateFix:
      'Let the role trust S3: `Principal: { Service: s3.amazonaws.com }` with `Action: sts:AssumeRole` in `AssumeRolePolicyDocument`.',
    bad: trusting('lambda.amazonaws.com'),
    good: trusting('s3.amazonaws.com'),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    if (replicationsOf(bucket).length === 0) return;
    const property = bucket.property('ReplicationConfiguration', 'Role');
    const role = property.target('AWS::IAM::Role');
    if (role === undefined || role.existence !== 'certain') return;
    const document = role.property('AssumeRolePolicyDocument');
    if ((document.get('Statement').items?.length ?? 0) === 0 || trusts(role, 's3', bucket) !== false) return;
    yield {
      at: property,
      message: `The replication role ${role.physicalName ?? role.displayName} does not trust s3.amazonaws.com, so S3 cannot assume it and replicates nothing.`,
      related: [{ at: document, message: 'This says who may assume the role.' }],
    };
  },
});
