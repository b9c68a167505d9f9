import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { isRegion, partitionOf } from '../../src/facts/regions.js';
import { dimensionOf, homeOfMetric, METRICS_ELSEWHERE } from '../../src/facts/reporting-regions.js';
import type { Property } from '../../src/graph/model/property.js';
import { metricsOf, READERS_OF_METRICS } from './model/metric-readers.js';

const app = (region: string) => ({
  Monitoring: stack(region, {
    Traffic: resource('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/GlobalAccelerator',
      MetricName: 'ProcessedBytesIn',
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      AlarmActions: [`arn:aws:sns:${region}:482731905566:on-call`],
    }),
  }),
});

export default defineCheck({
  id: 'cloudwatch/alarm-metric-region',
  title: 'Alarm watches a metric in another region',
  severity: 'warning',
  types: READERS_OF_METRICS,
  docs: {
    why: 'An alarm sees the metrics of its own region only, and so do anomaly detectors, metric streams and scaling policies. Services write them in the region of the resource; CloudFront, Route 53 health checks and billing in us-east-1, Global Accelerator in us-west-2. An alarm elsewhere stays in INSUFFICIENT_DATA, and nobody notices that it watches nothing.',
    fix: "Create the alarm in a stack of the region of the metric: `new MonitoringStack(app, 'Monitoring', { env: { account, region: 'us-east-1' } })`. Use the metrics of the construct (`queue.metricApproximateNumberOfMessagesVisible()`): with them the CDK rejects an alarm in another region.",
    sources: [
      'https://github.com/aws/aws-cdk/issues/30483',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.regions.html',
    ],
    templateFix: 'Declare the alarm in a stack of the region that the metric is in.',
    bad: app('eu-west-1'),
    good: app('us-west-2'),
  },
  *resource(reader) {
    const { region } = reader;
    if (region === undefined) return;
    const { metrics, what } = metricsOf(reader);
    for (const metric of metrics) {
      const problem = globalMetric(metric, region, what) ?? withoutDimension(metric, what) ?? metricOfAnother(metric, region, what);
      if (problem !== undefined) yield problem;
    }
  },
});

function globalMetric(metric: Property, region: string, what: string): Problem | undefined {
  if (partitionOf(region) !== 'aws') return undefined;
  const namespace = metric.get('Namespace');
  const home = homeOfMetric(namespace.text, metric.get('MetricName').text ?? '', region);
  if (home === undefined) return undefined;
  const { without } = home;
  if (without !== undefined && mayHave(metric.get('Dimensions'), without)) return undefined;
  return {
    at: namespace,
    fill: { 'us-east-1': home.region },
    message: `The metrics of ${namespace.text} ${without === undefined ? '' : `without the dimension ${without} `}are in ${home.region} only: this ${what} in ${region} never gets data.`,
    ...(without !== undefined && {
      fix: `Create it in a stack in ${home.region}, if it is about a distribution; otherwise add the dimension ${without} with the value "${region}".`,
    }),
  };
}

/** A metric is found by all of its dimensions. */
function withoutDimension(metric: Property, what: string): Problem | undefined {
  const namespace = metric.get('Namespace');
  const [name, value] = dimensionOf(namespace.text) ?? [];
  const at = metric.get('Dimensions');
  const dimensions = name === undefined || at.isAbsent ? [] : (at.items ?? []);
  if (dimensions.length === 0 || dimensions.some((dimension) => mayBe(dimension.get('Name'), name))) return undefined;
  return {
    at,
    message: `The metrics of ${namespace.text} have the dimension ${name} with the value ${value}: without it this ${what} never gets data.`,
    fix: `Add the dimension ${name} with the value "${value}".`,
  };
}

/** Whether a metric has a dimension, or may have it. */
function mayHave(dimensions: Property, name: string): boolean {
  return !dimensions.isAbsent && (dimensions.items?.some((dimension) => mayBe(dimension.get('Name'), name)) ?? true);
}

function mayBe({ text }: Property, expected: string | undefined): boolean {
  return text === undefined || text === expected;
}

/** A dimension that names a resource of another region. */
function metricOfAnother(metric: Property, region: string, what: string): Problem | undefined {
  // An app may name what it calls elsewhere in a metric of its own.
  if (!metric.get('Namespace').text?.startsWith('AWS/')) return undefined;
  for (const dimension of metric.get('Dimensions').items ?? []) {
    const at = dimension.get('Value');
    const { reference } = at;
    const target = reference?.resource;
    const isMeant = target === undefined || (target.type.startsWith('AWS::') && !METRICS_ELSEWHERE.test(target.type));
    const found = target === undefined ? at.arn?.region : target.region;
    if (!isMeant || found === undefined || found === region || !isRegion(found)) continue;
    return {
      at,
      fill: { 'us-east-1': found },
      message: `This ${what} is in ${region}, and the metric that it watches in ${found}, where ${target?.displayNameFrom(at.resource) ?? at.text} is: it never gets data.`,
      ...(target && { related: [{ at: target, message: `It is declared in ${found}.` }] }),
    };
  }
  return undefined;
}
