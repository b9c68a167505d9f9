import { PLACEHOLDER_ACCOUNTS } from '../../src/aws/accounts.js';
import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/resource.js';
import { accountsOf, writtenAccounts } from '../../src/services/account-ids.js';

const example = (account: string) => ({
  Jobs: {
    region: 'eu-west-1',
    resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: `arn:aws:iam::${account}:role/jobs`,
          DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}',
        },
      },
    },
  },
});

export default defineCheck({
  id: 'account/placeholder-id',
  title: 'Account number from an example',
  severity: 'warning',
  docs: {
    why: 'Numbers like 123456789012 and 111122223333 stand for an account in documentation. In a policy or an ARN they give rights to nobody, or point to something that is not there: "Invalid principal in policy", "Cross-account pass role is not allowed".',
    fix: 'Take the account from the stack: `cdk.Stack.of(this).account`, `` `arn:aws:iam::${cdk.Aws.ACCOUNT_ID}:role/jobs` ``; or pass the role itself instead of its ARN. If the number is right, list it under `accounts`.',
    sources: [
      'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    bad: example('123456789012'),
    good: example('482731905566'),
  },
  *graph({ graph, settings }) {
    const own = accountsOf(graph);
    const reported = new Set<Resource>();
    for (const { at, account } of writtenAccounts(graph)) {
      const { resource } = at;
      // Once for each resource; the role of a bucket's replication has a check of its own.
      if (reported.has(resource) || !PLACEHOLDER_ACCOUNTS.has(account)) continue;
      if (own.has(account) || settings.isKnownAccount(account)) continue;
      if (resource.type === 'AWS::S3::Bucket' && at.path[1] === 'ReplicationConfiguration') continue;
      reported.add(resource);
      yield {
        at,
        message: `${account} is an account number from examples${resource.account === undefined ? '' : `, and this stack is deployed to ${resource.account}`}: what this names does not exist there.`,
      };
    }
  },
});
