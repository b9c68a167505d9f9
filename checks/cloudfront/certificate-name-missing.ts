import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { CERTIFICATE_USES } from '../../src/facts/certificate-names.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { coversName, normalName } from '../../src/queries/dns-names.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const site = (name: string) => ({
  Site: stack('us-east-1', {
    Certificate: resource('AWS::CertificateManager::Certificate', { DomainName: name, ValidationMethod: 'DNS' }),
    Cdn: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Enabled: true,
        Aliases: ['www.acme-bank.io'],
        ViewerCertificate: { AcmCertificateArn: { Ref: 'Certificate' }, SslSupportMethod: 'sni-only' },
        Origins: [{ Id: 'shop', DomainName: 'origin.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
        DefaultCacheBehavior: { TargetOriginId: 'shop', ViewerProtocolPolicy: 'https-only' },
      },
    }),
  }),
});

export default defineCheck({
  id: 'cloudfront/certificate-name-missing',
  title: "Certificate doesn't cover the domain name of the distribution or API",
  severity: 'error',
  types: CERTIFICATE_USES.map(({ type }) => type),
  docs: {
    why: 'A custom domain name needs a certificate that has this name, as its domain name or as a subject alternative name. A wildcard stands for exactly one label: `*.acme.io` covers `www.acme.io`, neither `acme.io` nor `a.b.acme.io`. CloudFront rejects the distribution: "The certificate that is attached to your distribution doesn\'t cover the alternate domain name (CNAME)".',
    fix: 'Add the name to the certificate: `new acm.Certificate(this, "Certificate", { domainName: "acme.io", subjectAlternativeNames: ["www.acme.io"], … })`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      'https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/13828',
      'https://github.com/cloudposse/terraform-aws-cloudfront-s3-cdn/pull/72',
    ],
    templateFix: 'Add the name to `SubjectAlternativeNames` of the `AWS::CertificateManager::Certificate`.',
    bad: site('acme-bank.io'),
    good: site('*.acme-bank.io'),
  },
  *resource(resource) {
    const use = CERTIFICATE_USES.find(({ type }) => type === resource.type);
    if (resource.type === 'AWS::CloudFront::Distribution') yield* withoutCertificate(resource);
    const names = (use?.names ?? []).flatMap((path) => resource.property(...stepsOf(path)).items ?? []);
    for (const path of use?.certificates ?? []) {
      const at = resource.property(...stepsOf(path));
      const certificate = at.target('AWS::CertificateManager::Certificate');
      const covered = certificate && namesOf(certificate);
      if (certificate === undefined || covered === undefined) continue;
      const missing = names.filter(({ text }) => text !== undefined && !covered.some((name) => coversName(name, normalName(text))));
      const [first, ...others] = missing;
      if (first === undefined) continue;
      yield {
        at: first,
        message: `${missing.map(({ text }) => text).join(', ')}: not in the certificate ${certificate.displayNameFrom(first.resource)}, which has ${covered.join(', ')}. ${use?.says ? `The distribution is rejected: "${use.says}"` : 'A client that compares the names rejects the connection, and the domain name may be rejected'}.`,
        ...(!use?.says && { severity: 'warning' as const }),
        related: [
          { at: certificate, message: 'The certificate.' },
          ...others.map((other) => ({ at: other, message: 'Not in it either.' })),
        ],
      };
    }
  },
});

/** Names, and the certificate of *.cloudfront.net. */
function* withoutCertificate(distribution: Resource): Generator<Problem> {
  const config = distribution.property('DistributionConfig');
  const certificate = config.get('ViewerCertificate');
  const isDefault = certificate.isAbsent || certificate.get('CloudFrontDefaultCertificate').boolean === true;
  const [name] = config.get('Aliases').items?.filter(({ text }) => text !== undefined) ?? [];
  // In China there is no certificate of CloudFront, and another kind of rejection.
  if (!isDefault || name === undefined || distribution.region?.startsWith('cn-')) return;
  yield {
    at: name,
    message: `${name.text}: the distribution has only the default certificate of CloudFront, and is rejected: "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name."`,
    fix: 'Give the distribution a certificate of us-east-1 with this name: `certificate: new acm.Certificate(…)` beside `domainNames`.',
  };
}

/** The names of a certificate; undefined when one is not known. */
function namesOf(certificate: Resource): readonly string[] | undefined {
  const alternatives = certificate.property('SubjectAlternativeNames').items;
  if (alternatives === undefined) return undefined;
  const all: readonly Property[] = [certificate.property('DomainName'), ...alternatives];
  const texts = all.flatMap(({ text }) => text ?? []);
  return texts.length === all.length ? texts.map(normalName) : undefined;
}
