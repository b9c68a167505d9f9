import { ANY_REGION, type EndpointHost, PART, parseEndpointHost } from '../facts/endpoint-hosts.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { display, type Part, type Reference } from '../graph/model/value.js';

/** A host name in a template, with the parts of it that are known. */
export interface Host {
  readonly at: Property;
  /** Lower case, without a final dot; `PART` and `ANY_REGION` stand for what is not known. */
  readonly text: string;
  /** As a person would write it. */
  readonly shown: string;
  /** The resource whose attribute is the whole host (a load balancer's `DNSName`), `dualstack.` in front or not. */
  readonly whole: Reference | undefined;
  /** The resource whose id or name is the first label, when there are more. */
  readonly first: Reference | undefined;
  /** The AWS endpoint that it is. */
  readonly endpoint: EndpointHost | undefined;
}

/** Reads a property as a host name; undefined when it is absent or no string. */
export function hostAt(at: Property): Host | undefined {
  const { parts } = at;
  if (parts === undefined || at.text === '') return undefined;
  const text = parts.map(textOf).join('').toLowerCase().replace(/\.$/, '');
  const [start, next] = typeof parts[0] === 'string' && /^(?:dualstack|ipv6)\.$/i.test(parts[0]) ? parts.slice(1) : parts;
  const reference = typeof start === 'object' && start.kind === 'reference' ? start : undefined;
  const isWhole = next === undefined || next === '.';
  return {
    at,
    text,
    shown: display(at.value).replace(/\.$/, ''),
    whole: isWhole ? reference : undefined,
    first: isWhole ? undefined : reference,
    endpoint: parseEndpointHost(text),
  };
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
export function namedHostOf(check: Resource): Host | undefined {
  const type = configOf(check).get('Type').text;
  if (type !== undefined && !ENDPOINT_TYPES.has(type)) return undefined;
  return hostAt(configOf(check).get('FullyQualifiedDomainName'));
}

/**
 * Whether Route 53 checks it from inside a VPC: "Your endpoints don't need to be reachable from the internet."
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthchecksource.html
 */
export function checksFromInside(check: Resource): boolean {
  const type = configOf(check).get('EndpointType');
  return !configOf(check).get('HealthCheckSourceId').isAbsent || (!type.isAbsent && type.text?.toUpperCase() !== 'PUBLIC');
}

/** The host that a health check connects to: with an `IPAddress`, the name is only a header. */
export function checkedHostOf(check: Resource): Host | undefined {
  return configOf(check).get('IPAddress').isAbsent ? namedHostOf(check) : undefined;
}

/** Attributes that are a whole URL, scheme and all. Source: "Return values" of each type in the CloudFormation Template Reference. */
const URLS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Url': ['FunctionUrl'],
  'AWS::ApiGatewayV2::Api': ['ApiEndpoint'],
  'AWS::AppSync::GraphQLApi': ['GraphQLUrl', 'RealtimeUrl'],
  'AWS::S3::Bucket': ['WebsiteURL'],
  'AWS::OpenSearchServerless::Collection': ['CollectionEndpoint', 'DashboardEndpoint'],
  'AWS::EKS::Cluster': ['Endpoint', 'OpenIdConnectIssuerUrl'],
  'AWS::Cognito::UserPool': ['ProviderURL'],
  'AWS::SQS::Queue': ['QueueUrl'],
};

/** The first part of a host that is a URL, not a host. */
export function urlIn({ at }: Host): Reference | undefined {
  return at.parts?.find(
    (part): part is Reference =>
      typeof part !== 'string' && part.kind === 'reference' && (URLS[part.resource.type]?.includes(part.attribute ?? '') ?? false),
  );
}

/** The part of a host that is the ARN of a resource. */
function arnIn({ at }: Host): Reference | undefined {
  return at.parts?.find(
    (part): part is Reference => typeof part !== 'string' && part.kind === 'reference' && /^(?:\w+Arn|Arn)$/.test(part.attribute ?? ''),
  );
}

/** What makes a text no host name; undefined when nothing does. Underscores and the like are left to the DNS. */
export function flawOf(host: Host): string | undefined {
  const url = urlIn(host);
  if (url !== undefined) return `${url.attribute} is a URL that starts with a scheme`;
  const arn = arnIn(host);
  if (arn !== undefined) return `${arn.attribute} is an ARN`;
  const { text } = host;
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
  return long === undefined ? undefined : `the label ${long.slice(0, 12)}… is longer than 63 characters`;
}
