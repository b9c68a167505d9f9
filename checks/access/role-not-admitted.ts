import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { uselessGrantsOf } from '../../src/queries/policies/role-grants.js';

const app = (account: string) => ({
  Data: stack('us-east-1', {
    Orders: resource('AWS::SQS::Queue', { QueueName: 'orders' }),
    Policy: resource('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: 'Orders' }],
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sqs:SendMessage',
        Resource: '*',
      }),
    }),
  }),
  Shop: {
    account: '604211987345',
    ...stackAfter('Data', 'us-east-1', {
      Checkout: resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
        Policies: [
          {
            PolicyName: 'send',
            PolicyDocument: policy({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:482731905566:orders' }),
          },
        ],
      }),
    }),
  },
});

export default defineCheck({
  id: 'access/role-not-admitted',
  title: 'Resource policy does not allow a role of another account',
  severity: 'warning',
  types: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'],
  docs: {
    why: 'Across accounts, both sides must allow a request: the policy of the role and the policy of the bucket, queue, topic, secret, table, repository or role. The CDK writes both only when the construct itself is passed; for one that is imported by its ARN it writes the policy of the role only. Every request gets AccessDenied.',
    fix: 'Allow the account or the role where the resource is declared: `queue.grantSendMessages(new iam.AccountPrincipal(account))`.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
      'https://repost.aws/knowledge-center/sqs-queue-access-permissions',
    ],
    templateFix:
      'Allow the account or the role in the policy where the resource is declared: a statement with its action and `Principal: { AWS: arn:aws:iam::ACCOUNT:root }`.',
    bad: app('718820043961'),
    good: app('604211987345'),
  },
  *resource(holder) {
    for (const { at, callee, row, actions } of uselessGrantsOf(holder)) {
      const name = callee.physicalName ?? callee.displayNameFrom(holder);
      const policy = callee.type === 'AWS::IAM::Role' ? 'trust policy' : 'policy';
      yield {
        at,
        message: `This allows ${actions.join(', ')} on ${name} in account ${callee.account}, but the ${policy} there does not allow account ${holder.account}: every request gets AccessDenied.`,
        fix: `Where ${name} is declared: \`${row.fix.replaceAll('{account}', holder.account ?? '')}\`.`,
        related: [{ at: callee, message: 'It is declared here.' }],
      };
    }
  },
});
