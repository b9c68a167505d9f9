import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import { writtenAccount } from '../../src/queries/policies/principal.js';
import { coversAction, policyAt } from '../../src/queries/policies/statement.js';

const app = (account: string) => ({
  Data: stack(
    { region: 'us-east-1', account: '482731905566' },
    {
      Key: resource('AWS::KMS::Key', {
        KeyPolicy: policy({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }),
      }),
    },
  ),
});

export default defineCheck({
  id: 'kms/key-policy-lockout',
  title: 'Key policy lets nobody in the account change it',
  severity: 'error',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  docs: {
    why: 'KMS rejects a key policy with which the one who creates the key could not change it later: "The new key policy will not allow you to update the key policy in the future." A policy that is written in place of the default one must hold a statement that allows `kms:PutKeyPolicy` to the own account, or to the role that deploys; services and other accounts do not count.',
    fix: 'Leave the default statement in: add to the policy with `key.addToResourcePolicy(…)` instead of passing `policy`, or begin it with `new iam.PolicyStatement({ principals: [new iam.AccountRootPrincipal()], actions: ["kms:*"], resources: ["*"] })`.',
    sources: [
      'https://github.com/widdix/aws-cf-templates/issues/259',
      'https://github.com/terraform-aws-modules/terraform-aws-kms/issues/14',
      'https://github.com/aws-samples/rds-snapshot-export-to-s3-pipeline/issues/8',
    ],
    templateFix: 'Add a statement to `KeyPolicy` that allows `kms:*` to `!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root`.',
    bad: app('604211987345'),
    good: app('482731905566'),
  },
  *resource(key) {
    const at = key.property('KeyPolicy');
    const bypass = key.property('BypassPolicyLockoutSafetyCheck');
    const { statements = [] } = policyAt(at);
    if (statements.length === 0 || !(bypass.isAbsent || bypass.boolean === false)) return;
    const administrating = statements.filter(
      (statement) => statement.effect !== 'Deny' && coversAction(statement, 'kms:putkeypolicy') !== false,
    );
    if (administrating.some((statement) => statement.at === undefined || mayBeOfAccount(statement.at, key.account))) return;
    yield {
      at,
      // Without any such statement the policy may be a part that something else completes.
      severity: administrating.length === 0 ? 'warning' : 'error',
      message: `No statement allows kms:PutKeyPolicy to the account${key.account === undefined ? '' : ` ${key.account}`} or anybody in it: "The new key policy will not allow you to update the key policy in the future."`,
    };
  },
});

/** Whether the principals of a statement may include one of the account. Services and federated users change no policy. */
function mayBeOfAccount(statement: Property, account: string | undefined): boolean {
  const principal = statement.get('Principal');
  if (principal.isAbsent || principal.text !== undefined || principal.entries === undefined) return true;
  return principal.entries.some(([kind, value]) => {
    if (kind !== 'AWS') return false;
    return (value.items ?? [value]).some((item) => {
      const named = item.reference?.resource.account ?? writtenAccount(item);
      return named === undefined || account === undefined || named === account;
    });
  });
}
