import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { KEY_SPECS } from '../../src/facts/key-specs.js';
import { keyAt } from '../../src/queries/policies/callee-at.js';
import { placesAt } from '../../src/queries/region-of.js';

const zone = (key: object) => ({
  Dns: stack('us-east-1', {
    Key: resource('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' },
          { Effect: 'Allow', Principal: { Service: 'dnssec-route53.amazonaws.com' }, Action: 'kms:*', Resource: '*' },
        ],
      },
      ...key,
    }),
    Signing: resource('AWS::Route53::KeySigningKey', {
      HostedZoneId: 'Z0123456789ABCDEFGHIJ',
      KeyManagementServiceArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
      Name: 'signing',
      Status: 'ACTIVE',
    }),
  }),
});

export default defineCheck({
  id: 'kms/key-spec-rejected',
  title: 'KMS key of a type that the service does not take',
  severity: 'error',
  types: [...KEY_SPECS.keys()],
  docs: {
    why: 'Services encrypt with symmetric keys only, and Route 53 signs zones with keys of the type ECC_NIST_P256 only. The type of a key cannot be changed later: the deployment fails.',
    fix: 'Create a key of the type that the service takes: none is given for encryption, `keySpec: kms.KeySpec.ECC_NIST_P256` and `keyUsage: kms.KeyUsage.SIGN_VERIFY` for DNSSEC.',
    sources: [...new Set([...KEY_SPECS.values()].flatMap((rows) => rows.map(({ source }) => source)))],
    templateFix: 'Leave `KeySpec` out of keys for encryption, and write `KeySpec: ECC_NIST_P256` and `KeyUsage: SIGN_VERIFY` for DNSSEC.',
    bad: zone({}),
    good: zone({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  },
  *resource(user) {
    for (const row of KEY_SPECS.get(user.type) ?? []) {
      for (const at of placesAt(user, row.path)) {
        const key = keyAt(at);
        const spec = key?.property('KeySpec');
        const found = spec?.isAbsent ? 'SYMMETRIC_DEFAULT' : spec?.text;
        if (key === undefined || found === undefined || found === row.spec) continue;
        yield {
          at,
          message: `The key ${key.displayNameFrom(user)} is of the type ${found}, and must be of ${row.spec}: "${row.says}"`,
          fix: row.fix,
          related: [{ at: key, message: 'The key.' }],
        };
      }
    }
  },
});
