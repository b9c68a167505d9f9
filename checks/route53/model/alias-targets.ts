import { PART } from '../../../src/facts/endpoint-hosts.js';
import { type AliasService, ownerOfZone, type ZoneOwner } from '../../../src/facts/hosted-zones.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Reference } from '../../../src/graph/model/value.js';
import { flawOf, type Host, hostAt } from '../../../src/queries/health-check-host.js';
import type { RecordSet } from '../../../src/queries/record-sets.js';
import { tableOf } from '../../../src/table-of.js';

/** The endpoint that an alias record points to. */
export interface AliasTarget {
  readonly dnsName: Host;
  readonly zoneId: Property;
  /** Undefined when it is not known, or no endpoint that an alias can point to. */
  readonly owner: ZoneOwner | undefined;
}

export function aliasTargetOf(record: RecordSet): AliasTarget | undefined {
  const dnsName = hostAt(record.get('AliasTarget', 'DNSName'));
  return dnsName && { dnsName, zoneId: record.get('AliasTarget', 'HostedZoneId'), owner: ownerOfHost(dnsName) };
}

/** Whose hosted zone a host name lies in. */
function ownerOfHost(host: Host): ZoneOwner | undefined {
  if (host.whole !== undefined) return ownerOfAttribute(host.whole);
  const { service, id, region } = host.endpoint ?? {};
  switch (service) {
    case 'cloudfront':
    case 'accelerator':
      return { service, region: undefined };
    case 'alb':
    case 'nlb':
    case 's3-website':
    case 'beanstalk':
      return region === undefined ? undefined : { service, region };
    case 'api':
      return region !== undefined && id?.startsWith('d-') ? { service, region } : undefined;
    default:
      return undefined;
  }
}

/** Attributes that are host names, and those that are the ids of their hosted zones. Source: "Return values" of each type in the CloudFormation Template Reference. */
const ATTRIBUTES: Readonly<Record<string, AliasService | 'load balancer'>> = tableOf({
  'AWS::ElasticLoadBalancing::LoadBalancer.DNSName': 'alb',
  'AWS::ElasticLoadBalancing::LoadBalancer.CanonicalHostedZoneNameID': 'alb',
  'AWS::ElasticLoadBalancingV2::LoadBalancer.DNSName': 'load balancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer.CanonicalHostedZoneID': 'load balancer',
  'AWS::ApiGateway::DomainName.RegionalDomainName': 'api',
  'AWS::ApiGateway::DomainName.RegionalHostedZoneId': 'api',
  'AWS::ApiGateway::DomainName.DistributionDomainName': 'cloudfront',
  'AWS::ApiGateway::DomainName.DistributionHostedZoneId': 'cloudfront',
  'AWS::ApiGatewayV2::DomainName.RegionalDomainName': 'api',
  'AWS::ApiGatewayV2::DomainName.RegionalHostedZoneId': 'api',
  'AWS::CloudFront::Distribution.DomainName': 'cloudfront',
  'AWS::Cognito::UserPoolDomain.CloudFrontDistribution': 'cloudfront',
  'AWS::GlobalAccelerator::Accelerator.DnsName': 'accelerator',
  'AWS::GlobalAccelerator::Accelerator.DualStackDnsName': 'accelerator',
});

function ownerOfAttribute({ resource, attribute }: Reference): ZoneOwner | undefined {
  const service = ATTRIBUTES[`${resource.type}.${attribute}`];
  if (service === undefined) return undefined;
  if (service === 'cloudfront' || service === 'accelerator') return { service, region: undefined };
  const { region } = resource;
  if (region === undefined) return undefined;
  if (service !== 'load balancer') return { service, region };
  const type = resource.property('Type');
  if (type.isAbsent || type.text === 'application') return { service: 'alb', region };
  return type.text === 'network' ? { service: 'nlb', region } : undefined;
}

/** Whose hosted zone the id names; `own` for the zone that the record itself is in. */
export function ownerOfZoneId(zoneId: Property, record: RecordSet): ZoneOwner | 'own' | undefined {
  const { text, reference } = zoneId;
  if (text !== undefined) return ownerOfZone(text) ?? (text === record.zone?.id ? 'own' : undefined);
  if (reference === undefined) return undefined;
  return reference.resource.type === 'AWS::Route53::HostedZone' ? 'own' : ownerOfAttribute(reference);
}

const APIS = new Set(['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api']);

/** Why no alias can point to a host; undefined when one may. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
export function whyNotAliasable(target: Host): string | undefined {
  const { endpoint, first, whole, text } = target;
  const flaw = /[/:]/.test(text) || whole !== undefined ? flawOf(target) : undefined;
  if (flaw !== undefined) return `${flaw}, and the target of an alias must be a name`;
  if (whole?.resource.type.startsWith('AWS::RDS::') && /Address$/.test(whole.attribute ?? ''))
    return 'it is a database, not an alias target';
  switch (endpoint?.service) {
    case 'api':
      // `d-…` is a custom domain, `vpce-…` an endpoint; what is not known may be either.
      return (endpoint.id.includes(PART) ? APIS.has(first?.resource.type ?? '') : /^[a-z0-9]+$/.test(endpoint.id))
        ? "it is an API's default endpoint; the target must be the custom domain's RegionalDomainName"
        : undefined;
    case 'lambda-url':
      return 'it is a function URL, not an alias target';
    case 'rds':
      return 'it is a database, not an alias target';
    default:
      return undefined;
  }
}
