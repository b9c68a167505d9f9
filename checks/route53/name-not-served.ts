import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { PART } from '../../src/facts/endpoint-hosts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { normalName } from '../../src/queries/dns-names.js';
import { type Host, hostAt } from '../../src/queries/health-check-host.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const site = (Aliases: readonly string[]) => ({
  Site: stack('us-east-1', {
    Site: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Enabled: true,
        Aliases,
        Origins: [{ Id: 'app', DomainName: 'app.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
        DefaultCacheBehavior: { TargetOriginId: 'app', ViewerProtocolPolicy: 'https-only' },
        ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:482731905566:certificate/1f0c', SslSupportMethod: 'sni-only' },
      },
    }),
    Record: resource('AWS::Route53::RecordSet', {
      HostedZoneId: 'Z0456789ABCDEFGHIJKL',
      Name: 'www.acme-bank.io.',
      Type: 'A',
      AliasTarget: { DNSName: { 'Fn::GetAtt': ['Site', 'DomainName'] }, HostedZoneId: 'Z2FDTNDATAQYW2' },
    }),
  }),
});

export default defineCheck({
  id: 'route53/name-not-served',
  title: 'Endpoint does not accept the domain name of its record',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'CloudFront, API Gateway and function URLs find what to answer by the host name of the request. A record alone does not make a name known to them: CloudFront answers 403 for a name that is not among the alternate domain names of the distribution, and the default endpoint of an API and a function URL answer under their own name only, with a certificate for that name.',
    fix: 'Add the name to the endpoint: `domainNames: ["www.acme-bank.io"]` and a `certificate` on the `Distribution`; a `DomainName` for an API, and a record to that (`new ApiGatewayDomain(domainName)`). Before a function URL, put a distribution with the name.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    ],
    templateFix:
      'Add the name to the endpoint: `Aliases` and a certificate on the distribution; an `AWS::ApiGateway::DomainName` for an API, and a record to that. Before a function URL, put a distribution with the name.',
    bad: site(['acme-bank.io']),
    good: site(['www.acme-bank.io']),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const isCname = record.type === 'CNAME';
      const host = hostAt(isCname ? record.get('ResourceRecords', 0) : record.get('AliasTarget', 'DNSName'));
      const name = record.get('Name').text;
      if (host === undefined || name === undefined) continue;
      // That no alias can point at the others is another problem.
      const reason = unknownToDistribution(host, name) ?? (isCname ? whyOwnNameOnly(host) : undefined);
      if (reason === undefined) continue;
      const target = (host.whole ?? host.first ?? host.cutOf)?.resource;
      yield {
        at: host.at,
        fix: fixFor(host),
        message: `${record.shown} points to ${host.shown}, which does not answer under that name: ${reason}.`,
        ...(target && { related: [{ at: target, message: 'The endpoint is declared here.' }] }),
      };
    }
  },
});

/** What makes the name known to this kind of endpoint. */
function fixFor({ whole, endpoint, cutOf }: Host): string {
  if (whole?.resource.type === 'AWS::CloudFront::Distribution')
    return 'Add the name to `domainNames` of the `Distribution`, with a `certificate` that covers it.';
  if (endpoint?.service === 'lambda-url' || cutOf?.resource.type === 'AWS::Lambda::Url')
    return 'Put a `Distribution` with the name in `domainNames` before the function URL, and point the record to that.';
  return 'Give the API a custom domain with the name (`new apigateway.DomainName(…)`), and point an alias record to that: `RecordTarget.fromAlias(new targets.ApiGatewayDomain(domainName))`.';
}

function unknownToDistribution({ whole }: Host, written: string): string | undefined {
  if (whole?.resource.type !== 'AWS::CloudFront::Distribution' || whole.attribute !== 'DomainName') return undefined;
  const name = normalName(written);
  const names = namesOf(whole.resource);
  if (names === undefined || names.some((known) => known === name || (known.startsWith('*.') && name.endsWith(known.slice(1)))))
    return undefined;
  const known = names.length === 0 ? 'has no alternate domain names' : `has only the alternate domain names ${names.join(', ')}`;
  return `the distribution ${known}, and CloudFront answers 403`;
}

/** Undefined when they are not all known. */
function namesOf(distribution: Resource): readonly string[] | undefined {
  const config = distribution.property('DistributionConfig');
  const aliases = config.get('Aliases');
  if (aliases.isUnknown || !config.get('ConnectionMode').isAbsent || !config.get('CNAMEs').isAbsent) return undefined;
  const names = aliases.isAbsent ? [] : aliases.items?.map(({ text }) => text && normalName(text));
  return names?.every((name) => name !== undefined) ? (names as readonly string[]) : undefined;
}

const APIS: ReadonlySet<string> = new Set(['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api']);

function whyOwnNameOnly({ endpoint, first, cutOf }: Host): string | undefined {
  // `d-…` is a custom domain, `vpce-…` an endpoint; what is not known may be either.
  // A private API is called through its VPC endpoint, under whatever name.
  if (first?.resource.property('EndpointConfiguration', 'Types').items?.some(({ text }) => text === 'PRIVATE')) return undefined;
  const isApi =
    endpoint?.service === 'api' && (endpoint.id.includes(PART) ? APIS.has(first?.resource.type ?? '') : /^[a-z0-9]{10}$/.test(endpoint.id));
  if (isApi || (cutOf?.resource.type === 'AWS::ApiGatewayV2::Api' && cutOf.attribute === 'ApiEndpoint'))
    return 'it is the default endpoint of an API, and API Gateway accepts other names only as custom domains';
  if (endpoint?.service === 'lambda-url' || cutOf?.resource.type === 'AWS::Lambda::Url')
    return 'it is a function URL, which has a certificate for its own name only';
  return undefined;
}
