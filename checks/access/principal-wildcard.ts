import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { CHECKED_PRINCIPALS } from '../../src/facts/checked-principals.js';
import type { Property } from '../../src/graph/model/property.js';
import { identitiesIn } from '../../src/queries/policies/principal.js';

const app = (principal: string) => ({
  Exports: stack('us-east-1', {
    Bucket: resource('AWS::S3::Bucket', {}),
    Policy: resource('AWS::S3::BucketPolicy', {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 's3:GetObject',
        Resource: { 'Fn::Sub': '${Bucket.Arn}/*' },
      }),
    }),
  }),
});

export default defineCheck({
  id: 'access/principal-wildcard',
  title: 'Wildcard in the ARN of a principal: "Invalid principal in policy"',
  severity: 'error',
  types: Object.keys(CHECKED_PRINCIPALS),
  docs: {
    why: 'A principal is one account, role, user or session, or everybody (`*`). A pattern in its ARN is not one, and the service rejects the policy: "Invalid principal in policy".',
    fix: 'Allow the account and limit it to the pattern: `new iam.AccountPrincipal(account).withConditions({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::…:role/reader-*" } })`.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://github.com/cloud-gov/terraform-provision/pull/100',
      'https://github.com/ministryofjustice/modernisation-platform-environments/pull/5322',
    ],
    templateFix:
      'Allow the account and limit it to the pattern: `Principal: { AWS: ACCOUNT }` with `Condition: { ArnLike: { aws:PrincipalArn: arn:aws:iam::…:role/reader-* } }`.',
    bad: app('arn:aws:iam::604211987345:role/reader-*'),
    good: app('arn:aws:iam::604211987345:root'),
  },
  *resource(holder) {
    const { document, answer, source } = CHECKED_PRINCIPALS[holder.type] ?? { document: '', answer: '', source: undefined };
    const at = identitiesIn(holder.property(document)).find(isPattern);
    if (at === undefined) return;
    yield {
      at,
      severity: source === undefined ? 'warning' : 'error',
      message: `The ARN of a principal has no wildcards: the deployment fails with "${answer}".`,
    };
  },
});

/** `*` alone is everybody. */
function isPattern(principal: Property): boolean {
  const written = principal.textWith('');
  return written.startsWith('arn:') && /[*?]/.test(written);
}
