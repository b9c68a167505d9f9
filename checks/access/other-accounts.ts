import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem, Severity } from '../../src/check/problem.js';
import { TO_OTHER_ACCOUNTS } from '../../src/facts/admission/other-accounts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { accountRejectionsOf } from '../../src/queries/policies/account-admission.js';
import { uselessGrantsOf } from '../../src/queries/policies/role-grants.js';

/** Where a policy in another account lacks a permission, and what is to be written there. */
interface Lack {
  readonly at: Property;
  readonly callee: Resource;
  readonly fix: string;
  /** With the name of the callee, and what its policy is. */
  message(name: string, policy: string): string;
  readonly severity?: Severity;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'trust policy'],
  ['AWS::EC2::VPCEndpointService', 'list of allowed principals'],
]);

/** Checks of what the policies of resources in other accounts certainly do not allow. */
const otherAccountCheck = defineFamily((row: { readonly types: readonly string[]; lacksOf(caller: Resource): Iterable<Lack> }) => ({
  types: row.types,
  *resource(caller: Resource): Iterable<Problem> {
    for (const { at, callee, fix, message, severity } of row.lacksOf(caller)) {
      const name = callee.physicalName ?? callee.displayNameFrom(caller);
      yield {
        at,
        ...(severity && { severity }),
        message: message(name, KINDS.get(callee.type) ?? 'policy'),
        fix: `Where ${name} is declared: \`${fix.replaceAll('{account}', caller.account ?? '')}\`.`,
        related: [{ at: callee, message: 'It is declared here.' }],
      };
    }
  },
}));

const role = (account: string) => ({
  Root: stack('us-east-1', {
    Delegation: resource('AWS::IAM::Role', {
      RoleName: 'dns-delegation',
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }),
    }),
  }),
  Team: {
    account: '604211987345',
    ...stackAfter('Root', 'us-east-1', {
      Delegate: resource('Custom::CrossAccountZoneDelegation', {
        AssumeRoleArn: 'arn:aws:iam::482731905566:role/dns-delegation',
        ParentZoneName: 'contoso.com',
      }),
    }),
  },
});

export const accountNotAdmitted = otherAccountCheck({
  id: 'access/account-not-admitted',
  title: 'Resource policy does not allow the account that uses it',
  severity: 'error',
  types: Object.keys(TO_OTHER_ACCOUNTS),
  docs: {
    why: 'Cross-account access needs the permission of the account that owns the resource: in the trust policy of the role, or in the policy of the repository, event bus, vault, queue or topic. Permissions on the side of the caller are not enough. The CDK writes that policy only for constructs that are passed as objects, not for those that are named by their ARN.',
    fix: 'Allow the account where the resource is declared: `repository.grantPull(new iam.AccountPrincipal(account))`, `assumedBy: new iam.AccountPrincipal(account)`.',
    sources: [...new Set(Object.values(TO_OTHER_ACCOUNTS).flatMap((rows) => rows.map(({ source }) => source)))],
    templateFix:
      'Allow the other account in the policy where the resource is declared: `Principal: { AWS: arn:aws:iam::ACCOUNT:root }` in `RepositoryPolicyText`, in the bucket, queue, topic or key policy, or in `AssumeRolePolicyDocument`.',
    bad: role('718820043961'),
    good: role('604211987345'),
  },
  lacksOf: (resource) =>
    accountRejectionsOf(resource).map(({ row, at, callee, caller, action }) => ({
      at,
      callee,
      fix: row.fix,
      severity: row.fails ? 'error' : 'warning',
      message: (name, policy) =>
        `The ${policy} of ${name} in account ${callee.account} (${action}) does not allow ${/^\d+$/.test(caller) ? `account ${caller}` : caller}${row.fails ? ', and the deployment fails' : ''}: ${row.answer}.`,
    })),
});

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

export const roleNotAdmitted = otherAccountCheck({
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
  lacksOf: (holder) =>
    uselessGrantsOf(holder).map(({ at, callee, row, actions }) => ({
      at,
      callee,
      fix: row.fix,
      message: (name, policy) =>
        `This allows ${actions.join(', ')} on ${name} in account ${callee.account}, but the ${policy} there does not allow account ${holder.account}: every request gets AccessDenied.`,
    })),
});
