import { defineCheck } from '../../src/check/check.js';
import { normalName } from '../../src/queries/dns-names.js';

const stacks = (DomainName: string) => ({
  Zones: {
    region: 'us-east-1',
    resources: { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } } },
    outputs: { Zone: { Value: { Ref: 'Zone' } } },
  },
  Shop: {
    region: 'us-west-2',
    dependencies: ['Zones'],
    resources: {
      Certificate: {
        Type: 'AWS::CertificateManager::Certificate',
        Properties: {
          DomainName,
          ValidationMethod: 'DNS',
          DomainValidationOptions: [
            { DomainName, HostedZoneId: { 'Fn::GetStackOutput': { StackName: 'Zones', OutputName: 'Zone', Region: 'us-east-1' } } },
          ],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/certificate-outside-zone',
  title: 'Certificate is validated in the hosted zone of another domain',
  severity: 'error',
  types: ['AWS::CertificateManager::Certificate'],
  docs: {
    why: 'CloudFormation proves that you own the domain of a certificate by a record below that name in the hosted zone that the template gives. In the zone of another domain the record cannot be created ("RRSet with DNS name … is not permitted in zone …"), and the certificate is never issued.',
    fix: 'Give the zone that contains the name: `CertificateValidation.fromDns(zone)`, and for names in several zones `CertificateValidation.fromDnsMultiZone({ "shop.acme-bank.com": comZone, "shop.acme-bank.io": ioZone })`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html',
    ],
    templateFix: 'Name the zone that contains the name: `HostedZoneId` in `DomainValidationOptions`.',
    bad: stacks('shop.acme-bank.com'),
    good: stacks('shop.acme-bank.io'),
  },
  *resource(certificate) {
    for (const option of certificate.property('DomainValidationOptions').items ?? []) {
      const at = option.get('HostedZoneId');
      const zone = at.target('AWS::Route53::HostedZone');
      const zoneName = zone?.property('Name').text;
      const domain = option.get('DomainName').text?.replace(/^\*\./, '');
      if (zone === undefined || zoneName === undefined || domain === undefined) continue;
      const [name, end] = [normalName(domain), normalName(zoneName)];
      if (name === end || name.endsWith(`.${end}`)) continue;
      yield {
        at,
        message: `${option.get('DomainName').text} is to be validated in the zone ${end}, which does not contain it: the record is rejected ("… is not permitted in zone ${end}."), and the certificate is never issued.`,
        related: [{ at: zone.property('Name'), message: 'The name of the zone.' }],
      };
    }
  },
});
