import { ANY_REGION, type EndpointHost, PART, parseEndpointHost } from '../facts/endpoint-hosts.js';
import { refArnOf } from '../facts/ref-arns.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { display, type Part, type Reference } from '../graph/model/value.js';
import { oncePerResource } from '../graph/once-per-resource.js';
import { tableOf } from '../table-of.js';

/** A host name in a template, with the parts of it that are known. */
export class Host {
  readonly at: Property;
  /** Lower case, without a final dot; `PART` and `ANY_REGION` stand for what is not known. */
  readonly text: string;
  /** The resource whose attribute is the whole host (a load balancer's `DNSName`), `dualstack.` in front or not. */
  readonly whole: Reference | undefined;
  /** The resource whose id or name is the first label, when there are more. */
  readonly first: Reference | undefined;
  /** The attribute of which a function (`Fn::Split`) takes the host: a URL, usually. */
  readonly cutOf: Reference | undefined;

  constructor(at: Property, parts: readonly Part[]) {
    this.at = at;
    this.text = parts.map(textOf).join('').toLowerCase().replace(/\.$/, '');
    const [start, next, ...rest] = typeof parts[0] === 'string' && /^(?:dualstack|ipv6)\.$/i.test(parts[0]) ? parts.slice(1) : parts;
    const reference = typeof start === 'object' && start.kind === 'reference' ? start : undefined;
    const isWhole = next === undefined || (next === '.' && rest.length === 0);
    this.whole = isWhole ? reference : undefined;
    this.first = isWhole ? undefined : reference;
    this.cutOf = isWhole && typeof start === 'object' ? sourceOf(start) : undefined;
  }

  /** As a person would write it. */
  get shown(): string {
    const { at, cutOf } = this;
    return cutOf === undefined ? display(at.value, at.resource).replace(/\.$/, '') : `the host in ${display(cutOf, at.resource)}`;
  }

  /** The AWS endpoint that it is. */
  get endpoint(): EndpointHost | undefined {
    return parseEndpointHost(this.text);
  }
}

/** Reads a property as a host name; undefined when it is absent or no string. */
export function hostAt(at: Property): Host | undefined {
  const { parts } = at;
  return parts === undefined || at.text === '' ? undefined : new Host(at, parts);
}

/** The only attribute that a function makes the part from. */
function sourceOf(part: Part): Reference | undefined {
  if (typeof part === 'string' || part.kind !== 'unknown' || part.reason !== 'function') return undefined;
  return part.from.length === 1 ? part.from[0] : undefined;
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'unknown' && part.reason === 'pseudo-parameter') {
    if (part.name === 'AWS::Region') return ANY_REGION;
    if (part.name === 'AWS::URLSuffix') return 'amazonaws.com';
  }
  return PART;
}

/** Types of health checks that ask an endpoint, rather than an alarm or other health checks. */
const ENDPOINT_TYPES = new Set(['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP']);

/** Settings of an `AWS::Route53::HealthCheck`. */
export function configOf(check: Resource): Property {
  return check.property('HealthCheckConfig');
}

/** The host name that an endpoint's health check has, whether it looks it up or only sends it as a header. */
export const namedHostOf: (check: Resource) => Host | undefined = oncePerResource((check) => {
  const type = configOf(check).get('Type').text;
  if (type !== undefined && !ENDPOINT_TYPES.has(type)) return undefined;
  return hostAt(configOf(check).get('FullyQualifiedDomainName'));
});

/**
 * Whether Route 53 checks it from inside a VPC: "Your endpoints don't need to be reachable from the internet."
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthchecksource.html
 */
export function checksFromInside(check: Resource): boolean {
  const type = configOf(check).get('EndpointType');
  return !configOf(check).get('HealthCheckSourceId').isAbsent || (!type.isAbsent && type.text?.toUpperCase() !== 'PUBLIC');
}

/** The host that a health check connects to: with an `IPAddress`, the name is only a header. */
export const checkedHostOf: (check: Resource) => Host | undefined = oncePerResource((check) =>
  configOf(check).get('IPAddress').isAbsent ? namedHostOf(check) : undefined,
);

/** Attributes that are a whole URL, scheme and all. Source: "Return values" of each type in the CloudFormation Template Reference. */
const URLS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::Lambda::Url': ['FunctionUrl'],
  'AWS::ApiGatewayV2::Api': ['ApiEndpoint'],
  'AWS::AppSync::GraphQLApi': ['GraphQLUrl', 'RealtimeUrl'],
  'AWS::S3::Bucket': ['WebsiteURL'],
  'AWS::OpenSearchServerless::Collection': ['CollectionEndpoint', 'DashboardEndpoint'],
  'AWS::EKS::Cluster': ['Endpoint', 'OpenIdConnectIssuerUrl'],
  'AWS::Cognito::UserPool': ['ProviderURL'],
  'AWS::SQS::Queue': ['QueueUrl', 'Ref'],
  'AWS::APS::Workspace': ['PrometheusEndpoint'],
  'AWS::CodeCommit::Repository': ['CloneUrlHttp', 'CloneUrlSsh'],
  'AWS::CodePipeline::Webhook': ['Url'],
  'AWS::EMR::Studio': ['Url'],
  'AWS::Events::Endpoint': ['EndpointUrl'],
  'AWS::IVS::Channel': ['PlaybackUrl'],
});

/**
 * Types whose `Ref` is an id without a dot: no host in the public DNS has one label.
 * Source: "Return values" of each type in the CloudFormation Template Reference.
 */
const IDS: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::CloudFront::Distribution',
  'AWS::EC2::Instance',
  'AWS::EC2::VPCEndpoint',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::GlobalAccelerator::Accelerator',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
]);

/** The first part of a host that is a URL, not a host. */
export function urlIn({ at }: Host): Reference | undefined {
  return at.parts?.find(
    (part): part is Reference =>
      typeof part !== 'string' && part.kind === 'reference' && (URLS[part.resource.type]?.includes(part.attribute ?? 'Ref') ?? false),
  );
}

/** The part of a host that is the ARN of a resource. */
function arnIn({ at }: Host): Reference | undefined {
  return at.parts?.find((part): part is Reference => typeof part !== 'string' && part.kind === 'reference' && isArn(part));
}

function isArn({ resource, attribute }: Reference): boolean {
  return attribute === undefined ? refArnOf(resource.type) !== undefined : /^(?:\w+Arn|Arn)$/.test(attribute);
}

/** Longer than any country's top-level domain, some of which are hosts. `localhost` is reserved, which is another fault. */
const ONE_LABEL = /^(?!localhost$)[a-z0-9_-]{3,}$/;

/** What makes a text no host name; undefined when nothing does. Underscores and the like are left to the DNS. */
export function flawOf(host: Host): string | undefined {
  const url = urlIn(host);
  if (url !== undefined) return `${nameOf(url)} is a URL that starts with a scheme`;
  const arn = arnIn(host);
  if (arn !== undefined) return `${nameOf(arn)} is an ARN`;
  const { text, whole } = host;
  if (whole !== undefined && whole.attribute === undefined && IDS.has(whole.resource.type)) return `${nameOf(whole)} is an id`;
  if (/^arn:/.test(text)) return 'it is an ARN';
  if (/^[a-z][a-z+]*:\/\//.test(text)) return 'it starts with a scheme';
  if (text.includes('/')) return 'it holds a path';
  if (/\$\{|\{\{/.test(text)) return 'it holds an expression that nothing replaces';
  if (/:(?:\d+|\uE000)$/.test(text)) return 'it ends with a port';
  if (text.includes('*')) return 'it holds a wildcard';
  const character = /[\s;?:@=&,"'<>()[\]{}]/.exec(text)?.[0];
  if (character !== undefined) return /\s/.test(character) ? 'it holds white space' : `it holds "${character}"`;
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-idns
  if (/[^ -~\uE000\uE001]/.test(text)) return 'it holds letters outside of ASCII, which must be written in Punycode ("xn--…")';
  if (/^\.|\.\./.test(text)) return 'it has an empty label';
  if (text.length > 255) return 'it is longer than 255 characters';
  const long = text.split('.').find((label) => label.length > 63);
  if (long !== undefined) return `the label ${long.slice(0, 12)}… is longer than 63 characters`;
  return ONE_LABEL.test(text) ? 'it has one label, and public host names have at least two' : undefined;
}

function nameOf({ resource, attribute }: Reference): string {
  return attribute ?? `Ref of ${resource.displayName}`;
}
