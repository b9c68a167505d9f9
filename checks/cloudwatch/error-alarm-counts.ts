import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';

const app = (metric: object) => ({
  Checkout: stack('us-east-1', {
    ErrorRate: resource('AWS::CloudWatch::Alarm', {
      AlarmDescription: 'More than 5% of the orders fail',
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 3,
      AlarmActions: ['arn:aws:sns:us-east-1:482731905566:pager'],
      ...metric,
    }),
  }),
});
const stat = (id: string, metric: string) => ({
  Id: id,
  MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: metric }, Period: 60, Stat: 'Sum' },
  ReturnData: false,
});

export default defineCheck({
  id: 'cloudwatch/error-alarm-counts',
  title: 'Error-rate alarm uses an error count',
  severity: 'info',
  types: ['AWS::CloudWatch::Alarm'],
  docs: {
    why: 'The metric `Errors` of Lambda counts: with the statistic `Sum` and a threshold of 5 the alarm fires at five errors, whether out of ten calls or out of a million. Its name or description contains a percentage, so a rate is meant.',
    fix: 'Divide by the calls: `new cloudwatch.MathExpression({ expression: "100 * errors / invocations", usingMetrics: { errors: fn.metricErrors(), invocations: fn.metricInvocations() } })`, with `treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING` for times without calls.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html',
    ],
    templateFix:
      'Divide by the calls: in `Metrics` an expression `100 * errors / invocations` of both metrics in place of `MetricName`, with `TreatMissingData: notBreaching` for times without calls.',
    bad: app({ Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 60 }),
    good: app({
      Metrics: [{ Id: 'rate', Expression: '100 * errors / invocations' }, stat('errors', 'Errors'), stat('invocations', 'Invocations')],
    }),
  },
  *resource(alarm) {
    if (alarm.property('Namespace').text !== 'AWS/Lambda' || alarm.property('MetricName').text !== 'Errors') return;
    const at = alarm.property('Threshold');
    if (alarm.property('Statistic').text !== 'Sum' || (at.number ?? 0) < 1) return;
    const words = rateIn(alarm);
    if (words === undefined) return;
    yield {
      at,
      message: `The name or description of the alarm contains "${words}", but its threshold is a number of errors, ${at.text}, however many calls there were.`,
    };
  },
});

/** Where the alarm says that it means a share of the calls. */
function rateIn(alarm: Resource): string | undefined {
  if (alarm.property('Unit').text === 'Percent') return 'Percent';
  const texts = [alarm.property('AlarmDescription').text, alarm.property('AlarmName').text, alarm.logicalId];
  const found = texts.find((text) => text !== undefined && RATE.test(text));
  return found && RATE.exec(found)?.[0];
}

const RATE = /\d ?%|percent(?:age)?|error[ _-]?rate/i;
