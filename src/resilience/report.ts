import type { Mode } from '../check/contract.js';
import { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { Assessment } from './assess.js';
import { type EntryPoint, sum } from './entry-points/entry-point.js';
import type { StoreAssessment, StoreReach } from './stores.js';
import { type Level, pointInWords, type Verdict, worstOf } from './verdict.js';

/** What is proved of all contracts: what `synthcheck resilience --format json` prints. Times are in seconds; null is for what is not known or not there. */
export interface ResilienceReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly assemblies: readonly string[];
  readonly contracts: readonly ContractReport[];
}

export interface ContractReport {
  readonly name: string;
  /** Where it is declared. */
  readonly origin: string;
  readonly mode: Mode;
  readonly regions: readonly string[];
  readonly rpo: number | null;
  readonly rto: number | null;
  /** The worst of all that counts. */
  readonly level: Level;
  readonly stores: readonly StoreRow[];
  readonly entryPoints: readonly EntryRow[];
  readonly standby: readonly StandbyRow[];
}

/** A place in a template. */
export interface PlaceRef {
  readonly stack: string;
  readonly region: string | null;
  readonly logicalId: string;
  readonly constructPath: string | null;
  readonly type: string;
  /** Below `Properties`, joined with dots. */
  readonly propertyPath: string | null;
}

export interface StoreRow {
  readonly at: PlaceRef;
  readonly what: string;
  /** Why it does not count, when it does not. */
  readonly notCounted: string | null;
  readonly reaches: readonly ReachRow[];
}

export interface ReachRow {
  readonly region: string;
  /** The way of replication. */
  readonly way: string | null;
  readonly recoveryPoint: { readonly class: string; readonly seconds: number | null; readonly words: string } | null;
  readonly atFailover: string | null;
  /** What AWS documents of the way, and where. */
  readonly states: string | null;
  readonly source: string | null;
  readonly proof: PlaceRef | null;
  readonly level: Level;
  readonly because: string;
}

export interface EntryRow {
  readonly at: PlaceRef;
  readonly kind: EntryPoint['kind'];
  readonly name: string;
  readonly regions: readonly string[];
  readonly lost: string;
  readonly movement: 'moves' | 'stays' | 'unknown';
  readonly decidedBy: string | null;
  /** Until the last client is led elsewhere: no less than `least`; null when it does not move. */
  readonly time: { readonly least: number; readonly usual: number | null; readonly how: string } | null;
  readonly level: Level;
  readonly because: string;
}

/** What the standby lacks, or needs of the region that is lost. */
export interface StandbyRow {
  readonly at: PlaceRef;
  readonly kind: 'depends' | 'missing' | 'smaller' | 'unobserved';
  readonly lost: string;
  readonly level: Level;
  readonly because: string;
}

export function toContractReport(assessment: Assessment): ContractReport {
  const { contract, scope, stores, entryPoints } = assessment;
  const { name, origin, mode, regions, rpo, rto } = contract;
  // What could not be read may be the copy, the way or the counterpart that is missed.
  const asRead: AsRead = scope.graph.mayLackResources([]) ? unrefuted : (row) => row;
  const storeRows = stores()
    .map(storeRow)
    .map((row) => ({ ...row, reaches: row.reaches.map(asRead) }));
  const entryRows = entryPoints()
    .map((entry) => entryRow(entry, rto))
    .map(asRead);
  const counted = storeRows.filter(({ notCounted }) => notCounted === null).flatMap(({ reaches }) => reaches);
  const standby = standbyRows(assessment).map(asRead);
  const level = worstOf([...counted, ...entryRows, ...standby].map((row) => row.level));
  return { name, origin, mode, regions, rpo: rpo ?? null, rto: rto ?? null, level, stores: storeRows, entryPoints: entryRows, standby };
}

type AsRead = <Row extends Verdict>(row: Row) => Row;

function unrefuted<Row extends Verdict>(row: Row): Row {
  return row.level === 'not-met' ? { ...row, level: 'unknown', because: `${row.because}, as far as the output could be read` } : row;
}

export function placeRef(place: Property | Resource): PlaceRef {
  const resource = place instanceof Property ? place.resource : place;
  const path = place instanceof Property ? place.path.slice(1).join('.') : '';
  return {
    stack: resource.stack.displayName,
    region: resource.region ?? null,
    logicalId: resource.logicalId,
    constructPath: resource.constructPath ?? null,
    type: resource.type,
    propertyPath: path === '' ? null : path,
  };
}

function storeRow({ store, type, reaches, notCounted }: StoreAssessment): StoreRow {
  return { at: placeRef(store), what: type.what, notCounted: notCounted ?? null, reaches: reaches.map(reachRow) };
}

function reachRow({ to, way, verdict }: StoreReach): ReachRow {
  const point = way?.recoveryPoint;
  return {
    region: to,
    way: way?.row.name ?? null,
    recoveryPoint:
      point === undefined ? null : { class: point.class, seconds: 'seconds' in point ? point.seconds : null, words: pointInWords(point) },
    atFailover: way?.row.atFailover ?? null,
    states: way?.row.states ?? null,
    source: way?.row.source ?? null,
    proof: way === undefined ? null : placeRef(way.at),
    ...verdict,
  };
}

function entryRow({ at, kind, name, regions, lost, movement }: EntryPoint, rto: number | undefined): EntryRow {
  const time = movement.kind === 'moves' ? sum(movement.detect, movement.route) : undefined;
  return {
    at: placeRef(at),
    kind,
    name,
    regions,
    lost,
    movement: movement.kind,
    decidedBy: movement.kind === 'moves' ? movement.decidedBy : null,
    time: time === undefined ? null : { ...time, usual: time.usual ?? null },
    ...verdictOf(movement, time, rto),
  };
}

function standbyRows({ contract, dependencies, missing, headless, smaller, unobserved }: Assessment): readonly StandbyRow[] {
  const [primary = ''] = contract.regions;
  const row = (kind: StandbyRow['kind'], at: Property | Resource, lost: string, because: string, level: Level = 'not-met'): StandbyRow => ({
    at: placeRef(at),
    kind,
    lost,
    level,
    because,
  });
  return [
    ...dependencies().map(({ at, lost, path, changesAtPromotion, effect }) =>
      row(
        'depends',
        at,
        lost,
        path.join(' → '),
        effect === 'notifying' || (changesAtPromotion && contract.mode !== 'active-active') ? 'at-risk' : 'not-met',
      ),
    ),
    ...missing().flatMap(({ lost, region, resources }) =>
      resources.map((one) => row('missing', one, lost, `${region} has no counterpart`)),
    ),
    ...headless().map((cluster) => row('missing', cluster, primary, 'the cluster has no instance')),
    ...smaller().map(({ at, counterpart, lost }) =>
      row('smaller', at, lost, `${at.text}, and ${counterpart.text} in ${counterpart.resource.region}`),
    ),
    ...(contract.rpo === undefined ? [] : unobserved()).map(({ store, way, metric }) =>
      row('unobserved', way.at, store.region ?? primary, `no alarm watches ${metric.names.join(' or ')} of ${store.displayName}`),
    ),
  ];
}

function verdictOf(
  movement: EntryPoint['movement'],
  time: { readonly least: number; readonly usual: number | undefined; readonly how: string } | undefined,
  rto: number | undefined,
): { readonly level: Level; readonly because: string } {
  if (movement.kind === 'stays') return { level: 'not-met', because: movement.because };
  if (movement.kind === 'unknown' || time === undefined)
    return { level: 'unknown', because: movement.kind === 'unknown' ? movement.because : 'how long it takes is not known' };
  if (rto !== undefined && time.least > rto) return { level: 'not-met', because: time.how };
  return { level: rto !== undefined && (time.usual ?? 0) > rto ? 'at-risk' : 'consistent', because: time.how };
}
