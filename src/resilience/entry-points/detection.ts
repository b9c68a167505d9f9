import { HEALTH_CHECK } from '../../facts/resilience/moving.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { inWords } from '../duration.js';
import { type Bound, NO_TIME } from './entry-point.js';

/** How it is found out that a region is lost; `never` says why it is not. */
export type Detection =
  | { readonly kind: 'found'; readonly by: string; readonly bound: Bound }
  | { readonly kind: 'never'; readonly because: string; readonly at: Property | Resource }
  | { readonly kind: 'unknown'; readonly because: string };

const ALARM = 'AWS::CloudWatch::Alarm';

/** What a health check of Route 53 finds out when a region is lost, and when. */
export function detectionBy(check: Resource, lost: string, depth = 0): Detection {
  const config = check.property('HealthCheckConfig');
  const type = config.get('Type').text;
  if (type === undefined || depth > 3) return { kind: 'unknown', because: 'the kind of its health check is not known' };
  if (type === 'CLOUDWATCH_METRIC') return byAlarm(check, lost);
  if (type === 'CALCULATED') return byChildren(check, lost, depth);
  if (type === 'RECOVERY_CONTROL') return { kind: 'found', by: 'a routing control, which somebody has to switch', bound: NO_TIME };
  const interval = numberOr(config.get('RequestInterval'), HEALTH_CHECK.requestInterval);
  const threshold = numberOr(config.get('FailureThreshold'), HEALTH_CHECK.failureThreshold);
  if (interval === undefined || threshold === undefined)
    return { kind: 'unknown', because: 'the settings of its health check are not known' };
  const bound = {
    least: (threshold - 1) * interval,
    usual: threshold * interval,
    how: `${threshold} failed checks, one every ${inWords(interval)}`,
  };
  return { kind: 'found', by: `the health check ${check.displayName}`, bound };
}

/** Undefined when it is there and not known. */
export function numberOr(property: Property, otherwise: number): number | undefined {
  return property.isAbsent ? otherwise : property.number;
}

/**
 * A health check that follows an alarm's metric. Without data of a lost region it is as `InsufficientDataHealthStatus` says.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
function byAlarm(check: Resource, lost: string): Detection {
  const config = check.property('HealthCheckConfig');
  const region = config.get('AlarmIdentifier', 'Region').text;
  const alarm = alarmOf(config.get('AlarmIdentifier', 'Name'), region, check.account);
  const status = config.get('InsufficientDataHealthStatus');
  const holds = status.text === 'Healthy' || status.text === 'LastKnownStatus';
  if (region === lost && holds && alarm !== undefined && alarm.property('TreatMissingData').text !== 'breaching') {
    const because = `its health check follows the alarm ${alarm.displayName} of ${lost}: without data from there it stays ${status.text === 'Healthy' ? 'healthy' : 'as it was'}`;
    return { kind: 'never', because, at: status };
  }
  const [periods, period] = [alarm?.property('EvaluationPeriods').number, alarm?.property('Period').number];
  if (alarm === undefined || periods === undefined || period === undefined)
    return { kind: 'unknown', because: 'the alarm of its health check is not known' };
  const bound = { least: (periods - 1) * period, usual: periods * period, how: `${periods} periods of ${inWords(period)}` };
  return { kind: 'found', by: `the health check ${check.displayName} on the alarm ${alarm.displayName}`, bound };
}

function alarmOf(name: Property, region: string | undefined, account: string | undefined): Resource | undefined {
  if (name.reference !== undefined) return name.reference.resource.type === ALARM ? name.reference.resource : undefined;
  if (name.text === undefined) return undefined;
  return name.resource.graph.names.named(name.text, [ALARM]).find((alarm) => alarm.account === account && alarm.region === region);
}

/** It is unhealthy when fewer children than the threshold are healthy. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html */
function byChildren(check: Resource, lost: string, depth: number): Detection {
  const config = check.property('HealthCheckConfig');
  const children = config.get('ChildHealthChecks').items?.map((child) => child.target('AWS::Route53::HealthCheck'));
  const threshold = config.get('HealthThreshold');
  if (threshold.number === 0)
    return { kind: 'never', because: 'its health check has the threshold 0, and is always healthy', at: threshold };
  const found = (children ?? []).map((child) => child && detectionBy(child, lost, depth + 1));
  const bounds = found.flatMap((one) => (one?.kind === 'found' ? [one.bound] : []));
  const needed = found.length - (threshold.number ?? found.length) + 1;
  const slowest = bounds.toSorted((one, other) => one.least - other.least)[needed - 1];
  if (children === undefined || bounds.length < found.length || slowest === undefined)
    return { kind: 'unknown', because: 'the children of its health check are not all known' };
  return { kind: 'found', by: `the health check ${check.displayName} over ${found.length} others`, bound: slowest };
}
