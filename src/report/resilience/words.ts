import { inWords } from '../../resilience/duration.js';
import type { ContractReport, EntryRow, PlaceRef, ReachRow, StandbyRow } from '../../resilience/report.js';
import type { Level } from '../../resilience/verdict.js';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  met: 'met',
  consistent: 'not refuted',
  unknown: 'unknown',
  'at-risk': 'at risk',
  'not-met': 'not met',
};

export const STANDBY_WORDS: Readonly<Record<StandbyRow['kind'], string>> = {
  depends: 'depends on the lost region:',
  missing: 'missing in the standby:',
  smaller: 'smaller than its counterpart:',
  unobserved: 'lag not observed:',
};

const AT_FAILOVER: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  none: 'nothing to do',
  route: 'the application uses another name',
  promote: 'a call promotes the copy',
  detach: 'the copy is detached and promoted by hand',
  'delete-replication': 'the replication is deleted',
  restore: 'restored from a backup',
});

/** `active-passive, us-east-1 → us-west-2, RPO 15 min, RTO 30 min` */
export function headOf({ mode, regions, rpo, rto }: ContractReport): string {
  const arrow = mode === 'active-active' ? ' ↔ ' : ' → ';
  const objectives = [rpo === null ? 'no RPO' : `RPO ${inWords(rpo)}`, rto === null ? 'no RTO' : `RTO ${inWords(rto)}`];
  return [mode, regions.join(arrow), ...objectives].join(', ');
}

export function verdictOfContract({ level }: ContractReport): string {
  if (level === 'not-met') return 'not kept';
  return level === 'at-risk' ? 'at risk' : 'not refuted';
}

export function nameOf({ constructPath, stack, logicalId }: PlaceRef): string {
  return (constructPath ?? `${stack}/${logicalId}`).replace(/\/Resource$/, '');
}

export function failoverOf({ atFailover }: ReachRow): string {
  return AT_FAILOVER[atFailover ?? ''] ?? '';
}

/** `at least 5 min 30 s`, `usually 2 min`. */
export function timeOf({ time, movement }: EntryRow): string {
  if (time === null) return movement === 'stays' ? 'never' : 'unknown';
  if (time.usual !== null && time.usual > time.least) return `${inWords(time.least)} to ${inWords(time.usual)}`;
  return time.least > 0 ? `at least ${inWords(time.least)}` : 'within a request or not documented';
}

/** Where a place is, exactly: `payments-data.Ledger Replicas.1`. */
export function proofOf(place: PlaceRef | null): string {
  return place === null ? '' : [`${place.stack}.${place.logicalId}`, place.propertyPath].filter(Boolean).join(' ');
}
