import type { Resource } from '../../graph/model/resource.js';
import { inWords } from '../duration.js';
import { numberOr } from './detection.js';
import type { Bound } from './entry-point.js';

const DEFAULTS = { interval: 30, threshold: 2 } as const;

/**
 * When a load balancer takes its targets for unhealthy: the quickest of its target groups. Undefined when they are not known.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
 */
export function detectionByTargets(balancer: Resource): Bound | undefined {
  const { graph } = balancer;
  const listeners = graph.linksTo(balancer).flatMap(({ from }) => (from.type === 'AWS::ElasticLoadBalancingV2::Listener' ? [from] : []));
  const groups = listeners.flatMap((listener) =>
    graph.linksFrom(listener).flatMap(({ to }) => (to.type === 'AWS::ElasticLoadBalancingV2::TargetGroup' ? [to] : [])),
  );
  const bounds = groups.map((group): Bound | undefined => {
    const interval = numberOr(group.property('HealthCheckIntervalSeconds'), DEFAULTS.interval);
    const threshold = numberOr(group.property('UnhealthyThresholdCount'), DEFAULTS.threshold);
    if (interval === undefined || threshold === undefined) return undefined;
    return {
      least: (threshold - 1) * interval,
      usual: threshold * interval,
      how: `${threshold} failed checks of targets, one every ${inWords(interval)}`,
    };
  });
  if (bounds.length === 0 || bounds.includes(undefined)) return undefined;
  return (bounds as Bound[]).toSorted((one, other) => one.least - other.least)[0];
}
