import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { outputOf, resource, stackWith } from '../../src/check/example-parts.js';
import { configOf } from '../../src/queries/health-check-host.js';
import { stackWithHealth } from './model/example-records.js';
import { alarmFlaw, findAlarm } from './model/health-check-alarms.js';

const stacks = (Region: string): Example => ({
  Standby: stackWith({ Alarm: { Ref: 'Alarm' } }, 'us-west-2', {
    Alarm: resource('AWS::CloudWatch::Alarm', {
      AlarmName: 'ledger-connections',
      Namespace: 'AWS/RDS',
      MetricName: 'DatabaseConnections',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 3,
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
    }),
  }),
  Traffic: {
    ...stackWithHealth({ Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name: outputOf('Standby', 'Alarm', 'us-west-2'), Region } }),
    dependencies: ['Standby'],
  },
});

export default defineCheck({
  id: 'route53/health-check-alarm',
  title: 'Health check cannot use its alarm',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'A health check names its alarm by name and region: in another region there is no such alarm, and Route 53 rejects the health check. It also follows only plain alarms: one metric of standard resolution, a simple statistic, no metric math, no "M out of N", not a composite alarm.',
    fix: "Give the region of the alarm's own stack: `alarmIdentifier: { name: alarm.alarmName, region: alarm.env.region }`; and back the health check with a plain alarm (`metric.createAlarm` with `Sum`, `Average`, `Minimum`, `Maximum` or `SampleCount`).",
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AlarmIdentifier.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html',
    ],
    templateFix:
      "Give the region of the alarm's own stack: `AlarmIdentifier: { Name: …, Region: … }`; and use an alarm on one metric with `Sum`, `Average`, `Minimum`, `Maximum` or `SampleCount`.",
    bad: stacks('us-east-1'),
    good: stacks('us-west-2'),
  },
  *resource(check) {
    const name = configOf(check).get('AlarmIdentifier', 'Name');
    const region = configOf(check).get('AlarmIdentifier', 'Region');
    const alarm = findAlarm(name, region.text, check.account);
    if (alarm === undefined) return;
    const related = [{ at: alarm, message: `The alarm is declared here${alarm.region === undefined ? '' : `, in ${alarm.region}`}.` }];
    if (region.text !== undefined && alarm.region !== undefined && region.text !== alarm.region) {
      yield {
        at: region,
        // By its name alone, there may be another one outside of the assembly.
        ...(name.reference === undefined && { severity: 'warning' }),
        message: `The alarm ${alarm.displayNameFrom(check)} is in ${alarm.region}, but the health check looks for it in ${region.text}: Route 53 does not find it there.`,
        related,
      };
      return;
    }
    const flaw = alarmFlaw(alarm);
    if (flaw === undefined) return;
    // Only of the others does AWS's documentation say so.
    const severity = alarm.type === 'AWS::CloudWatch::CompositeAlarm' ? 'warning' : 'error';
    yield { at: name, severity, message: `A health check cannot follow the alarm ${alarm.displayNameFrom(check)}: ${flaw}.`, related };
  },
});
