import { KEY_PATHS } from './key-properties.js';
import { templateReference } from './references/row.js';

/** A property that takes keys of one kind only. */
export interface KeySpecRow {
  readonly path: string;
  /** `KeySpec` of the keys that it takes. */
  readonly spec: string;
  /** What AWS says. */
  readonly says: string;
  /** What to write in CDK. */
  readonly fix: string;
  readonly source: string;
}

const SYMMETRIC = {
  spec: 'SYMMETRIC_DEFAULT',
  says: 'These services do not support encryption with asymmetric KMS keys.',
  fix: 'Use a key without `keySpec`: `new kms.Key(this, "Data", { enableKeyRotation: true })`.',
  source: templateReference('AWS::KMS::Key'),
} as const;

const SIGNING: KeySpecRow = {
  path: 'KeyManagementServiceArn',
  spec: 'ECC_NIST_P256',
  says: 'an asymmetric customer managed key with an ECC_NIST_P256 key spec',
  fix: 'Create the key that Route 53 signs with so: `new kms.Key(this, "Dnssec", { keySpec: kms.KeySpec.ECC_NIST_P256, keyUsage: kms.KeyUsage.SIGN_VERIFY })`.',
  source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html',
};

/** By type. "AWS services that are integrated with AWS KMS use symmetric encryption KMS keys to protect your data." */
export const KEY_SPECS: ReadonlyMap<string, readonly KeySpecRow[]> = new Map([
  ...[...KEY_PATHS].map(([type, paths]) => [type, paths.map((path): KeySpecRow => ({ path, ...SYMMETRIC }))] as const),
  ['AWS::Route53::KeySigningKey', [SIGNING]],
]);
