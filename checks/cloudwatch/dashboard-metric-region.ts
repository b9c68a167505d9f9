import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { isRegion, partitionOf } from '../../src/facts/regions.js';
import { homeOfMetric, METRICS_ELSEWHERE } from '../../src/facts/reporting-regions.js';
import { parseJsonText } from '../../src/graph/evaluate/json-text.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Value } from '../../src/graph/model/value.js';

const app = (region: string) => ({
  Monitoring: stack('eu-west-1', {
    Traffic: resource('AWS::CloudWatch::Dashboard', {
      DashboardBody: JSON.stringify({
        widgets: [
          {
            type: 'metric',
            properties: {
              region,
              metrics: [['AWS/CloudFront', 'Requests', 'DistributionId', 'E1ABCDEFGHIJKL', 'Region', 'Global']],
            },
          },
        ],
      }),
    }),
  }),
});

export default defineCheck({
  id: 'cloudwatch/dashboard-metric-region',
  title: 'Dashboard shows a metric of a different region',
  severity: 'warning',
  types: ['AWS::CloudWatch::Dashboard'],
  docs: {
    why: 'A widget reads its metrics in the region that it names. The CDK writes the region of the stack unless the metric has one. Services write metrics in the region of the resource; CloudFront, Route 53 and billing in us-east-1, Global Accelerator in us-west-2: elsewhere the widget stays empty.',
    fix: 'Name the region of the metric: `new cloudwatch.Metric({ namespace, metricName, region })`, or that of the widget: `new cloudwatch.GraphWidget({ region, left: [metric] })`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/30483',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
    ],
    templateFix: 'Write the region of the metric as `region` of the widget, or of the metric.',
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  *resource(dashboard) {
    const at = dashboard.property('DashboardBody');
    const body = parseJsonText(at.value);
    const messages = new Map<string, Problem>();
    for (const widget of listAt(body, 'widgets')) {
      const properties = entryOf(widget, 'properties');
      const region = textOf(entryOf(properties, 'region'));
      for (const metric of listAt(properties, 'metrics')) {
        const problem = emptyMetric(at, metric, region);
        if (problem !== undefined) messages.set(problem.message, problem);
      }
    }
    yield* messages.values();
  },
});

/** `["AWS/SQS", "NumberOfMessagesSent", "QueueName", "orders", { "region": "us-east-1" }]` */
function emptyMetric(at: Property, metric: Value, ofWidget: string | undefined): Problem | undefined {
  const items = metric.kind === 'list' ? metric.items : [];
  const [namespace, name] = [textOf(items[0]), textOf(items[1])];
  const options = items.at(-1);
  const own = entryOf(options, 'region');
  const region = own === undefined ? ofWidget : textOf(own);
  if (namespace === undefined || name === undefined || region === undefined || !isRegion(region)) return undefined;
  if (entryOf(options, 'accountId') !== undefined || partitionOf(region) !== 'aws') return undefined;
  const dimensions = items.slice(2).filter(({ kind }) => kind !== 'map');
  const home = homeOfMetric(namespace, name, region);
  // `.` and `...` repeat what the metric before has.
  const hasNot = (dimension: string) =>
    dimensions.every((value, index) => index % 2 === 1 || !['.', '...', dimension].includes(textOf(value) ?? '.'));
  if (home !== undefined && (home.without === undefined || hasNot(home.without)))
    return {
      at,
      message: `A widget shows metrics of ${namespace} in ${region}, and they are in ${home.region} only: it stays empty.`,
    };
  for (const value of dimensions) {
    const target = value.kind === 'reference' ? value.resource : undefined;
    const isMeant = target?.type.startsWith('AWS::') === true && namespace.startsWith('AWS/') && !METRICS_ELSEWHERE.test(target.type);
    if (target === undefined || !isMeant || target.region === undefined || target.region === region || !isRegion(target.region)) continue;
    return {
      at,
      message: `A widget shows metrics of ${target.displayNameFrom(at.resource)} in ${region}, and they are in ${target.region}: it stays empty.`,
      related: [{ at: target, message: `It is declared in ${target.region}.` }],
    };
  }
  return undefined;
}

function entryOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(key) : undefined;
}

function listAt(value: Value | undefined, key: string): readonly Value[] {
  const found = entryOf(value, key);
  return found?.kind === 'list' ? found.items : [];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' ? String(value.value) : undefined;
}
