/** Services that are global and report in one region: in the partition `aws`, and where it is known in that of China. */
export interface GlobalEvents {
  /** `source` of its events. */
  readonly source: string;
  /** `detail.eventSource` of its API calls, which CloudTrail records. */
  readonly eventSource: string;
  /** A `detail-type` that says as much. */
  readonly detailType?: string;
  /** The row counts only where the pattern asks for nothing but this text, at a path below it. */
  readonly only?: readonly [path: readonly string[], text: string];
  readonly region: string;
  /** The region in the partition of China. */
  readonly china?: string;
  /** Page that says so. */
  readonly url: string;
}

const SAME_REGION = 'https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions';
const ONE_REGION = 'https://repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region';

/** "AWS global services … deliver events only to us-east-1 Region." */
export const GLOBAL_EVENTS: readonly GlobalEvents[] = [
  // In China: https://github.com/aws-samples/scp-alternative-solution/issues/14
  { source: 'aws.iam', eventSource: 'iam.amazonaws.com', region: 'us-east-1', china: 'cn-north-1', url: SAME_REGION },
  { source: 'aws.organizations', eventSource: 'organizations.amazonaws.com', region: 'us-east-1', url: SAME_REGION },
  { source: 'aws.account', eventSource: 'account.amazonaws.com', region: 'us-east-1', url: SAME_REGION },
  { source: 'aws.route53', eventSource: 'route53.amazonaws.com', region: 'us-east-1', url: ONE_REGION },
  {
    source: 'aws.cloudfront',
    eventSource: 'cloudfront.amazonaws.com',
    region: 'us-east-1',
    url: 'https://github.com/SummitRoute/aws_breaking_changes/issues/51',
  },
  // The endpoint of every region is shield.us-east-1.amazonaws.com.
  {
    source: 'aws.shield',
    eventSource: 'shield.amazonaws.com',
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/general/latest/gr/shield.html',
  },
  // "must be created in us-east-1".
  {
    source: 'aws.trustedadvisor',
    eventSource: 'trustedadvisor.amazonaws.com',
    region: 'us-east-1',
    url: 'https://github.com/aws-quickstart/quickstart-compliance-cis-benchmark/issues/13',
  },
  {
    source: 'aws.savingsplans',
    eventSource: 'savingsplans.amazonaws.com',
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/savingsplans/latest/userguide/automating-savingsplans-with-eventbridge.html',
  },
  // "Network Manager's home Region is US West (Oregon). Consequently, the EventBridge rules … need to be created there."
  {
    source: 'aws.networkmanager',
    eventSource: 'networkmanager.amazonaws.com',
    region: 'us-west-2',
    url: 'https://aws.amazon.com/blogs/networking-and-content-delivery/using-aws-network-manager-events-to-manage-and-monitor-your-global-network/',
  },
  // "If you sign in as the root user, CloudTrail records the event in us-east-1." Where users sign in is their choice.
  {
    source: 'aws.signin',
    eventSource: 'signin.amazonaws.com',
    detailType: 'AWS Console Sign In via CloudTrail',
    only: [['detail', 'userIdentity', 'type'], 'Root'],
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  },
  {
    source: 'aws.globalaccelerator',
    eventSource: 'globalaccelerator.amazonaws.com',
    region: 'us-west-2',
    url: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.regions.html',
  },
];

/** A namespace whose metrics are in one region. */
export interface MetricRegion {
  readonly namespace: string;
  /** Metrics that are meant; all when it is absent. */
  readonly metrics?: RegExp;
  readonly region: string;
  /** The metrics of other regions have this dimension, those of the one region have not. */
  readonly without?: string;
  /** A dimension that all of them have. */
  readonly dimension?: readonly [name: string, value: string];
  readonly url: string;
}

export const METRIC_REGIONS: readonly MetricRegion[] = [
  {
    namespace: 'AWS/Route53',
    metrics: /^(HealthCheck|ChildHealthCheck|ConnectionTime|SSLHandshakeTime|TimeToFirstByte)/,
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html',
  },
  {
    namespace: 'AWS/Route53',
    metrics: /^(DNSQueries|DNSSEC)/,
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-hosted-zones-with-cloudwatch.html',
  },
  {
    namespace: 'AWS/TrustedAdvisor',
    region: 'us-east-1',
    url: 'https://github.com/aws-quickstart/quickstart-compliance-cis-benchmark/issues/13',
  },
  {
    namespace: 'AWS/CloudFront',
    region: 'us-east-1',
    dimension: ['Region', 'Global'],
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
  },
  // Region: "Required for all protected resource types except for Amazon CloudFront distributions."
  {
    namespace: 'AWS/WAFV2',
    region: 'us-east-1',
    without: 'Region',
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html',
  },
  {
    namespace: 'AWS/Billing',
    region: 'us-east-1',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html',
  },
  // "Global Accelerator metrics: Always in us-west-2".
  {
    namespace: 'AWS/GlobalAccelerator',
    region: 'us-west-2',
    url: 'https://awslabs.github.io/global-capacity-orchestrator-on-aws/z_53f056fd5d8fdb9b_monitoring_stack_py.html',
  },
];

/** Where a metric is that is named in a region of the partition `aws`; undefined when that is not one region, or this one. */
export function homeOfMetric(namespace: string | undefined, name: string, region: string): MetricRegion | undefined {
  const row = METRIC_REGIONS.find((known) => known.namespace === namespace && (known.metrics === undefined || known.metrics.test(name)));
  return row?.region === region ? undefined : row;
}

/** The dimension that all metrics of a namespace have. */
export function dimensionOf(namespace: string | undefined): MetricRegion['dimension'] {
  return METRIC_REGIONS.find((known) => known.namespace === namespace)?.dimension;
}

/** Types whose metrics are not, or not only, in the region of their stack. */
export const METRICS_ELSEWHERE =
  /^AWS::(?:CloudFront|DynamoDB|GlobalAccelerator|IAM|Route53|Route53RecoveryControl|NetworkManager|WAF|WAFv2)::|^AWS::S3::MultiRegion|::Global/;
