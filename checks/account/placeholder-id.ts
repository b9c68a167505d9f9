import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { PLACEHOLDER_ACCOUNTS } from '../../src/facts/accounts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { accountsOf, writtenAccounts } from './model/account-ids.js';

/** A number from an example may stand in every statement of an app. */
const MAX_RELATED = 20;

const example = (account: string) => ({
  Jobs: stack('eu-west-1', {
    Machine: resource('AWS::StepFunctions::StateMachine', {
      RoleArn: `arn:aws:iam::${account}:role/jobs`,
      DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}',
    }),
  }),
});

export default defineCheck({
  id: 'account/placeholder-id',
  title: 'Example account ID',
  severity: 'warning',
  docs: {
    why: 'Numbers like 123456789012 and 111122223333 stand for an account in documentation. In a policy or an ARN they grant access to no account of yours, or refer to something that does not exist: "Invalid principal in policy", "Cross-account pass role is not allowed".',
    fix: 'Take the account from the stack: `cdk.Stack.of(this).account`, `` `arn:aws:iam::${cdk.Aws.ACCOUNT_ID}:role/jobs` ``; or pass the role itself instead of its ARN. If the number is right, list it under `accounts`.',
    sources: [
      'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    templateFix:
      'Take the account from the stack: `!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/jobs`. If the number is right, list it under `accounts` in the configuration.',
    bad: example('123456789012'),
    good: example('482731905566'),
  },
  *graph({ graph, settings }) {
    const own = accountsOf(graph);
    const places = new Map<string, Property[]>();
    for (const { at, account } of writtenAccounts(graph)) {
      const { resource } = at;
      if (!PLACEHOLDER_ACCOUNTS.has(account) || own.has(account) || settings.isKnownAccount(account)) continue;
      // The role of a bucket's replication has a check of its own.
      if (resource.type === 'AWS::S3::Bucket' && at.path[1] === 'ReplicationConfiguration') continue;
      const known = places.get(account);
      if (known === undefined) places.set(account, [at]);
      else known.push(at);
    }
    for (const [account, [at, ...others]] of places) {
      if (at === undefined) continue;
      const { resource } = at;
      yield {
        at,
        message: `${account} is an example account ID${resource.account === undefined ? '' : `, and this stack is deployed to ${resource.account}`}: what this names does not exist there.`,
        related: oneForEachResource(others, resource).map((other) => ({ at: other, message: 'The same number.' })),
      };
    }
  },
});

/** The first places in other resources. */
function oneForEachResource(places: readonly Property[], except: Resource): readonly Property[] {
  const seen = new Set<Resource>([except]);
  return places.filter(({ resource }) => !seen.has(resource) && seen.add(resource)).slice(0, MAX_RELATED);
}
