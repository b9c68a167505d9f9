import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';

const ALARMS = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** The alarm that a health check names: the one of that name in that region, or the only one of that name. */
export function findAlarm(name: Property, region: string | undefined, account: string | undefined): Resource | undefined {
  if (name.reference !== undefined) return ALARMS.includes(name.reference.resource.type) ? name.reference.resource : undefined;
  if (name.text === undefined) return undefined;
  const named = name.resource.graph.names.named(name.text, ALARMS).filter((alarm) => alarm.account === account);
  return named.find((alarm) => alarm.region === region) ?? (named.length === 1 ? named[0] : undefined);
}

/**
 * Why a health check cannot follow an alarm; undefined when nothing reports it.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
export function alarmFlaw(alarm: Resource): string | undefined {
  if (alarm.type === 'AWS::CloudWatch::CompositeAlarm') return 'it is a composite alarm, and has no metric';
  const period = alarm.property('Period').number;
  if (period !== undefined && period < 60) return `its metric has a high resolution (${period} seconds)`;
  if (!alarm.property('ExtendedStatistic').isAbsent) return 'it uses an extended statistic';
  const isMath = alarm.property('Metrics').items?.some((metric) => metric.get('Expression').text !== undefined) ?? false;
  if (isMath) return 'it uses metric math';
  const [datapoints, periods] = [alarm.property('DatapointsToAlarm').number, alarm.property('EvaluationPeriods').number];
  return datapoints !== undefined && periods !== undefined && datapoints < periods
    ? `it is an "M out of N" alarm (${datapoints} of ${periods})`
    : undefined;
}
