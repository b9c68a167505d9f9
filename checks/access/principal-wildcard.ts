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
  title: 'Wildcard, group or policy as a principal: "Invalid principal in policy"',
  severity: 'error',
  types: Object.keys(CHECKED_PRINCIPALS),
  docs: {
    why: 'A principal is one account, role, user or session, or everybody (`*`). A pattern in its ARN is not one, and neither is a group or a policy: "You cannot identify a user group as a principal in a policy". The service rejects the policy: "Invalid principal in policy".',
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
    for (const at of identitiesIn(holder.property(document))) {
      const fault = isPattern(at) ? WILDCARD : faultOf(at);
      if (fault === undefined) continue;
      yield { at, severity: source === undefined ? 'warning' : 'error', message: `${fault}: the deployment fails with "${answer}".` };
      return;
    }
  },
});

const WILDCARD = 'The ARN of a principal has no wildcards';

/** What of IAM is no principal, by what its ARNs begin with. */
const NO_PRINCIPALS: ReadonlyMap<string, string> = new Map([
  ['group', 'A group is no principal: groups have permissions, and nobody signs in as one'],
  ['policy', 'A policy is no principal'],
  ['instance-profile', 'An instance profile is no principal: name its role'],
]);
const KINDS: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Group', 'group'],
  ['AWS::IAM::ManagedPolicy', 'policy'],
  ['AWS::IAM::InstanceProfile', 'instance-profile'],
]);

function faultOf(principal: Property): string | undefined {
  const { reference } = principal;
  const kind = reference === undefined ? kindIn(principal.textWith('')) : KINDS.get(reference.resource.type);
  return kind === undefined ? undefined : NO_PRINCIPALS.get(kind);
}

function kindIn(arn: string): string | undefined {
  const [scheme, , service, , , name] = arn.split(':');
  return scheme === 'arn' && service === 'iam' ? name?.split('/')[0] : undefined;
}

/** `*` alone is everybody. */
function isPattern(principal: Property): boolean {
  const written = principal.textWith('');
  return written.startsWith('arn:') && /[*?]/.test(written);
}
