import { tableOf } from '../table-of.js';

interface RuleFix {
  /** In the words of the CDK. */
  readonly fix: string;
  readonly templateFix: string;
}

const RUNTIME: RuleFix = {
  fix: 'Set `runtime` to a version that Lambda supports, such as `lambda.Runtime.NODEJS_24_X`.',
  templateFix: 'Set `Runtime` to a version that Lambda supports, such as `nodejs24.x`.',
};

/**
 * What to write for rules of cfn-lint that say what is missing in a template, and that apps of the CDK meet most.
 * Source of the rules: https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md
 */
const RULE_FIXES: Readonly<Record<string, RuleFix>> = tableOf({
  'cfn-lint/I3011': {
    fix: 'Say what happens to the data: `construct.applyRemovalPolicy(RemovalPolicy.RETAIN)`, or `SNAPSHOT` or `DESTROY`, which sets both properties.',
    templateFix: 'Say what happens to the data: `DeletionPolicy` and `UpdateReplacePolicy`, each `Retain`, `Snapshot` or `Delete`.',
  },
  'cfn-lint/W2531': RUNTIME,
  'cfn-lint/E2531': RUNTIME,
});

export function fixOfRule(checkId: string, isCdk: boolean): string | undefined {
  const row = RULE_FIXES[checkId];
  return isCdk ? row?.fix : row?.templateFix;
}
