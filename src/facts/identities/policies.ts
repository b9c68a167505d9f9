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
  ...['Role', 'User', 'Group'].map((principal) =>
    row('AWS::IAM::Policy', {
      space: `inline policy of a ${principal}`,
      each: `${principal}s`,
      scope: 'account',
      key: [
        ['.', 'resource'],
        ['PolicyName', 'caseless'],
      ],
      what: `inline policy of a ${principal.toLowerCase()}`,
      second: 'overwrites',
      fix: 'Give the policy of each stack its own name: `new iam.Policy(this, "Grants", { policyName: … })`, or import the role with `Role.fromRoleArn(this, "Role", arn, { defaultPolicyName: … })`.',
      sources: threads('aws/aws-cdk#23080', 'aws/aws-cdk#7483', 'aws/aws-cdk#29762'),
    }),
  ),
  ...['Role', 'User', 'Group'].map((principal) =>
    row(`AWS::IAM::${principal}Policy`, {
      space: `inline policy of a ${principal}`,
      scope: 'account',
      key: [
        [`${principal}Name`, 'resource'],
        ['PolicyName', 'caseless'],
      ],
      what: `inline policy of a ${principal.toLowerCase()}`,
      sources: [page(`AWS::IAM::${principal}Policy`)],
    }),
  ),
  row('AWS::IAM::ServiceLinkedRole', {
    scope: 'account',
    key: ['AWSServiceName', ['CustomSuffix', 'exact', '']],
    what: 'service-linked role',
    says: 'Service role name … has been taken in this account',
    fix: 'Declare the role in one stack for each account: it is shared by all regions. Leave it out where the service creates it itself on first use.',
    sources: [...threads('aws/aws-cdk#569'), page('AWS::IAM::ServiceLinkedRole')],
  }),
  row('AWS::SNS::Subscription', {
    key: [
      ['TopicArn', 'resource'],
      ['Protocol', 'exact'],
      ['Endpoint', 'resource'],
    ],
    what: 'subscription of an endpoint to a topic',
    second: 'shared',
    fix: 'Subscribe the endpoint once. With other attributes, such as another filter policy, the second is even rejected: "Subscription already exists with different attributes".',
    sources: [operation('sns/latest/api', 'Subscribe')],
  }),
  row('AWS::WAFv2::WebACLAssociation', {
    key: [['ResourceArn', 'resource']],
    what: 'web ACL of a resource',
    second: 'overwrites',
    fix: 'A resource has one web ACL: put all rules into it, or into rule groups that it uses.',
    sources: [operation('waf/latest/APIReference', 'AssociateWebACL')],
  }),
];
