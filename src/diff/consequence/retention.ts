import { BACKUP_RETENTION, DATA_RETENTION, type Retention } from '../../facts/retention.js';
import type { Resource } from '../../graph/model/resource.js';

/** A time that becomes another one, as both would be written: `90 days`. */
interface ChangedTime {
  readonly row: Retention;
  readonly old: string;
  readonly current: string;
  readonly isShorter: boolean;
}

/** What is deleted although the resource stays, since it is kept for a shorter time; undefined when nothing is. */
export function lossByRetention(before: Resource, after: Resource): string | undefined {
  const changed = changesOf(DATA_RETENTION, before, after).find(({ isShorter }) => isShorter);
  return (
    changed &&
    `\`${changed.row.path.join('.')}\` is reduced from ${changed.old} to ${changed.current}: ${changed.row.what} that are older are deleted.`
  );
}

/** Backups that are kept for a shorter or longer time. */
export function backupChanges(before: Resource, after: Resource): readonly { readonly message: string; readonly isShorter: boolean }[] {
  return changesOf(BACKUP_RETENTION, before, after).map(({ row: { what, path }, old, current, isShorter }) => ({
    isShorter,
    message: `It keeps ${what} for ${current} instead of ${old} (\`${path.join('.')}\`).`,
  }));
}

function changesOf(table: ReadonlyMap<string, readonly Retention[]>, before: Resource, after: Resource): readonly ChangedTime[] {
  return (table.get(after.type) ?? []).flatMap((row) => {
    const [old, current] = [timeOf(before, row), timeOf(after, row)];
    if (old === undefined || current === undefined || old === current) return [];
    return [{ row, old: inWords(old, row.unit), current: inWords(current, row.unit), isShorter: current < old }];
  });
}

function timeOf(resource: Resource, { path, absent }: Retention): number | undefined {
  const property = resource.property(...path);
  return property.isAbsent ? absent : property.number;
}

const SECONDS_OF = { days: 86_400, hours: 3_600, seconds: 1 } as const;

/** `1209600` seconds are 14 days. */
function inWords(time: number, unit: Retention['unit']): string {
  if (time === Number.POSITIVE_INFINITY) return 'unlimited';
  const seconds = time * SECONDS_OF[unit];
  const best =
    unit !== 'seconds' || seconds === 0
      ? unit
      : ((['days', 'hours', 'seconds'] as const).find((name) => seconds % SECONDS_OF[name] === 0) ?? unit);
  const count = seconds / SECONDS_OF[best];
  return `${count} ${count === 1 ? best.slice(0, -1) : best}`;
}
