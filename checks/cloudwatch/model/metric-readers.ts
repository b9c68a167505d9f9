import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { tableOf } from '../../../src/table-of.js';

/** A resource that reads metrics of its own region. */
interface Reader {
  /** As a message calls it. */
  readonly what: string;
  /** The places that hold namespace, name and dimensions of a metric. */
  readonly metrics: (resource: Resource) => readonly Property[];
}

/** The resource itself, or the members of a metric expression. */
function ownOrMembers(own: Property, members: Property): readonly Property[] {
  const { items = [] } = members;
  return items.length === 0 ? [own] : items.map((member) => member.get('MetricStat', 'Metric'));
}

const alarm: Reader = { what: 'alarm', metrics: (resource) => ownOrMembers(resource.property(), resource.property('Metrics')) };

/** Source: "Region" in https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html: metrics exist only in the Region in which they are created. */
const READERS: Readonly<Record<string, Reader>> = tableOf({
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::CloudWatch::AnomalyDetector': {
    what: 'anomaly detector',
    metrics: (detector) => {
      const single = detector.property('SingleMetricAnomalyDetector');
      const own = single.isAbsent ? detector.property() : single;
      return ownOrMembers(own, detector.property('MetricMathAnomalyDetector').get('MetricDataQueries'));
    },
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': customized('TargetTrackingScalingPolicyConfiguration'),
  'AWS::AutoScaling::ScalingPolicy': customized('TargetTrackingConfiguration'),
  'AWS::CloudWatch::MetricStream': {
    what: 'metric stream',
    // One that sends other metrics, too, may be the same in every region.
    metrics: (stream) => {
      const { items = [] } = stream.property('IncludeFilters');
      return items.length === 1 ? items : [];
    },
  },
});

function customized(configuration: string): Reader {
  return {
    what: 'scaling policy',
    metrics: (policy) => {
      const metric = policy.property(configuration).get('CustomizedMetricSpecification');
      return metric.isAbsent ? [] : ownOrMembers(metric, metric.get('Metrics'));
    },
  };
}

export const READERS_OF_METRICS: readonly string[] = Object.keys(READERS);

/** The metrics that a resource of these types reads. */
export function metricsOf(resource: Resource): { readonly what: string; readonly metrics: readonly Property[] } {
  const { what, metrics } = READERS[resource.type] ?? alarm;
  return { what, metrics: metrics(resource) };
}
