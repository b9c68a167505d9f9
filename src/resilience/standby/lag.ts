import type { LagMetric } from '../../facts/resilience/recovery-points.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { groupBy } from '../../group-by.js';
import type { StoreAssessment } from '../stores.js';
import type { Way } from '../way.js';

/** A replication whose lag no alarm watches. */
export interface Unobserved {
  readonly store: Resource;
  readonly way: Way;
  readonly metric: LagMetric;
  /** The regions where an alarm would see it. */
  readonly regions: readonly string[];
}

/** Replication of stores that count, with a lag that could be observed and is not. */
export function findUnobserved(stores: readonly StoreAssessment[]): readonly Unobserved[] {
  return stores.flatMap(({ store, reaches, notCounted }) =>
    notCounted !== undefined ? [] : reaches.flatMap(({ way }) => (way === undefined ? [] : unobserved(store, way))),
  );
}

function unobserved(store: Resource, way: Way): readonly Unobserved[] {
  const { lag: metric } = way.row;
  if (metric === undefined || store.region === undefined) return [];
  const regions = { primary: [store.region], standby: [way.to], either: [store.region, way.to] }[metric.publishedIn];
  const known = store.graph.memo(metricsByName);
  const keys = [...metric.names.map((name) => `${metric.namespace} ${name}`), NOT_KNOWN];
  const alarms = keys.flatMap((key) => known.get(key) ?? []);
  const isWatched = alarms.some(({ alarm, dimensions }) => regions.includes(alarm.region ?? '') && isAbout(dimensions, [store, way.copy]));
  return isWatched ? [] : [{ store, way, metric, regions }];
}

interface WatchedMetric {
  readonly alarm: Resource;
  readonly dimensions: readonly Property[];
}

/** Dimensions whose value is the name of what is replicated. */
const NAMES: ReadonlySet<string> = new Set(['TableName', 'SourceBucket', 'DBClusterIdentifier', 'DBInstanceIdentifier', 'FileSystemId']);

/** Whether no dimension names another one. What is not known may be this one. */
function isAbout(dimensions: readonly Property[], wanted: readonly (Resource | undefined)[]): boolean {
  const own = wanted.filter((resource) => resource !== undefined);
  const names = own.map(({ physicalName }) => physicalName);
  return dimensions.every((dimension) => {
    const { reference, text } = dimension.get('Value');
    if (!NAMES.has(dimension.get('Name').text ?? '')) return true;
    if (reference !== undefined) return own.some((resource) => resource.is(reference.resource));
    return text === undefined || names.includes(text) || names.includes(undefined);
  });
}

/** A metric that is not known may be any. */
const NOT_KNOWN = '';

/** What alarms watch, by namespace and name: their own metric, and those of their expressions. */
function metricsByName(graph: ResourceGraph): ReadonlyMap<string, readonly WatchedMetric[]> {
  const watched = graph.certainResourcesOfType('AWS::CloudWatch::Alarm').flatMap((alarm) => {
    const metrics = [alarm.property(), ...(alarm.property('Metrics').items ?? []).map((metric) => metric.get('MetricStat', 'Metric'))];
    return metrics.map((metric) => {
      const names = [metric.get('Namespace'), metric.get('MetricName')];
      const key = names.some(({ isUnknown }) => isUnknown) ? NOT_KNOWN : names.map(({ text }) => text).join(' ');
      return { key, alarm, dimensions: metric.get('Dimensions').items ?? [] };
    });
  });
  return groupBy(watched, ({ key }) => key);
}
