import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { TO_OTHER_ACCOUNTS } from '../../src/facts/admission/other-accounts.js';
import { accountRejectionsOf } from '../../src/queries/policies/account-admission.js';

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

export default defineCheck({
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
  *resource(resource) {
    for (const { row, at, callee, caller, action } of accountRejectionsOf(resource)) {
      const name = callee.physicalName ?? callee.displayNameFrom(resource);
      const kind = KINDS.get(callee.type) ?? 'policy';
      const who = /^\d+$/.test(caller) ? `account ${caller}` : caller;
      yield {
        at,
        severity: row.fails ? 'error' : 'warning',
        message: `The ${kind} of ${name} in account ${callee.account} (${action}) does not allow ${who}${row.fails ? ', and the deployment fails' : ''}: ${row.answer}.`,
        fix: `Where ${name} is declared: \`${row.fix.replaceAll('{account}', resource.account ?? '')}\`.`,
        related: [{ at: callee, message: 'It is declared here.' }],
      };
    }
  },
});

const KINDS: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'trust policy'],
  ['AWS::EC2::VPCEndpointService', 'list of allowed principals'],
]);
