import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { PLACEHOLDER_ACCOUNTS, PUBLISHED_ARN } from '../../src/facts/accounts.js';
import { AWS_ACCOUNTS } from '../../src/facts/aws-accounts.js';
import { accountsOf, writtenAccounts } from './model/account-ids.js';

const example = (account: string) => ({
  Orders: stack('eu-west-1', {
    Topic: resource('AWS::SNS::Topic', {}),
    Policy: resource('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sns:Publish',
        Resource: { Ref: 'Topic' },
      }),
    }),
  }),
});

export default defineCheck({
  id: 'account/foreign-id',
  title: 'Reference to an account that no stack is deployed to',
  severity: 'info',
  docs: {
    why: 'A number that is written out in an ARN or a principal, and that is the account of no stack in this assembly, may belong to a partner, or have been copied from somewhere. The assembly does not show which.',
    fix: 'If the account is right, list it under `accounts`; otherwise take the number from the stack: `cdk.Stack.of(this).account`.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
    templateFix:
      'If the account is right, list it under `accounts` in the configuration; otherwise take the number from the stack: `!Ref AWS::AccountId`.',
    bad: example('694120358871'),
    good: example('482731905566'),
  },
  *graph({ graph, settings }) {
    const own = accountsOf(graph);
    // An app without accounts may be deployed to any of them.
    if (own.has(undefined) || !graph.assemblies.every(({ isWhole }) => isWhole)) return;
    const reported = new Set<string>();
    for (const { at, account, text } of writtenAccounts(graph)) {
      if (own.has(account) || reported.has(account) || PLACEHOLDER_ACCOUNTS.has(account) || settings.isKnownAccount(account)) continue;
      if (PUBLISHED_ARN.test(text) || AWS_ACCOUNTS.has(account)) continue;
      reported.add(account);
      yield { at, message: `This names account ${account}, and no stack in this app is deployed to it.` };
    }
  },
});
