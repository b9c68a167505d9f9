import { isRegion, urlSuffixOf } from './regions.js';
/**
 * Host names that AWS gives to endpoints.
 * Sources: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html (the endpoint page of each service),
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
 */

/** Stands in a host's text for a part that is not text: a resource's attribute, or something that only the deployment knows. */
export const PART = '\uE000';
/** Stands in a host's text for a region that only the deployment knows. */
export const ANY_REGION = '\uE001';

export type EndpointService =
  | 'alb'
  | 'nlb'
  | 'api'
  | 'lambda-url'
  | 'appsync'
  | 'cloudfront'
  | 's3-website'
  | 'beanstalk'
  | 'accelerator'
  | 'rds'
  | 'vpc-endpoint'
  | 'opensearch';

export interface EndpointHost {
  readonly service: EndpointService;
  /** The label that the service chose: an id, or a name with a suffix. Empty where the host needs none. */
  readonly id: string;
  /** Undefined when it is not known, and for global services. */
  readonly region: string | undefined;
}

/** Partitions differ in the end of their hosts: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html and `@aws-cdk/region-info`. */
const SUFFIX = String.raw`(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)`;
/** Looser than the regions of today, so that one of tomorrow is not taken for a mistake. */
const REGION = String.raw`(?:[a-z]+(?:-[a-z]+)+-\d+|${ANY_REGION})`;
const ID = '(?<id>[^.]+)';
const IN_REGION = `(?<region>${REGION})`;

const FORMS: readonly (readonly [EndpointService, RegExp])[] = (
  [
    // In front may stand `dualstack.`, `ipv6.` or an Availability Zone.
    ['alb', String.raw`(?:.+\.)?${ID}\.${IN_REGION}\.elb\.${SUFFIX}`],
    ['nlb', String.raw`(?:.+\.)?${ID}\.elb\.${IN_REGION}\.${SUFFIX}`],
    ['api', String.raw`${ID}\.execute-api\.${IN_REGION}\.${SUFFIX}`],
    ['lambda-url', String.raw`${ID}\.lambda-url\.${IN_REGION}\.on\.aws`],
    ['appsync', String.raw`${ID}\.appsync-api\.${IN_REGION}\.${SUFFIX}`],
    ['cloudfront', String.raw`${ID}\.cloudfront\.net`],
    // An alias names the website endpoint of the region; a host has the bucket in front, with any dots in its name.
    ['s3-website', String.raw`(?:(?<id>.+)\.)?s3-website[.-]${IN_REGION}\.${SUFFIX}`],
    ['beanstalk', String.raw`(?<id>.+)\.${IN_REGION}\.elasticbeanstalk\.com`],
    ['accelerator', String.raw`${ID}(?:\.dualstack)?\.awsglobalaccelerator\.com`],
    ['rds', String.raw`${ID}\.[^.]+\.${IN_REGION}\.rds\.${SUFFIX}`],
    ['vpc-endpoint', String.raw`(?<id>.+)\.${IN_REGION}\.vpce\.${SUFFIX}`],
    ['opensearch', String.raw`${ID}\.(?:${IN_REGION}\.es\.${SUFFIX}|aos\.[^.]+\.on\.aws)`],
  ] as const
).map(([service, form]) => [service, new RegExp(`^${form}$`)] as const);

/** How they all end: most hosts are not of AWS, and one look tells. */
const END_OF_AWS = new RegExp(String.raw`(?:${SUFFIX}|on\.aws|cloudfront\.net|elasticbeanstalk\.com|awsglobalaccelerator\.com)$`);

/** Recognises the host of an AWS endpoint. It is in lower case and has no final dot. */
export function parseEndpointHost(host: string): EndpointHost | undefined {
  if (!END_OF_AWS.test(host)) return undefined;
  for (const [service, form] of FORMS) {
    const found = form.exec(host);
    if (found === null) continue;
    const { id = '', region } = found.groups ?? {};
    return { service, id, region: region === ANY_REGION ? undefined : region };
  }
  return undefined;
}

/** Forms that no AWS endpoint has: what is wrong with such a host, and how the real ones look. */
const IMPOSSIBLE: readonly (readonly [form: RegExp, flaw: string, real: string])[] = (
  [
    [
      String.raw`(?:${REGION}\.elb|elb(?:\.${REGION})?)\.${SUFFIX}`,
      'it is the end of every load balancer name, without a load balancer in front',
      '<name>.<region>.elb.amazonaws.com, or <name>.elb.<region>.amazonaws.com for a Network Load Balancer',
    ],
    [
      String.raw`.+\.elasticloadbalancing\.${REGION}\.${SUFFIX}`,
      'the API of Elastic Load Balancing has no names below its own',
      '<name>.<region>.elb.amazonaws.com',
    ],
    [
      String.raw`execute-api\.${REGION}\.${SUFFIX}|${REGION}\.execute-api\.${SUFFIX}`,
      'it is the end of every API name, without an API in front',
      '<api id>.execute-api.<region>.amazonaws.com',
    ],
    [String.raw`(?:.+\.)?execute-api\.${SUFFIX}`, 'the region does not follow execute-api', '<api id>.execute-api.<region>.amazonaws.com'],
    [
      String.raw`.+\.execute-api\.(?!${REGION}\.)[^.${PART}]+\.${SUFFIX}`,
      'what follows execute-api is not a region',
      '<api id>.execute-api.<region>.amazonaws.com',
    ],
    [
      String.raw`.+\.apigateway\.${REGION}\.${SUFFIX}`,
      'the API that manages API Gateway has no names below its own',
      '<api id>.execute-api.<region>.amazonaws.com',
    ],
    [
      String.raw`.+\.lambda\.${REGION}\.${SUFFIX}`,
      'the Lambda API has no names below its own, and functions have no host of this form',
      '<url id>.lambda-url.<region>.on.aws, for a function URL',
    ],
    [
      String.raw`lambda-url\.${REGION}\.on\.aws|(?:.+\.)?lambda-url\.(?:on\.aws|${REGION}\.${SUFFIX})`,
      'no function URL has this form',
      '<url id>.lambda-url.<region>.on.aws',
    ],
    [
      String.raw`appsync-api\.${REGION}\.${SUFFIX}|(?:.+\.)?appsync-api\.${SUFFIX}`,
      'no AppSync API has this form',
      '<id>.appsync-api.<region>.amazonaws.com',
    ],
    [
      String.raw`(?:.+\.)?${REGION}\.cloudfront\.net`,
      'CloudFront is global, and its names hold no region',
      '<distribution>.cloudfront.net',
    ],
  ] as const
).map(([form, flaw, real]) => [new RegExp(`^(?:${form})$`), flaw, real] as const);

/** Regional endpoints end with the suffix of their partition: `…cn-north-1.elb.amazonaws.com.cn` in China. */
const REGIONAL_HOST = new RegExp(`(?:^|\\.|s3-website-)(?<region>${REGION})(?:\\.[a-z0-9-]+)?\\.(?<suffix>${SUFFIX})$`);

/**
 * The suffix that a host of a regional endpoint should have, when it has that of another partition: such a name does not exist.
 * Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function suffixOfPartition(host: string): { readonly region: string; readonly suffix: string } | undefined {
  const { region, suffix } = REGIONAL_HOST.exec(host)?.groups ?? {};
  if (region === undefined || region === ANY_REGION || suffix === undefined || !isRegion(region)) return undefined;
  const right = urlSuffixOf(region);
  return right === suffix ? undefined : { region, suffix: right };
}

/** Why no AWS endpoint can have this host; undefined when one can, or when it is not AWS's at all. */
export function impossibleEndpoint(host: string): { readonly flaw: string; readonly real: string } | undefined {
  const found = IMPOSSIBLE.find(([form]) => form.test(host));
  return found && { flaw: found[1], real: found[2] };
}
