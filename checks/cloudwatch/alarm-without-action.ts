import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { byDeployedStack } from '../../src/queries/by-deployed-stack.js';
import { ALARMS, alarmTopic, hasAction, isObserved, notifies } from './model/alarms.js';

const alarm = (actions: object) =>
  resource('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'HTTPCode_ELB_5XX_Count',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    Threshold: 10,
    ComparisonOperator: 'GreaterThanThreshold',
    ...actions,
  });
const region = (region: string, actions: object) => stack(region, { Pager: resource('AWS::SNS::Topic', {}), Failures: alarm(actions) });
const pager = { AlarmActions: [{ Ref: 'Pager' }] };

export default defineCheck({
  id: 'cloudwatch/alarm-without-action',
  title: 'Alarm has no actions',
  severity: 'warning',
  types: ALARMS,
  docs: {
    why: 'The alarm has no action, and no composite alarm, health check, deployment, dashboard or EventBridge rule of this app uses it, while other alarms of the app send notifications, or the app has a topic for alarms. When it goes into ALARM, nobody is notified. Where no alarm of the whole app has an action, this is reported once for each stack, as `info`: something outside of the app may watch them.',
    fix: 'Add an action in the region of the alarm: `alarm.addAlarmAction(new actions.SnsAction(topic))`. An alarm that is only a part of another one belongs in a `CompositeAlarm`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html',
    ],
    templateFix:
      "Add `AlarmActions` with a topic of the alarm's region. An alarm that is only a part of another one belongs in the `AlarmRule` of an `AWS::CloudWatch::CompositeAlarm`.",
    bad: { East: region('us-east-1', pager), West: region('us-west-2', {}) },
    good: { East: region('us-east-1', pager), West: region('us-west-2', pager) },
  },
  *resource(alarm, { graph }) {
    if (hasAction(alarm) !== false || isObserved(alarm) || graph.mayLackResources()) return;
    const name = alarm.physicalName ?? alarm.displayName;
    const switched = alarm.property('ActionsEnabled');
    const [example] = graph.memo(notifyingAlarms);
    const topic = alarmTopic(graph);
    if (switched.boolean === false) {
      yield {
        at: switched,
        severity: 'info',
        message: `The actions of the alarm ${name} are switched off: nobody is notified when it fires.`,
      };
    } else if (example !== undefined || topic !== undefined) {
      const at = example?.property('AlarmActions') ?? topic ?? alarm;
      const message = example
        ? `${example.displayName} in stack ${example.stack.displayName} sends a notification.`
        : 'No alarm uses this topic.';
      yield {
        at: alarm,
        message: `The alarm ${name} has no action, and nothing else in the app uses it: nobody is notified when it fires.`,
        related: [{ at, message }],
      };
    } else {
      const silent = graph.memo(silentAlarms).get(rootStackOf(alarm.stack)) ?? [];
      if (!alarm.is(silent[0])) return;
      const these = silent.length === 1 ? `The alarm ${name} has` : `${silent.length} alarms of this stack, such as ${name}, have`;
      yield { at: alarm, severity: 'info', message: `${these} no action, and no alarm of this app sends a notification.` };
    }
  },
});

const notifyingAlarms = (graph: ResourceGraph): readonly Resource[] => graph.certainResourcesOfType(...ALARMS).filter(notifies);
const silentAlarms = (graph: ResourceGraph) =>
  byDeployedStack(graph.certainResourcesOfType(...ALARMS).filter((alarm) => hasAction(alarm) === false && !isObserved(alarm)));
