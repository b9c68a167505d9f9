import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-alarm.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { fromStandby, health, stack, twoRegions } from './examples.js';

const alarm = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmName: 'ledger',
    Namespace: 'AWS/RDS',
    MetricName: 'CPUUtilization',
    Statistic: 'Average',
    Period: 60,
    EvaluationPeriods: 3,
    ...more,
  },
});
const on = (Name: Json, Region: Json): JsonObject => health(undefined, { Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name, Region } });
const outputs = { Alarm: { Value: { Ref: 'Alarm' } } };

it('reports an alarm of another region', () => {
  const example = twoRegions(on(fromStandby('Alarm'), { Ref: 'AWS::Region' }), { Alarm: alarm() }, outputs);
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-alarm',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.AlarmIdentifier.Region',
      message: 'The alarm Alarm is in us-west-2, but the health check looks for it in us-east-1: Route 53 does not find it there.',
      related: [{ stack: 'Standby', logicalId: 'Alarm', message: 'The alarm is declared here, in us-west-2.' }],
    },
  ]);
});

it('warns when the alarm is known by its name only', () => {
  expect(findingsIn(twoRegions(on('ledger', 'eu-west-1'), { Alarm: alarm() }), check)).toMatchObject([{ severity: 'warning' }]);
  expect(findingsIn(twoRegions({ ...on('ledger', 'us-east-1'), Alarm: alarm() }, { Alarm: alarm() }), check)).toEqual([]);
});

it.each<[JsonObject, string]>([
  [{ Period: 10 }, 'its metric has a high resolution (10 seconds)'],
  [{ ExtendedStatistic: 'p99' }, 'it uses an extended statistic'],
  [
    {
      Metrics: [
        { Id: 'e', Expression: 'a/b' },
        { Id: 'a', MetricStat: {} },
      ],
    },
    'it uses metric math',
  ],
  [{ DatapointsToAlarm: 2 }, 'it is an "M out of N" alarm (2 of 3)'],
])('reports an alarm with %j', (more, flaw) => {
  expect(findingsIn(twoRegions(on(fromStandby('Alarm'), 'us-west-2'), { Alarm: alarm(more) }, outputs), check)).toMatchObject([
    {
      severity: 'error',
      propertyPath: 'HealthCheckConfig.AlarmIdentifier.Name',
      message: `A health check cannot follow the alarm Alarm: ${flaw}.`,
    },
  ]);
});

it('warns of a composite alarm', () => {
  const composite = { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: 'ALARM(a)' } };
  expect(findingsIn(stack({ Alarm: composite, ...on({ Ref: 'Alarm' }, 'us-east-1') }), check)).toMatchObject([{ severity: 'warning' }]);
});

it.each<[string, JsonObject, Json]>([
  ['a plain alarm', alarm({ DatapointsToAlarm: 3 }), 'us-west-2'],
  ['a region that is not known', alarm(), { 'Fn::ImportValue': 'region' }],
  ['a period that is not known', alarm({ Period: { 'Fn::ImportValue': 'period' } }), 'us-west-2'],
])('ignores %s', (_, declaration, region) => {
  expect(findingsIn(twoRegions(on(fromStandby('Alarm'), region), { Alarm: declaration }, outputs), check)).toEqual([]);
});

it('ignores alarms that are not here', () => {
  expect(findingsIn(stack(on('elsewhere', 'eu-west-1')), check)).toEqual([]);
});
