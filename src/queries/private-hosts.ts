import type { Resource } from '../graph/model/resource.js';
import type { Reference } from '../graph/model/value.js';
import { memoize } from '../memoize.js';
import { isGiven } from './global-tables.js';
import { type Host, hostAt } from './health-check-host.js';
import { containsRange, type IpRange, parseIpRange } from './ip-ranges.js';
import { privateNames } from './private-names.js';
import { type RecordSet, recordsAt } from './record-sets.js';

/** Why a host cannot be reached from the internet, and the resource that makes it so. */
export interface Privacy {
  readonly reason: string;
  readonly resource?: Resource;
  /** True: it is reached, but answers nothing but errors. */
  readonly isReached?: true;
  /** True: unless something that is declared elsewhere makes it public. */
  readonly isAssumed?: true;
}

/** Attributes that are always names or addresses inside a VPC. Source: "Return values" of each type in the CloudFormation Template Reference. */
const INSIDE: readonly (readonly [type: string, attribute: RegExp])[] = [
  ['AWS::EC2::Instance', /^Private/],
  ['AWS::EC2::NetworkInterface', /^PrimaryPrivateIpAddress$/],
  ['AWS::EC2::VPCEndpoint', /^DnsEntries$/],
  ['AWS::AppRunner::VpcIngressConnection', /^DomainName$/],
  ['AWS::DAX::Cluster', /^ClusterDiscoveryEndpoint$/],
  ['AWS::DocDB::DBCluster', /^(?:Read)?Endpoint$/],
  ['AWS::DocDB::DBInstance', /^Endpoint$/],
  ['AWS::ElastiCache::CacheCluster', /Address$/],
  ['AWS::ElastiCache::ReplicationGroup', /Address$/],
  ['AWS::ElastiCache::ServerlessCache', /Address$/],
  ['AWS::MemoryDB::Cluster', /Address$/],
  // "The proxy can't be publicly accessible": https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html
  ['AWS::RDS::DBProxy', /^Endpoint$/],
  ['AWS::RDS::DBProxyEndpoint', /^Endpoint$/],
  // Clients reach a service from VPCs that are associated with its network: https://docs.aws.amazon.com/vpc-lattice/latest/ug/how-it-works.html
  ['AWS::VpcLattice::Service', /^DnsEntry\.DomainName$/],
  ['AWS::VpcLattice::ServiceNetworkServiceAssociation', /^DnsEntry\.DomainName$/],
];

interface PrivateBySetting {
  readonly type: string;
  readonly attribute: RegExp;
  readonly isPrivate: (resource: Resource) => boolean;
  /** After the resource's name. */
  readonly reason: string;
}

const NOT_PUBLIC = 'is not publicly accessible';
const isNotPublic = (resource: Resource) => resource.property('PubliclyAccessible').boolean === false;
const isInternal = (balancer: Resource) => balancer.property('Scheme').text === 'internal';
const hasVpcOptions = (domain: Resource) => {
  const subnets = domain.property('VPCOptions', 'SubnetIds');
  return isGiven(subnets) === true && subnets.items?.length !== 0;
};

/**
 * Endpoints that a setting of their resource keeps inside a VPC. Sources: the pages of the properties in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html ("You can't access your domain over the public internet"),
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apprunner-service-ingressconfiguration.html
 * ("To make the service privately accessible from only within an Amazon VPC set it to False"),
 * https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html
 */
const BY_SETTING: readonly PrivateBySetting[] = [
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    attribute: /^DNSName$/,
    isPrivate: isInternal,
    reason: 'is an internal load balancer',
  },
  {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    attribute: /^DNSName$/,
    isPrivate: isInternal,
    reason: 'is an internal load balancer',
  },
  { type: 'AWS::RDS::DBInstance', attribute: /^Endpoint\.Address$/, isPrivate: isNotPublic, reason: NOT_PUBLIC },
  { type: 'AWS::RDS::DBCluster', attribute: /^(?:Read)?Endpoint\.Address$/, isPrivate: isPrivateCluster, reason: NOT_PUBLIC },
  { type: 'AWS::Redshift::Cluster', attribute: /^Endpoint\.Address$/, isPrivate: isNotPublic, reason: NOT_PUBLIC },
  { type: 'AWS::RedshiftServerless::Workgroup', attribute: /Endpoint\.Address$/, isPrivate: isNotPublic, reason: NOT_PUBLIC },
  { type: 'AWS::Timestream::InfluxDBInstance', attribute: /^Endpoint$/, isPrivate: isNotPublic, reason: NOT_PUBLIC },
  { type: 'AWS::AmazonMQ::Broker', attribute: /Endpoints$/, isPrivate: isNotPublic, reason: NOT_PUBLIC },
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
    reason: NOT_PUBLIC,
  },
  {
    type: 'AWS::AppSync::GraphQLApi',
    attribute: /^(?:GraphQL|Realtime)(?:Dns|Url)$/,
    isPrivate: (api) => api.property('Visibility').text === 'PRIVATE',
    reason: 'is a private API',
  },
  {
    type: 'AWS::EKS::Cluster',
    attribute: /^Endpoint$/,
    isPrivate: (cluster) => cluster.property('ResourcesVpcConfig', 'EndpointPublicAccess').boolean === false,
    reason: 'has no public endpoint',
  },
];

/** The writer of a cluster answers under its endpoint: private when the cluster is, or all instances that are declared. */
function isPrivateCluster(cluster: Resource): boolean {
  if (isNotPublic(cluster)) return true;
  const instances = cluster.graph
    .linksTo(cluster)
    .filter(({ from, path }) => from.type === 'AWS::RDS::DBInstance' && path[1] === 'DBClusterIdentifier');
  return instances.length > 0 && instances.every(({ from }) => isNotPublic(from));
}

/** Host names that lead into a VPC by their form. Sources: the user guides of the services, under "endpoint" or "DNS name". */
const INSIDE_BY_NAME: readonly (readonly [form: RegExp, reason: string])[] = [
  [/\.cache\.amazonaws\.com(?:\.cn)?$/, 'it is the name of an ElastiCache cluster, which is inside its VPC'],
  [/\.efs\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/, 'it is the name of an EFS file system, which is inside its VPC'],
  [/\.proxy-[^.]+\.[a-z0-9-]+\.rds\.amazonaws\.com(?:\.cn)?$/, 'it is the name of an RDS proxy, which is inside its VPC'],
  [/\.docdb\.amazonaws\.com(?:\.cn)?$/, 'it is the name of a DocumentDB cluster, which is inside its VPC'],
  [/\.vpc-lattice-svcs\.[a-z0-9-]+\.on\.aws$/, 'it is the name of a VPC Lattice service'],
];

/** The private address of an instance or network interface, used as a whole. */
export function isPrivateAddress({ resource, attribute }: Reference): boolean {
  return INSIDE.some(([type, pattern]) => type.startsWith('AWS::EC2::') && type === resource.type && pattern.test(attribute ?? ''));
}

/** Why health checkers, which are on the internet, cannot reach a host; undefined when nothing says so. */
export function privacyOf(host: Host): Privacy | undefined {
  const { resource } = host.at;
  const named = resource.graph.memo(privateNames).get(host.text);
  if (named !== undefined) {
    const reason = `${named.displayNameFrom(resource)} gives the name in a private zone, which the public DNS does not have`;
    return { reason, resource: named, isAssumed: true };
  }
  return privacyOfItself(host) ?? privacyOfTargets(host);
}

/** What a host's own form says, or the resource that it belongs to. */
function privacyOfItself(host: Host): Privacy | undefined {
  // A load balancer's own name must not begin with `internal-`: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  if (host.endpoint?.service === 'alb' && host.endpoint.id.startsWith('internal-'))
    return { reason: 'it is the name of an internal load balancer' };
  if (host.endpoint?.service === 'vpc-endpoint') return { reason: 'it is the name of a VPC endpoint' };
  if (host.endpoint?.service === 'opensearch' && host.endpoint.id.startsWith('vpc-'))
    return { reason: 'it is the name of an OpenSearch domain inside a VPC' };
  const byName = INSIDE_BY_NAME.find(([form]) => form.test(host.text));
  if (byName !== undefined) return { reason: byName[1] };
  if (host.endpoint?.service === 'api' && host.first !== undefined) return privacyOfApi(host.first.resource, host.at.resource);
  const source = host.whole ?? host.cutOf;
  return source && privacyOfAttribute(source, host.at.resource);
}

/** A name all of whose records lead to what is private. Another zone, for the internet, may have the name as well. */
function privacyOfTargets({ at: { resource }, text }: Host): Privacy | undefined {
  const records = ['A', 'AAAA', 'CNAME'].flatMap((type) => recordsAt(resource.graph, text, type));
  const found = records.map((record) => (record.resource.existence === 'certain' ? privacyOfRecord(record) : undefined));
  const [record, privacy] = [records[0], found[0]];
  if (record === undefined || privacy === undefined || found.includes(undefined)) return undefined;
  return {
    ...privacy,
    reason: `${record.resource.displayNameFrom(resource)} leads to what is private: ${privacy.reason}`,
    isAssumed: true,
  };
}

function privacyOfRecord(record: RecordSet): Privacy | undefined {
  const alias = record.get('AliasTarget', 'DNSName');
  const targets = alias.isAbsent ? (record.get('ResourceRecords').items ?? []) : [alias];
  const found = targets.map((target) => {
    const host = hostAt(target);
    const privacy = host && privacyOfItself(host);
    return privacy?.isReached === true ? undefined : privacy;
  });
  return found.includes(undefined) ? undefined : found[0];
}

function privacyOfAttribute({ resource, attribute }: Reference, from: Resource): Privacy | undefined {
  if (resource.type === 'AWS::ApiGatewayV2::Api') return privacyOfApi(resource, from);
  if (resource.type === 'AWS::Lambda::Url') return privacyOfUrl(resource, from);
  const setting = BY_SETTING.find((row) => row.type === resource.type && row.attribute.test(attribute ?? ''));
  if (setting !== undefined)
    return setting.isPrivate(resource) ? { reason: `${resource.displayNameFrom(from)} ${setting.reason}`, resource } : undefined;
  const inside = INSIDE.some(([type, pattern]) => type === resource.type && pattern.test(attribute ?? ''));
  return inside ? { reason: `${attribute} of ${resource.displayNameFrom(from)} is inside its VPC`, resource } : undefined;
}

/** Health checkers do not sign requests. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function privacyOfUrl(url: Resource, check: Resource): Privacy | undefined {
  const isAsked = check.property('HealthCheckConfig', 'Type').text?.startsWith('HTTP') === true;
  if (!isAsked || url.property('AuthType').text !== 'AWS_IAM') return undefined;
  return { reason: `${url.displayNameFrom(check)} answers 403 to what is not signed (AuthType AWS_IAM)`, resource: url, isReached: true };
}

/** The default endpoint of an API. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html */
function privacyOfApi(api: Resource, from: Resource): Privacy | undefined {
  if (api.property('DisableExecuteApiEndpoint').boolean === true)
    return {
      reason: `the default endpoint of ${api.displayNameFrom(from)} is disabled (DisableExecuteApiEndpoint) and answers 403`,
      resource: api,
      isReached: true,
    };
  const isPrivate = api.property('EndpointConfiguration', 'Types').items?.some(({ text }) => text === 'PRIVATE') ?? false;
  return isPrivate ? { reason: `${api.displayNameFrom(from)} is a private API`, resource: api } : undefined;
}

/**
 * Ranges that Route 53 does not check. Sources: RFC 5735, RFC 6598, RFC 5156, named in
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
const unroutable = memoize((): readonly IpRange[] =>
  [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.2.0/24', '192.168.0.0/16'],
    ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
    ...['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'ff00::/8', '2001:db8::/32'],
  ].flatMap((range) => parseIpRange(range) ?? []),
);

/** Whether an IP address cannot be reached over the internet. */
export function isUnroutable(text: string): boolean {
  const address = parseIpRange(text);
  return address !== undefined && unroutable().some((range) => containsRange(range, address));
}
