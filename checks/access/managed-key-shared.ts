import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { MANAGED_KEY_SHARING, type ManagedKeySharing } from '../../src/facts/managed-key-sharing.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isManagedKey, kmsKeyOf } from '../../src/queries/bucket-settings.js';
import { sharedWith } from '../../src/queries/policies/shared-with.js';

const app = (secret: object) => ({
  Data: stack('us-east-1', {
    Login: resource('AWS::SecretsManager::Secret', { Name: 'orders/login', ...secret }),
    Share: resource('AWS::SecretsManager::ResourcePolicy', {
      SecretId: { Ref: 'Login' },
      ResourcePolicy: policy({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::604211987345:root' },
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
      }),
    }),
  }),
});

export default defineCheck({
  id: 'access/managed-key-shared',
  title: 'Cross-account access to data encrypted with an AWS managed key',
  severity: 'warning',
  types: Object.keys(MANAGED_KEY_SHARING),
  docs: {
    why: 'The policy of a secret, bucket, queue or topic allows another account, but its content is encrypted with a key that AWS manages (`aws/secretsmanager`, `aws/s3`, …). The policy of such a key cannot be changed and allows its own account only: the other account gets "Access to KMS is not allowed".',
    fix: 'Encrypt it with a key of your own, whose policy allows the other account: `key.grantDecrypt(new iam.AccountPrincipal(account))`.',
    sources: Object.values(MANAGED_KEY_SHARING).map(({ source }) => source),
    templateFix: 'Encrypt it with an `AWS::KMS::Key` of your own, and allow the other account `kms:Decrypt` in its `KeyPolicy`.',
    bad: app({}),
    good: app({ KmsKeyId: 'arn:aws:kms:us-east-1:482731905566:key/0c3b1f7a-52d4-4e6b-9a8f-1d2e3c4b5a69' }),
  },
  *resource(resource) {
    const row = MANAGED_KEY_SHARING[resource.type];
    const key = row === undefined ? undefined : managedKeyAt(resource, row);
    if (row === undefined || key === undefined) return;
    for (const { at, account } of sharedWith(resource, row)) {
      const name = resource.physicalName ?? resource.displayName;
      yield {
        at,
        message: `This lets account ${account} use ${name}, which is encrypted with the AWS managed key ${row.alias}: that account gets ${row.answer}.`,
        fix: `Encrypt ${name} with a key of your own (\`${row.fix}\`) and allow the account there: \`key.grantDecrypt(new iam.AccountPrincipal("${account}"))\`.`,
        related: [{ at: key, message: `${name} has no key of its own.` }],
      };
      return;
    }
  },
});

/** Where the key of AWS is chosen; undefined when another one is, or that is not known. */
function managedKeyAt(resource: Resource, { key, isDefault }: ManagedKeySharing): Resource | Property | undefined {
  if (key === undefined) return kmsKeyOf(resource) === 'managed' ? resource.property('BucketEncryption') : undefined;
  const property = resource.property(key);
  if (property.isAbsent) return isDefault ? resource : undefined;
  return isManagedKey(property) ? property : undefined;
}
