import { type IdentityRow, operation, page, row, threads } from './row.js';

/** Policies, and what several stacks edit. */
export const POLICIES: readonly IdentityRow[] = [
  row('AWS::S3::BucketPolicy', {
    key: [['Bucket', 'resource']],
    what: 'policy of a bucket',
    says: 'The bucket policy already exists on bucket …',
    fix: 'A bucket has one policy: write all statements in the stack that owns the bucket, with `bucket.addToResourcePolicy(…)` on the bucket itself, not on an imported one.',
    sources: threads('aws/aws-cdk#16379'),
  }),
  row('AWS::SQS::QueuePolicy', {
    each: 'Queues',
    key: [['.', 'resource']],
    what: 'policy of a queue',
    second: 'overwrites',
    fix: 'A queue has one policy: write all statements in the stack that owns the queue, with `queue.addToResourcePolicy(…)`.',
    sources: [
      ...threads('aws/serverless-application-model#1776'),
      operation('AWSSimpleQueueService/latest/APIReference', 'SetQueueAttributes'),
    ],
  }),
  row('AWS::SNS::TopicPolicy', {
    each: 'Topics',
    key: [['.', 'resource']],
    what: 'policy of a topic',
    second: 'overwrites',
    fix: 'A topic has one policy: write all statements in the stack that owns the topic, with `topic.addToResourcePolicy(…)`.',
    sources: [page('AWS::SNS::TopicPolicy'), operation('sns/latest/api', 'SetTopicAttributes')],
  }),
  row('AWS::Events::EventBusPolicy', {
    key: [['EventBusName', 'resource', 'default'], 'StatementId'],
    scope: 'region',
    what: 'statement of an event bus',
    says: '… already exists in stack …',
    fix: 'Give each statement of the bus its own `statementId`.',
    sources: threads('aws/aws-cdk#28520'),
  }),
  row('AWS::IAM::Policy', {
    each: 'Roles',
    scope: 'account',
    key: [
      ['.', 'resource'],
      ['PolicyName', 'caseless'],
    ],
    what: 'inline policy of a role',
    second: 'overwrites',
    fix: 'Give the policy of each stack its own name: `new iam.Policy(this, "Grants", { policyName: … })`, or import the role with `Role.fromRoleArn(this, "Role", arn, { defaultPolicyName: … })`.',
    sources: threads('aws/aws-cdk#23080', 'aws/aws-cdk#7483', 'aws/aws-cdk#29762'),
  }),
  row('AWS::IAM::RolePolicy', {
    scope: 'account',
    key: [
      ['RoleName', 'resource'],
      ['PolicyName', 'caseless'],
    ],
    what: 'inline policy of a role',
    sources: [page('AWS::IAM::RolePolicy')],
  }),
  row('AWS::IAM::ServiceLinkedRole', {
    scope: 'account',
    key: ['AWSServiceName', ['CustomSuffix', 'exact', '']],
    what: 'service-linked role',
    says: 'Service role name … has been taken in this account',
    fix: 'Declare the role in one stack for each account: it is shared by all regions. Leave it out where the service creates it itself on first use.',
    sources: [...threads('aws/aws-cdk#569'), page('AWS::IAM::ServiceLinkedRole')],
  }),
];
