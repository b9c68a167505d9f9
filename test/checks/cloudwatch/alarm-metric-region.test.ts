import { expect, it } from 'vitest';
import check from '../../../checks/cloudwatch/alarm-metric-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const alarm = (properties: { readonly [name: string]: Json }) => ({ Type: 'AWS::CloudWatch::Alarm', Properties: properties });
const metric = (Namespace: string, MetricName: string, Dimensions: Json = []) => ({ Namespace, MetricName, Dimensions });
const app = (region: string, properties: { readonly [name: string]: Json }): Example => ({
  Data: {
    region: 'us-west-2',
    resources: { Orders: { Type: 'AWS::SQS::Queue' }, Table: { Type: 'AWS::DynamoDB::Table', Properties: {} } },
    outputs: {
      Queue: { Value: { 'Fn::GetAtt': ['Orders', 'QueueName'] } },
      Table: { Value: { Ref: 'Table' } },
    },
  },
  Watch: { region, dependencies: ['Data'], resources: { Alarm: alarm(properties) } },
});
const output = (OutputName: string) => ({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName, Region: 'us-west-2' } });

it('reports an accelerator', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'cloudwatch/alarm-metric-region',
      severity: 'warning',
      stack: 'Monitoring',
      logicalId: 'Traffic',
      propertyPath: 'Namespace',
      message: 'The metrics of AWS/GlobalAccelerator are in us-west-2 only: this alarm in eu-west-1 never gets data.',
    },
  ]);
});

it('reports a queue of another region', () => {
  const dimensions = [{ Name: 'QueueName', Value: output('Queue') }];
  expect(findingsIn(app('eu-west-1', metric('AWS/SQS', 'NumberOfMessagesSent', dimensions)), check)).toEqual([
    {
      checkId: 'cloudwatch/alarm-metric-region',
      severity: 'warning',
      stack: 'Watch',
      logicalId: 'Alarm',
      propertyPath: 'Dimensions.0.Value',
      message: 'This alarm is in eu-west-1, and the metric that it watches in us-west-2, where Orders is: it never gets data.',
      related: [{ stack: 'Data', logicalId: 'Orders', message: 'It is declared in us-west-2.' }],
    },
  ]);
});

it.each<[string, { readonly [name: string]: Json }, string]>([
  ['a distribution', metric('AWS/CloudFront', '5xxErrorRate'), 'Namespace'],
  ['a health check', metric('AWS/Route53', 'HealthCheckStatus'), 'Namespace'],
  ['queries of a zone', metric('AWS/Route53', 'DNSQueries'), 'Namespace'],
  ['billing', metric('AWS/Billing', 'EstimatedCharges'), 'Namespace'],
  [
    'a member of an expression',
    {
      Metrics: [
        { Id: 'e', Expression: 'm' },
        { Id: 'm', MetricStat: { Metric: metric('AWS/CloudFront', 'Requests') } },
      ],
    },
    'Metrics.1.MetricStat.Metric.Namespace',
  ],
  [
    'an ARN of another region',
    metric('AWS/States', 'ExecutionsFailed', [{ Name: 'StateMachineArn', Value: 'arn:aws:states:us-east-1:482731905566:stateMachine:x' }]),
    'Dimensions.0.Value',
  ],
])('reports %s', (_, properties, propertyPath) => {
  expect(findingsIn(app('eu-west-1', properties), check)).toMatchObject([{ stack: 'Watch', propertyPath }]);
});

it.each<[string, string, { readonly [name: string]: Json }]>([
  ['the region of the metric', 'us-west-2', metric('AWS/SQS', 'x', [{ Name: 'QueueName', Value: output('Queue') }])],
  ['a table, which may have replicas', 'eu-west-1', metric('AWS/DynamoDB', 'x', [{ Name: 'TableName', Value: output('Table') }])],
  ['a metric of the app', 'eu-west-1', metric('Shop', 'Lag', [{ Name: 'Queue', Value: output('Queue') }])],
  ['a metric of Route 53 that is not listed', 'eu-west-1', metric('AWS/Route53', 'OutboundQueries')],
  ['China', 'cn-north-1', metric('AWS/CloudFront', 'Requests')],
  ['us-east-1', 'us-east-1', metric('AWS/CloudFront', 'Requests')],
])('ignores %s', (_, region, properties) => {
  expect(findingsIn(app(region, properties), check)).toEqual([]);
});

it.each<[type: string, properties: { readonly [name: string]: Json }, propertyPath: string, what: string]>([
  ['AWS::CloudWatch::AnomalyDetector', metric('AWS/Billing', 'EstimatedCharges'), 'Namespace', 'anomaly detector'],
  [
    'AWS::CloudWatch::AnomalyDetector',
    { SingleMetricAnomalyDetector: metric('AWS/CloudFront', 'Requests') },
    'SingleMetricAnomalyDetector.Namespace',
    'anomaly detector',
  ],
  ['AWS::CloudWatch::MetricStream', { IncludeFilters: [{ Namespace: 'AWS/CloudFront' }] }, 'IncludeFilters.0.Namespace', 'metric stream'],
  [
    'AWS::ApplicationAutoScaling::ScalingPolicy',
    { TargetTrackingScalingPolicyConfiguration: { CustomizedMetricSpecification: metric('AWS/CloudFront', 'Requests') } },
    'TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.Namespace',
    'scaling policy',
  ],
])('reports %s', (Type, Properties, propertyPath, what) => {
  const watch = (region: string): Example => ({ Watch: { region, resources: { Reader: { Type, Properties } } } });
  expect(findingsIn(watch('eu-west-1'), check)).toMatchObject([
    { propertyPath, message: expect.stringMatching(`are in us-east-1 only: this ${what} in eu-west-1 never gets data`) },
  ]);
  expect(findingsIn(watch('us-east-1'), check)).toEqual([]);
});

it('ignores a stream that sends other metrics, too', () => {
  const filters = [{ Namespace: 'AWS/CloudFront' }, { Namespace: 'AWS/SQS' }];
  const stream = { Type: 'AWS::CloudWatch::MetricStream', Properties: { IncludeFilters: filters } };
  expect(findingsIn({ Watch: { region: 'eu-west-1', resources: { Stream: stream } } }, check)).toEqual([]);
});

it('asks for the dimension that all metrics of CloudFront have', () => {
  const dimensions = (...more: readonly { readonly [name: string]: Json }[]) =>
    metric('AWS/CloudFront', '5xxErrorRate', [{ Name: 'DistributionId', Value: 'E1A2B3C4D5E6F7' }, ...more]);
  expect(findingsIn(app('us-east-1', dimensions()), check)).toMatchObject([
    {
      severity: 'warning',
      propertyPath: 'Dimensions',
      message: 'The metrics of AWS/CloudFront have the dimension Region with the value Global: without it this alarm never gets data.',
    },
  ]);
  expect(findingsIn(app('us-east-1', dimensions({ Name: 'Region', Value: 'Global' })), check)).toEqual([]);
  expect(findingsIn(app('us-east-1', dimensions({ Name: { Ref: 'Other' }, Value: 'Global' })), check)).toEqual([]);
  // Elsewhere, that is where the fault is.
  expect(findingsIn(app('eu-west-1', dimensions()), check)).toMatchObject([{ propertyPath: 'Namespace' }]);
});
