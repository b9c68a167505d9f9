import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';

const site = (Scope: string) => ({
  Site: stack('us-east-1', {
    Acl: resource('AWS::WAFv2::WebACL', { Scope, DefaultAction: { Allow: {} } }),
    Cdn: resource(DISTRIBUTION, {
      DistributionConfig: {
        Enabled: true,
        WebACLId: { 'Fn::GetAtt': ['Acl', 'Arn'] },
        Origins: [{ Id: 'shop', DomainName: 'origin.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
        DefaultCacheBehavior: { TargetOriginId: 'shop', ViewerProtocolPolicy: 'https-only' },
      },
    }),
  }),
});

export default defineCheck({
  id: 'cloudfront/web-acl-scope',
  title: 'Web ACL of the wrong scope: CLOUDFRONT for distributions, REGIONAL for everything else',
  severity: 'error',
  types: [DISTRIBUTION, 'AWS::WAFv2::WebACLAssociation'],
  docs: {
    why: 'A distribution accepts a web ACL of scope CLOUDFRONT, named in its own `WebACLId`; load balancers, APIs and user pools accept one of scope REGIONAL, by an association, and Amplify apps one of scope CLOUDFRONT, by an association in us-east-1. Everything else is rejected: "WAFInvalidParameterException: The ARN isn\'t valid".',
    fix: 'For a distribution create the ACL with `scope: "CLOUDFRONT"` in us-east-1 and pass it as `webAclId`; for everything else with `scope: "REGIONAL"` in the region of the resource.',
    sources: [
      'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
      'https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/28753',
      'https://github.com/hashicorp/terraform-provider-aws/issues/42002',
    ],
    templateFix:
      'For a distribution, `Scope: CLOUDFRONT` and a stack in us-east-1, named in `WebACLId`; for everything else `Scope: REGIONAL` in the region of the resource, with an `AWS::WAFv2::WebACLAssociation`.',
    bad: site('REGIONAL'),
    good: site('CLOUDFRONT'),
  },
  *resource(resource) {
    const isDistribution = resource.type === DISTRIBUTION;
    const target = resource.property('ResourceArn');
    if (!isDistribution && (target.arn?.service === 'cloudfront' || target.reference?.resource.type === DISTRIBUTION)) {
      yield {
        at: target,
        message:
          'A distribution cannot be associated with a web ACL here: WAF rejects it with "The ARN isn\'t valid… field: RESOURCE_ARN". The ACL belongs in the `WebACLId` of the distribution.',
      };
      return;
    }
    const at = isDistribution ? resource.property('DistributionConfig', 'WebACLId') : resource.property('WebACLArn');
    const scope = scopeAt(at);
    const wanted = isDistribution ? 'CLOUDFRONT' : 'REGIONAL';
    if (scope === undefined || scope === wanted || (!isDistribution && mayBeAmplify(target))) return;
    const acl = at.reference?.resource;
    yield {
      at,
      message: `This web ACL has the scope ${scope}, and ${isDistribution ? 'a distribution accepts' : 'an association accepts'} one of scope ${wanted}: WAF rejects it with "The ARN isn't valid".`,
      ...(acl && {
        related: [{ at: acl.property('Scope'), message: 'The scope.' }],
        cause: { key: acl, here: 'The same web ACL.' },
      }),
    };
  },
});

/** An app has a distribution of its own. Source: https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2285 */
function mayBeAmplify({ arn, reference }: Property): boolean {
  if (reference !== undefined) return reference.resource.type === 'AWS::Amplify::App';
  return arn?.service === undefined || arn.service === 'amplify';
}

/** The scope of a web ACL that is declared here, or that an ARN names: `…:global/webacl/…`. */
function scopeAt(at: Property): string | undefined {
  const acl = at.target('AWS::WAFv2::WebACL');
  if (acl !== undefined) return acl.property('Scope').text;
  const [, kind] = /^arn:[\w-]+:wafv2:[\w-]*:\d*:(global|regional)\/webacl\//.exec(at.text ?? '') ?? [];
  return kind === undefined ? undefined : kind === 'global' ? 'CLOUDFRONT' : 'REGIONAL';
}
