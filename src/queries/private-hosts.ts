import type { Resource } from '../graph/model/resource.js';
import type { Reference } from '../graph/model/value.js';
import type { Host } from './health-check-host.js';
import { containsRange, type IpRange, parseIpRange } from './ip-ranges.js';

/** Why a host cannot be reached from the internet, and the resource that makes it so. */
export interface Privacy {
  readonly reason: string;
  readonly resource?: Resource;
}

/** Attributes that are always names or addresses inside a VPC. Source: "Return values" of each type in the CloudFormation Template Reference. */
const INSIDE: readonly (readonly [type: string, attribute: RegExp])[] = [
  ['AWS::EC2::Instance', /^Private/],
  ['AWS::EC2::NetworkInterface', /^PrimaryPrivateIpAddress$/],
  ['AWS::ElastiCache::ReplicationGroup', /Address$/],
  ['AWS::ElastiCache::ServerlessCache', /Address$/],
  ['AWS::ElastiCache::CacheCluster', /Address$/],
  ['AWS::MemoryDB::Cluster', /Address$/],
  ['AWS::EC2::VPCEndpoint', /^DnsEntries$/],
  ['AWS::DocDB::DBCluster', /^(?:Read)?Endpoint$/],
];

interface PrivateBySetting {
  readonly type: string;
  readonly attribute: RegExp;
  readonly isPrivate: (resource: Resource) => boolean;
  /** After the resource's name. */
  readonly reason: string;
}

const hasVpcOptions = (domain: Resource) => (domain.property('VPCOptions', 'SubnetIds').items?.length ?? 0) > 0;

/**
 * Endpoints that a setting of their resource puts into a VPC. Sources:
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html ("You can't access your domain over the public internet"),
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apprunner-service-ingressconfiguration.html
 * ("To make the service privately accessible from only within an Amazon VPC set it to False"),
 * https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html
 */
const BY_SETTING: readonly PrivateBySetting[] = [
  {
    type: 'AWS::OpenSearchService::Domain',
    attribute: /^DomainEndpoint(?:s\.vpc)?$|^DomainEndpointV2$/,
    isPrivate: hasVpcOptions,
    reason: 'is a domain inside a VPC',
  },
  { type: 'AWS::Elasticsearch::Domain', attribute: /^DomainEndpoint$/, isPrivate: hasVpcOptions, reason: 'is a domain inside a VPC' },
  {
    type: 'AWS::AppRunner::Service',
    attribute: /^ServiceUrl$/,
    isPrivate: (service) => service.property('NetworkConfiguration', 'IngressConfiguration', 'IsPubliclyAccessible').boolean === false,
    reason: 'is not publicly accessible',
  },
  {
    type: 'AWS::AppSync::GraphQLApi',
    attribute: /^(?:GraphQL|Realtime)Dns$/,
    isPrivate: (api) => api.property('Visibility').text === 'PRIVATE',
    reason: 'is a private API',
  },
];

/** The private address of an instance or network interface, used as a whole. */
export function isPrivateAddress({ resource, attribute }: Reference): boolean {
  return INSIDE.some(([type, pattern]) => type.startsWith('AWS::EC2::') && type === resource.type && pattern.test(attribute ?? ''));
}

/** Why health checkers, which are on the internet, cannot reach a host; undefined when nothing says so. */
export function privacyOf(host: Host): Privacy | undefined {
  // A load balancer's own name must not begin with `internal-`: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  if (host.endpoint?.service === 'alb' && host.endpoint.id.startsWith('internal-'))
    return { reason: 'it is the name of an internal load balancer' };
  if (host.endpoint?.service === 'vpc-endpoint') return { reason: 'it is the name of a VPC endpoint' };
  if (host.endpoint?.service === 'opensearch' && host.endpoint.id.startsWith('vpc-'))
    return { reason: 'it is the name of an OpenSearch domain inside a VPC' };
  if (host.endpoint?.service === 'api' && host.first !== undefined) return privacyOfApi(host.first.resource);
  if (host.whole === undefined) return undefined;
  const { resource, attribute } = host.whole;
  const name = resource.logicalId;
  if (/^AWS::ElasticLoadBalancing(?:V2)?::LoadBalancer$/.test(resource.type))
    return resource.property('Scheme').text === 'internal' ? { reason: `${name} is an internal load balancer`, resource } : undefined;
  if (resource.type === 'AWS::RDS::DBInstance' && attribute === 'Endpoint.Address')
    return resource.property('PubliclyAccessible').boolean === false
      ? { reason: `the database ${name} is not publicly accessible`, resource }
      : undefined;
  const setting = BY_SETTING.find((row) => row.type === resource.type && row.attribute.test(attribute ?? ''));
  if (setting !== undefined) return setting.isPrivate(resource) ? { reason: `${name} ${setting.reason}`, resource } : undefined;
  const inside = INSIDE.some(([type, pattern]) => type === resource.type && pattern.test(attribute ?? ''));
  return inside ? { reason: `${attribute} of ${name} is inside its VPC`, resource } : undefined;
}

/** The default endpoint of an API. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html */
function privacyOfApi(api: Resource): Privacy | undefined {
  if (api.property('DisableExecuteApiEndpoint').boolean === true)
    return { reason: `the default endpoint of ${api.logicalId} is disabled and answers 403`, resource: api };
  const isPrivate = api.property('EndpointConfiguration', 'Types').items?.some(({ text }) => text === 'PRIVATE') ?? false;
  return isPrivate ? { reason: `${api.logicalId} is a private API`, resource: api } : undefined;
}

/**
 * Ranges that Route 53 does not check. Sources: RFC 5735, RFC 6598, RFC 5156, named in
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
const UNROUTABLE: readonly IpRange[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.2.0/24', '192.168.0.0/16'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'ff00::/8', '2001:db8::/32'],
].flatMap((range) => parseIpRange(range) ?? []);

/** Whether an IP address cannot be reached over the internet. */
export function isUnroutable(text: string): boolean {
  const address = parseIpRange(text);
  return address !== undefined && UNROUTABLE.some((range) => containsRange(range, address));
}
