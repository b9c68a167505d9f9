import { ACCELERATOR_ROUTE, ENDPOINT_GROUP, EVENT_ENDPOINT } from '../../facts/resilience/moving.js';
import type { Resource } from '../../graph/model/resource.js';
import { groupBy } from '../../group-by.js';
import { inWords } from '../duration.js';
import type { Scope } from '../scope.js';
import { numberOr } from './detection.js';
import { type Bound, type EntryPoint, type Movement, NO_TIME } from './entry-point.js';

/** Listeners of accelerators, and endpoints of EventBridge: both have their regions in their properties. */
export function acceleratorsIn(scope: Scope): readonly EntryPoint[] {
  const groups = scope.ofTypes('AWS::GlobalAccelerator::EndpointGroup');
  const byListener = groupBy(groups, (group) => group.property('ListenerArn').reference?.resource ?? group);
  return [...byListener].flatMap(([listener, own]) => {
    const regions = own.map((group) => group.property('EndpointGroupRegion').text);
    return scope.lost
      .filter((lost) => regions.includes(lost))
      .map((lost): EntryPoint => {
        const group = own.find((one) => one.property('EndpointGroupRegion').text === lost) as Resource;
        const movement = movementOf(group, regions, lost);
        return { at: group, kind: 'accelerator', name: listener.displayName, regions: known(regions), lost, movement };
      });
  });
}

function movementOf(group: Resource, regions: readonly (string | undefined)[], lost: string): Movement {
  if (regions.includes(undefined)) return { kind: 'unknown', because: 'the region of an endpoint group is not known' };
  if (regions.every((region) => region === lost))
    return {
      kind: 'stays',
      because: `its only endpoint group is in ${lost}`,
      at: group.property('EndpointGroupRegion'),
      fix: 'Add an endpoint group of the other region to the listener: `listener.addEndpointGroup("Standby", { region: "us-west-2", endpoints: […] })`.',
    };
  const interval = numberOr(group.property('HealthCheckIntervalSeconds'), ENDPOINT_GROUP.interval);
  const threshold = numberOr(group.property('ThresholdCount'), ENDPOINT_GROUP.threshold);
  // Load balancers among the endpoints are checked by their own settings.
  const usual = interval === undefined || threshold === undefined ? undefined : interval * threshold;
  const detect: Bound = {
    least: 0,
    usual,
    how: usual === undefined ? 'its health checks' : `${threshold} failed checks, one every ${inWords(interval ?? 0)}`,
  };
  return {
    kind: 'moves',
    decidedBy: 'Global Accelerator',
    detect,
    route: { least: 0, usual: ACCELERATOR_ROUTE, how: `about ${ACCELERATOR_ROUTE} s of routing` },
  };
}

export function eventEndpointsIn(scope: Scope): readonly EntryPoint[] {
  return scope.ofTypes('AWS::Events::Endpoint').flatMap((endpoint) => {
    const buses = (endpoint.property('EventBuses').items ?? []).map((bus) => bus.get('EventBusArn').arn?.region);
    return scope.lost
      .filter((lost) => buses.includes(lost))
      .map((lost): EntryPoint => {
        const { least, usual } = EVENT_ENDPOINT;
        const detect = { least, usual, how: 'five periods of a minute of the alarm that AWS prescribes' };
        const movement: Movement = { kind: 'moves', decidedBy: 'the health check of the endpoint', detect, route: NO_TIME };
        return { at: endpoint, kind: 'event endpoint', name: endpoint.displayName, regions: known(buses), lost, movement };
      });
  });
}

function known(regions: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(regions)].filter((region) => region !== undefined);
}
