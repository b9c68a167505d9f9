import { defineCheck } from '../../src/check/check.js';

const example = (more: object) => ({
  Api: {
    region: 'us-east-1',
    resources: {
      Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io', ...more } },
      Certificate: {
        Type: 'AWS::CertificateManager::Certificate',
        Properties: {
          DomainName: 'api.acme-bank.io',
          ValidationMethod: 'DNS',
          DomainValidationOptions: [{ DomainName: 'api.acme-bank.io', HostedZoneId: { Ref: 'Zone' } }],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/certificate-zone-private',
  title: 'Certificate is validated in a private hosted zone',
  severity: 'error',
  types: ['AWS::CertificateManager::Certificate'],
  docs: {
    why: 'ACM looks for the validation record in the public DNS. In a private zone it never finds it: the stack waits for the certificate until it fails.',
    fix: 'Validate in the public zone of the domain, `CertificateValidation.fromDns(publicZone)`, also when the name itself is served by a private zone; or use a private CA.',
    sources: ['https://docs.aws.amazon.com/acm/latest/userguide/domain-ownership-validation.html'],
    templateFix:
      'Validate in the public zone of the domain (`HostedZoneId` in `DomainValidationOptions`), also when the name itself is served by a private zone; or use a private CA.',
    bad: example({ VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }),
    good: example({}),
  },
  *resource(certificate) {
    const authority = certificate.property('CertificateAuthorityArn');
    if (!authority.isAbsent || certificate.property('ValidationMethod').text !== 'DNS') return;
    for (const option of certificate.property('DomainValidationOptions').items ?? []) {
      const at = option.get('HostedZoneId');
      const zone = at.target('AWS::Route53::HostedZone');
      if ((zone?.property('VPCs').items?.length ?? 0) === 0) continue;
      yield {
        at,
        message: `${option.get('DomainName').text ?? 'The domain'} is to be validated in a private zone, which ACM cannot look into: the certificate is never issued, and the stack waits for it until it fails.`,
        ...(zone && { related: [{ at: zone.property('VPCs'), message: 'The zone is private.' }] }),
      };
    }
  },
});
