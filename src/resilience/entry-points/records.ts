import { LOAD_BALANCER_TTL } from '../../facts/resilience/moving.js';
import type { Resource } from '../../graph/model/resource.js';
import { groupBy } from '../../group-by.js';
import { RECORD_TYPES, type RecordSet, recordsOf } from '../../queries/record-sets.js';
import { withoutRegion } from '../../queries/region-words.js';
import { inWords } from '../duration.js';
import type { Scope } from '../scope.js';
import { type Detection, detectionBy } from './detection.js';
import { type Bound, type EntryPoint, type Movement, NO_TIME } from './entry-point.js';
import { detectionByTargets } from './load-balancers.js';
import { regionsOf, targetsOf } from './targets.js';

const TYPES: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME']);
const FIX =
  'Declare a record of the same name for each region: a failover pair (`failover: route53.Failover.PRIMARY` and `SECONDARY`, with a `healthCheck` on the first), or weighted or latency records with a health check each.';

/** Names of the application that lead to a region that may be lost, and whether they lead elsewhere when it is. */
export function recordsIn(scope: Scope): readonly EntryPoint[] {
  const records = scope
    .ofTypes(...RECORD_TYPES)
    .flatMap(recordsOf)
    .filter((record) => record.group !== undefined && TYPES.has(record.type ?? '') && !isPrivate(record.zone?.resource));
  const groups = groupBy(records, ({ group }) => group);
  const names = groupBy([...groups.values()], ([{ name = '' }]) => withoutRegion(name));
  return [...groups.values()].flatMap(([first]) => {
    const members = first.members;
    const regions = regionsOf(members);
    const twins = names.get(withoutRegion(first.name ?? ''))?.length ?? 1;
    return scope.lost
      .filter((region) => regions.has(region))
      .flatMap((lost): readonly EntryPoint[] => {
        // A name for each region: clients choose.
        if (regions.size === 1 && (twins > 2 || hasTwinElsewhere(first, names.get(withoutRegion(first.name ?? '')), lost))) return [];
        const known = [...regions].filter((region) => region !== undefined);
        return [{ at: first.place, kind: 'record', name: first.shown, regions: known, lost, movement: movementOf(members, regions, lost) }];
      });
  });
}

function isPrivate(zone: Resource | undefined): boolean {
  return zone !== undefined && !zone.property('VPCs').isAbsent;
}

/** Whether a record of another name, the same but for the region, leads elsewhere. */
function hasTwinElsewhere({ name }: RecordSet, groups: readonly (readonly RecordSet[])[] | undefined, lost: string): boolean {
  return (groups ?? []).some(
    (records) => records[0]?.name !== name && [...regionsOf(records)].some((region) => region !== undefined && region !== lost),
  );
}

function movementOf(members: readonly RecordSet[], regions: ReadonlySet<string | undefined>, lost: string): Movement {
  const [first] = members;
  if (first === undefined) return { kind: 'unknown', because: 'its records are not known' };
  if (regions.has(undefined)) return { kind: 'unknown', because: 'not all that it leads to is known' };
  if (regions.size === 1) {
    if (first.mayHaveMore) return { kind: 'unknown', because: 'there may be more records of this name' };
    return { kind: 'stays', because: `it leads to ${lost} alone`, at: first.place, fix: FIX };
  }
  const there = members.filter((record) => regionsOf([record]).has(lost));
  const [leading = first] = there;
  // Aliases of records move as those do.
  const named = there.flatMap((record) => targetsOf(record).flatMap(({ records }) => records));
  if (named.length > 0 && there.length === members.length) return movementOf(named, regionsOf(named), lost);
  const sick = there.find(({ hasHealth }) => hasHealth === false);
  if (sick !== undefined)
    return {
      kind: 'stays',
      because: `Route 53 never finds the record for ${lost} unhealthy: it has no health check`,
      at: sick.place,
      fix: FIX,
      ...(sick.policy !== 'simple' && {
        reportedBy: sick.policy === 'failover' ? 'route53/failover-health-missing' : 'route53/routing-health-missing',
      }),
    };
  const detections = there.map((record) => detectionOf(record, lost));
  const never = detections.find(({ kind }) => kind === 'never');
  if (never?.kind === 'never')
    return {
      kind: 'stays',
      because: never.because,
      at: never.at,
      fix: 'Set `insufficientDataHealthStatus: InsufficientDataHealthStatusEnum.UNHEALTHY`, or check the endpoint itself.',
    };
  const slowest = detections
    .flatMap((detection) => (detection.kind === 'found' ? [detection] : []))
    .toSorted((one, other) => other.bound.least - one.bound.least)[0];
  const unknown = detections.find(({ kind }) => kind === 'unknown');
  if (slowest === undefined || unknown?.kind === 'unknown')
    return { kind: 'unknown', because: unknown?.kind === 'unknown' ? unknown.because : 'its health checks are not known' };
  return { kind: 'moves', decidedBy: slowest.by, detect: slowest.bound, route: routeOf(leading) };
}

function detectionOf(record: RecordSet, lost: string): Detection {
  const id = record.get('HealthCheckId');
  if (!id.isAbsent) {
    const check = id.target('AWS::Route53::HealthCheck');
    return check === undefined ? { kind: 'unknown', because: 'its health check is not declared here' } : detectionBy(check, lost);
  }
  const [target] = targetsOf(record);
  const bound = target?.resource?.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer' ? detectionByTargets(target.resource) : undefined;
  return {
    kind: 'found',
    by: 'the health of its alias target',
    bound: bound ?? { least: 0, usual: undefined, how: 'when its target is found unhealthy' },
  };
}

/** Resolvers keep an answer for as long as the record says: who asked just before the change waits for all of it. */
function routeOf(record: RecordSet): Bound {
  if (record.get('AliasTarget').isAbsent) {
    const ttl = record.get('TTL').number;
    return ttl === undefined ? { ...NO_TIME, usual: undefined } : { least: ttl, usual: ttl, how: `a TTL of ${inWords(ttl)}` };
  }
  const [target] = targetsOf(record);
  const isBalancer = target?.resource?.type.startsWith('AWS::ElasticLoadBalancing') === true;
  return isBalancer
    ? { least: LOAD_BALANCER_TTL, usual: LOAD_BALANCER_TTL, how: `the TTL of a load balancer's name, ${inWords(LOAD_BALANCER_TTL)}` }
    : { least: 0, usual: undefined, how: 'the TTL of the alias target, which is not documented' };
}
