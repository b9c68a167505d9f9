import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { normalName } from '../../src/queries/dns-names.js';
import { domainAbove } from '../../src/queries/hosted-zones.js';
import { type RecordSet, recordsAt } from '../../src/queries/record-sets.js';

/** The names of Amazon as a certificate authority. Source: https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html */
const AMAZON: ReadonlySet<string> = new Set(['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com']);

const shop = (...authorities: readonly string[]) => ({
  Shop: {
    region: 'us-east-1',
    resources: {
      Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io.' } },
      Authorities: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: { Ref: 'Zone' },
          Name: 'acme-bank.io.',
          Type: 'CAA',
          TTL: '300',
          ResourceRecords: authorities.map((authority) => `0 issue "${authority}"`),
        },
      },
      Certificate: {
        Type: 'AWS::CertificateManager::Certificate',
        Properties: {
          DomainName: 'shop.acme-bank.io',
          ValidationMethod: 'DNS',
          DomainValidationOptions: [{ DomainName: 'shop.acme-bank.io', HostedZoneId: { Ref: 'Zone' } }],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/caa-excludes-amazon',
  title: 'CAA record that does not allow Amazon to issue a certificate',
  severity: 'error',
  types: ['AWS::CertificateManager::Certificate'],
  docs: {
    why: 'A CAA record lists the certificate authorities that may issue certificates for a domain and everything below it. ACM looks for it before it issues a certificate, and does not issue it when Amazon is not in the list: the stack waits for the certificate until it fails.',
    fix: 'Add Amazon to the record: `new CaaRecord(this, "Caa", { zone, values: [{ flag: 0, tag: CaaTag.ISSUE, value: "amazon.com" }, …] })` (and `CaaTag.ISSUEWILD` for wildcards when that tag is used), or use `CaaAmazonRecord`.',
    sources: ['https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html'],
    templateFix:
      'Add Amazon to `ResourceRecords` of the record: `0 issue "amazon.com"` (and `0 issuewild "amazon.com"` for wildcards when that tag is used).',
    bad: shop('letsencrypt.org'),
    good: shop('letsencrypt.org', 'amazon.com'),
  },
  *resource(certificate) {
    if (!certificate.property('CertificateAuthorityArn').isAbsent) return;
    for (const option of certificate.property('DomainValidationOptions').items ?? []) {
      const zone = option.get('HostedZoneId').target('AWS::Route53::HostedZone');
      const domain = option.get('DomainName');
      const caa = zone && domain.text !== undefined ? closestCaa(zone, domain.text) : undefined;
      if (caa === undefined || isAmazonAllowed(caa, domain.text?.startsWith('*.') === true)) continue;
      yield {
        at: domain,
        message: `${domain.text} is to get a certificate from ACM, but the CAA record of ${caa.shown.replace(/ CAA$/, '')} does not allow amazon.com: ACM does not issue it.`,
        related: [{ at: caa.get('ResourceRecords'), message: 'The certificate authorities that are allowed.' }],
      };
    }
  },
});

/** The CAA record of the name, or of the closest domain above it, in its zone. */
function closestCaa(zone: Resource, domain: string): RecordSet | undefined {
  for (let name = normalName(domain.replace(/^\*\./, '')); name !== ''; name = domainAbove(name)) {
    const record = recordsAt(zone.graph, name, 'CAA').find(
      (other) => other.zone?.resource?.is(zone) === true && other.resource.existence === 'certain',
    );
    if (record !== undefined) return record;
  }
  return undefined;
}

/** Without a tag that is about it, every authority is allowed; what is not known may allow Amazon. */
function isAmazonAllowed(caa: RecordSet, isWildcard: boolean): boolean {
  const tags = caa.get('ResourceRecords').items?.map(tagOf);
  if (tags === undefined || tags.includes(undefined)) return true;
  const about = (name: string) => tags.filter((tag) => tag?.name === name).map((tag) => tag?.value ?? '');
  const wild = isWildcard ? about('issuewild') : [];
  const authorities = wild.length > 0 ? wild : about('issue');
  return authorities.length === 0 || authorities.some((authority) => AMAZON.has(authority));
}

function tagOf({ text }: Property): { readonly name: string; readonly value: string } | undefined {
  const [, name, value] = /^\s*\d+\s+([a-z]+)\s+"?([^";]*)/i.exec(text ?? '') ?? [];
  return name === undefined || value === undefined ? undefined : { name: name.toLowerCase(), value: value.trim().toLowerCase() };
}
