import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { MANAGED_KEY_SHARING } from '../../src/facts/managed-key-sharing.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isManagedKey, kmsKeyOf } from '../../src/queries/bucket-settings.js';
import { policiesAbout } from '../../src/queries/policies/about.js';
import { keyAt } from '../../src/queries/policies/callee-at.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { ANYTHING } from '../../src/queries/policies/pattern.js';
import { sharedWith } from '../../src/queries/policies/shared-with.js';
import { arnOf } from '../../src/queries/policies/texts.js';

const READER = { AWS: 'arn:aws:iam::604211987345:root' };
const own = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' };
const app = (...more: readonly { readonly [key: string]: string | object }[]) => ({
  Data: stack('us-east-1', {
    Key: resource('AWS::KMS::Key', { KeyPolicy: policy(own, ...(more as readonly never[])) }),
    Login: resource('AWS::SecretsManager::Secret', { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
    Share: resource('AWS::SecretsManager::ResourcePolicy', {
      SecretId: { Ref: 'Login' },
      ResourcePolicy: policy({ Effect: 'Allow', Principal: READER, Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
    }),
  }),
});

export default defineCheck({
  id: 'access/shared-key-closed',
  title: 'Cross-account access to data whose key does not allow the account',
  severity: 'warning',
  types: Object.keys(MANAGED_KEY_SHARING),
  docs: {
    why: 'The policy of a secret, bucket, queue or topic lets another account in, and the policy of the key that encrypts it does not: the other account is denied ("Access to KMS is not allowed"), whatever its own roles may do.',
    fix: 'Allow the account in the key, too: `key.grantDecrypt(new iam.AccountPrincipal(account))`, or `grantEncryptDecrypt` where it writes.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
      ...Object.values(MANAGED_KEY_SHARING).map(({ source }) => source),
    ],
    templateFix: 'Allow the account `kms:Decrypt`, and `kms:GenerateDataKey` where it writes, in the `KeyPolicy`.',
    bad: app(),
    good: app({ Effect: 'Allow', Principal: READER, Action: 'kms:Decrypt', Resource: '*' }),
  },
  *resource(resource) {
    const row = MANAGED_KEY_SHARING[resource.type];
    const place = row?.key === undefined ? kmsKeyOf(resource) : resource.property(row.key);
    if (row === undefined || place === undefined || place === 'managed' || place.isAbsent || isManagedKey(place)) return;
    const key = keyAt(place);
    if (key === undefined || key.account === undefined || !key.hasProperty('KeyPolicy')) return;
    for (const { at, account } of sharedWith(resource, row)) {
      if (mayUse(key, account) !== false) continue;
      const name = resource.physicalName ?? resource.displayName;
      yield {
        at,
        message: `This lets account ${account} use ${name}, and the policy of the key ${key.displayNameFrom(resource)} does not let it in: that account gets ${row.answer}.`,
        fix: `Where the key is declared: \`key.grantDecrypt(new iam.AccountPrincipal("${account}"))\`.`,
        related: [{ at: key, message: 'This is the key.' }],
      };
      return;
    }
  },
});

/** Anybody of the account, for reading or for writing. */
function mayUse(key: Resource, account: string) {
  const policies = policiesAbout(key);
  if (policies === undefined) return undefined;
  const principal = { kind: 'role', arn: [`arn:aws:iam::${account}:`, ANYTHING], account: [account], byAccount: true } as const;
  const answers = ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) =>
    isAllowed(decide(policies, { action, principal, resource: arnOf(key), context: new Map() })),
  );
  return answers.every((answer) => answer === false) ? false : undefined;
}
