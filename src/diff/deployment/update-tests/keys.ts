import type { Resource } from '../../../graph/model/resource.js';
import type { Update } from '../update.js';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html: symmetric, asymmetric or HMAC, and of one usage. */
export function aliasOfAnotherKey({ before, after }: Update): string | undefined {
  const [old, current] = [kindOf(before), kindOf(after)];
  return old === undefined || current === undefined || old === current
    ? undefined
    : `The alias goes from a key for ${old} to one for ${current}`;
}

function kindOf(alias: Resource): string | undefined {
  const key = alias.property('TargetKeyId').target('AWS::KMS::Key');
  if (key === undefined) return undefined;
  const [spec, usage] = [key.property('KeySpec'), key.property('KeyUsage')];
  const [specText, usageText] = [spec.isAbsent ? 'SYMMETRIC_DEFAULT' : spec.text, usage.isAbsent ? 'ENCRYPT_DECRYPT' : usage.text];
  if (specText === undefined || usageText === undefined) return undefined;
  const family = specText === 'SYMMETRIC_DEFAULT' || specText === 'SM4' ? 'symmetric' : specText.startsWith('HMAC') ? 'HMAC' : 'asymmetric';
  return `${usageText} (${family})`;
}
