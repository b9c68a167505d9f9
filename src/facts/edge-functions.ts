/** What Lambda@Edge does not support, or limits, in a function that a distribution runs. */
export interface EdgeLimit {
  /** Path below the function's `Properties`. */
  readonly property: readonly string[];
  /** What the property is, in words. */
  readonly what: string;
  /** The only values that are allowed; without `only` and `most` the property must be absent. */
  readonly only?: RegExp;
  readonly most?: number;
  /** The events that it holds for; all when it is absent. */
  readonly events?: RegExp;
  /** CloudFront's own words, when a source quotes them. */
  readonly says?: string;
  /** A feature that the guide calls unsupported, and no report shows what CloudFront does with it. */
  readonly isUnreported?: true;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide';
const RESTRICTIONS = `${GUIDE}/lambda-at-edge-function-restrictions.html`;
const QUOTAS = `${GUIDE}/cloudfront-limits.html`;
const VIEWER = /^viewer-/;

export const EDGE_LIMITS: readonly EdgeLimit[] = [
  {
    property: ['Environment', 'Variables'],
    what: 'environment variables',
    says: 'The function cannot have environment variables',
    source: 'https://github.com/aws/aws-cdk/issues/9328',
  },
  {
    property: ['Architectures'],
    what: 'the arm64 architecture',
    only: /^x86_64$/,
    says: 'Lambda@Edge does not support functions with an architecture of arm64',
    source: 'https://github.com/opennextjs/opennextjs-aws/issues/47',
  },
  { property: ['VpcConfig', 'SubnetIds'], what: 'access to a VPC', source: RESTRICTIONS },
  {
    property: ['Layers'],
    what: 'layers',
    says: 'The function cannot have a layer',
    source: 'https://github.com/serverless-nextjs/serverless-next.js/issues/982',
  },
  {
    property: ['Runtime'],
    what: 'this runtime, only Node.js and Python',
    only: /^(?:nodejs|python)/,
    says: 'The function has a runtime that is not supported by Lambda@Edge',
    source: 'https://github.com/Widen/cloudfront-auth/issues/59',
  },
  { property: ['DeadLetterConfig'], what: 'dead-letter queues', isUnreported: true, source: RESTRICTIONS },
  { property: ['TracingConfig', 'Mode'], what: 'tracing with X-Ray', only: /^PassThrough$/, isUnreported: true, source: RESTRICTIONS },
  { property: ['PackageType'], what: 'container images', only: /^Zip$/, source: RESTRICTIONS },
  { property: ['EphemeralStorage', 'Size'], what: 'ephemeral storage', most: 512, source: RESTRICTIONS },
  {
    property: ['MemorySize'],
    what: 'memory',
    most: 128,
    events: VIEWER,
    says: 'The function memory size is larger than the maximum allowed size for functions that are triggered by a CloudFront event',
    source: 'https://github.com/serverless-operations/serverless-lambda-edge-pre-existing-cloudfront/issues/11',
  },
  { property: ['Timeout'], what: 'timeout', most: 5, events: VIEWER, source: QUOTAS },
  { property: ['Timeout'], what: 'timeout', most: 30, source: QUOTAS },
];
