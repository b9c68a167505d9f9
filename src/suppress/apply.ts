import type { ReportDiagnostic } from '../finding/report.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import { indexSuppressions } from './index-suppressions.js';
import type { Suppression } from './suppression.js';

export interface SuppressionOptions {
  /** As in `2027-03-31`. */
  readonly today: string;
  /** Whether everything was looked for that these ids stand for: only then is a suppression that fits nothing of no use. */
  readonly wasChecked: (ids: readonly string[]) => boolean;
}

export interface Accepted {
  readonly detected: UnlocatedFinding;
  /** Why, when that was written down. */
  readonly reason: string | null;
  /** By `Validations.of(…).acknowledge(…)` alone. */
  readonly isAcknowledged: boolean;
}

export interface Suppressed {
  readonly reported: readonly UnlocatedFinding[];
  readonly suppressed: readonly Accepted[];
  /** About suppressions that have expired, or fit nothing. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** Takes out what is accepted, and says which acceptances have had their day. */
export function applySuppressions(
  detected: readonly UnlocatedFinding[],
  suppressions: readonly Suppression[],
  { today, wasChecked }: SuppressionOptions,
): Suppressed {
  const candidatesFor = indexSuppressions(suppressions);
  const used = new Set<Suppression>();
  const reported: UnlocatedFinding[] = [];
  const suppressed: Accepted[] = [];
  for (const one of detected) {
    const covering = candidatesFor(one).filter((suppression) => suppression.covers(one));
    for (const suppression of covering) used.add(suppression);
    const valid = covering.filter((suppression) => !isExpired(suppression, today));
    if (valid.length === 0 && one.acknowledged === undefined) reported.push(one);
    else {
      const reason = valid.find((suppression) => suppression.reason !== undefined)?.reason ?? (one.acknowledged || null);
      suppressed.push({ detected: one, reason, isAcknowledged: valid.every(({ isAcknowledgement = false }) => isAcknowledgement) });
    }
  }
  const diagnostics = suppressions.flatMap((suppression): readonly ReportDiagnostic[] => {
    if (!suppression.isOwn) return [];
    if (isExpired(suppression, today))
      return [warning(`${suppression.name} has expired on ${suppression.until}: fix what it hid, or give it a later day.`)];
    if (used.has(suppression) || !wasChecked(suppression.ids)) return [];
    return [warning(`${suppression.name} fits no finding: remove it.`)];
  });
  return { reported, suppressed, diagnostics };
}

function isExpired({ until }: Suppression, today: string): boolean {
  return until !== undefined && until < today;
}

function warning(message: string): ReportDiagnostic {
  return { severity: 'warning', message };
}
