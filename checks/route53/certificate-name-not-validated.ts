import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { normalName } from '../../src/queries/dns-names.js';

const stacks = (names: readonly string[]) => ({
  Shop: stack('us-east-1', {
    Zone: resource('AWS::Route53::HostedZone', { Name: 'acme-bank.io' }),
    Certificate: resource('AWS::CertificateManager::Certificate', {
      DomainName: 'shop.acme-bank.io',
      SubjectAlternativeNames: ['api.acme-bank.io'],
      ValidationMethod: 'DNS',
      DomainValidationOptions: names.map((DomainName) => ({ DomainName, HostedZoneId: { Ref: 'Zone' } })),
    }),
  }),
});

export default defineCheck({
  id: 'route53/certificate-name-not-validated',
  title: 'Certificate has a domain name without validation',
  severity: 'warning',
  types: ['AWS::CertificateManager::Certificate'],
  docs: {
    why: 'CloudFormation writes the validation record of each name of a certificate that has a hosted zone under `DomainValidationOptions`. A name without one is not validated: the stack stays in CREATE_IN_PROGRESS until somebody creates the record by hand, or until it times out.',
    fix: 'Give a zone for each name: `CertificateValidation.fromDns(zone)` when all names are in one zone, `CertificateValidation.fromDnsMultiZone({ "shop.acme-bank.io": zone, "api.acme-bank.io": zone })` otherwise.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html',
    ],
    templateFix: 'Name a zone for each name: an entry with `DomainName` and `HostedZoneId` in `DomainValidationOptions`.',
    bad: stacks(['shop.acme-bank.io']),
    good: stacks(['shop.acme-bank.io', 'api.acme-bank.io']),
  },
  *resource(certificate) {
    if (certificate.property('ValidationMethod').text !== 'DNS' || !certificate.property('CertificateAuthorityArn').isAbsent) return;
    const options = certificate.property('DomainValidationOptions').items ?? [];
    const validated = new Set(options.map((option) => nameOf(option.get('DomainName').text)));
    // Without any zone the names are meant to be validated elsewhere; with an unknown one, it may be any of them.
    if (options.every((option) => option.get('HostedZoneId').isAbsent) || validated.has(undefined)) return;
    const names = [certificate.property('DomainName'), ...(certificate.property('SubjectAlternativeNames').items ?? [])];
    for (const at of names) {
      const name = nameOf(at.text);
      if (name === undefined || validated.has(name)) continue;
      yield {
        at,
        message: `${at.text} is a name of this certificate without a hosted zone for its validation: the stack waits until the record is created by hand.`,
        related: [{ at: certificate.property('DomainValidationOptions'), message: 'The names that are validated.' }],
      };
    }
  },
});

/** A wildcard is validated by the same record as the domain that it stands below. */
function nameOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : normalName(name.replace(/^\*\./, ''));
}
