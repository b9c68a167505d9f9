import type { JsonObject } from '../../src/assembly/model.js';
import { outputOf, resource, stack, stackAfter, stackWith } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { normalName } from '../../src/queries/dns-names.js';
import { closestCaa, isAmazonAllowed } from './model/caa-records.js';

const ZONE = 'AWS::Route53::HostedZone';

/** Checks of the hosted zone in which a name of a certificate is validated. */
const validationCheck = defineFamily((row: { ofOption(option: Property, zone: Resource, certificate: Resource): Iterable<Problem> }) => ({
  types: ['AWS::CertificateManager::Certificate'],
  *resource(certificate: Resource): Iterable<Problem> {
    for (const option of certificate.property('DomainValidationOptions').items ?? []) {
      const zone = option.get('HostedZoneId').target(ZONE);
      if (zone !== undefined) yield* row.ofOption(option, zone, certificate);
    }
  },
}));

const certificate = (DomainName: string, HostedZoneId: JsonObject = { Ref: 'Zone' }) =>
  resource('AWS::CertificateManager::Certificate', {
    DomainName,
    ValidationMethod: 'DNS',
    DomainValidationOptions: [{ DomainName, HostedZoneId }],
  });
const outside = (domain: string) => ({
  Zones: stackWith({ Zone: { Ref: 'Zone' } }, 'us-east-1', { Zone: resource(ZONE, { Name: 'acme-bank.io' }) }),
  Shop: stackAfter('Zones', 'us-west-2', { Certificate: certificate(domain, outputOf('Zones', 'Zone', 'us-east-1')) }),
});

export const certificateOutsideZone = validationCheck({
  id: 'route53/certificate-outside-zone',
  title: 'Certificate is validated in the hosted zone of another domain',
  severity: 'error',
  docs: {
    why: 'CloudFormation proves that you own the domain of a certificate by a record below that name in the hosted zone that the template gives. In the zone of another domain the record cannot be created ("RRSet with DNS name … is not permitted in zone …"), and the certificate is never issued.',
    fix: 'Give the zone that contains the name: `CertificateValidation.fromDns(zone)`, and for names in several zones `CertificateValidation.fromDnsMultiZone({ "shop.acme-bank.com": comZone, "shop.acme-bank.io": ioZone })`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html',
    ],
    templateFix: 'Name the zone that contains the name: `HostedZoneId` in `DomainValidationOptions`.',
    bad: outside('shop.acme-bank.com'),
    good: outside('shop.acme-bank.io'),
  },
  *ofOption(option, zone) {
    const at = option.get('HostedZoneId');
    const zoneName = zone.property('Name').text;
    const domain = option.get('DomainName').text?.replace(/^\*\./, '');
    if (zoneName === undefined || domain === undefined) return;
    const [name, end] = [normalName(domain), normalName(zoneName)];
    if (name === end || name.endsWith(`.${end}`)) return;
    yield {
      at,
      message: `${option.get('DomainName').text} is to be validated in the zone ${end}, which does not contain it: the record is rejected ("… is not permitted in zone ${end}."), and the certificate is never issued.`,
      related: [{ at: zone.property('Name'), message: 'The name of the zone.' }],
    };
  },
});

const validatedIn = (more: object) => ({
  Api: stack('us-east-1', { Zone: resource(ZONE, { Name: 'acme-bank.io', ...more }), Certificate: certificate('api.acme-bank.io') }),
});

export const certificateZonePrivate = validationCheck({
  id: 'route53/certificate-zone-private',
  title: 'Certificate is validated in a private hosted zone',
  severity: 'error',
  docs: {
    why: 'ACM looks for the validation record in the public DNS. In a private zone it never finds it: the stack waits for the certificate until it fails.',
    fix: 'Validate in the public zone of the domain, `CertificateValidation.fromDns(publicZone)`, also when the name itself is served by a private zone; or use a private CA.',
    sources: ['https://docs.aws.amazon.com/acm/latest/userguide/domain-ownership-validation.html'],
    templateFix:
      'Validate in the public zone of the domain (`HostedZoneId` in `DomainValidationOptions`), also when the name itself is served by a private zone; or use a private CA.',
    bad: validatedIn({ VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }),
    good: validatedIn({}),
  },
  *ofOption(option, zone, certificate) {
    if (!certificate.property('CertificateAuthorityArn').isAbsent || certificate.property('ValidationMethod').text !== 'DNS') return;
    const at = option.get('HostedZoneId');
    if ((zone.property('VPCs').items?.length ?? 0) === 0) return;
    yield {
      at,
      message: `${option.get('DomainName').text ?? 'The domain'} is to be validated in a private zone, which ACM cannot query: the certificate is never issued, and the stack waits for it until it fails.`,
      related: [{ at: zone.property('VPCs'), message: 'The zone is private.' }],
    };
  },
});

const shop = (...authorities: readonly string[]) => ({
  Shop: stack('us-east-1', {
    Zone: resource(ZONE, { Name: 'acme-bank.io.' }),
    Authorities: resource('AWS::Route53::RecordSet', {
      HostedZoneId: { Ref: 'Zone' },
      Name: 'acme-bank.io.',
      Type: 'CAA',
      TTL: '300',
      ResourceRecords: authorities.map((authority) => `0 issue "${authority}"`),
    }),
    Certificate: certificate('shop.acme-bank.io'),
  }),
});

export const caaExcludesAmazon = validationCheck({
  id: 'route53/caa-excludes-amazon',
  title: 'CAA record does not allow Amazon to issue certificates',
  severity: 'error',
  docs: {
    why: 'A CAA record lists the certificate authorities that may issue certificates for a domain and everything below it. ACM looks for it before it issues a certificate, and does not issue it when Amazon is not in the list: the stack waits for the certificate until it fails.',
    fix: 'Add Amazon to the record: `new CaaRecord(this, "Caa", { zone, values: [{ flag: 0, tag: CaaTag.ISSUE, value: "amazon.com" }, …] })` (and `CaaTag.ISSUEWILD` for wildcards when that tag is used), or use `CaaAmazonRecord`.',
    sources: ['https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html'],
    templateFix:
      'Add Amazon to `ResourceRecords` of the record: `0 issue "amazon.com"` (and `0 issuewild "amazon.com"` for wildcards when that tag is used).',
    bad: shop('letsencrypt.org'),
    good: shop('letsencrypt.org', 'amazon.com'),
  },
  *ofOption(option, zone, certificate) {
    if (!certificate.property('CertificateAuthorityArn').isAbsent) return;
    const domain = option.get('DomainName');
    const caa = domain.text !== undefined ? closestCaa(zone, domain.text) : undefined;
    if (caa === undefined || isAmazonAllowed(caa, domain.text?.startsWith('*.') === true)) return;
    yield {
      at: domain,
      message: `${domain.text} is to get a certificate from ACM, but the CAA record of ${caa.shown.replace(/ CAA$/, '')} does not allow amazon.com: ACM does not issue it.`,
      related: [{ at: caa.get('ResourceRecords'), message: 'The certificate authorities that are allowed.' }],
    };
  },
});
