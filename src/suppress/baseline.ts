import { type AcceptedEntry, exactKey, matchEntries } from '../finding/accepted-entries.js';
import { formatPath } from '../finding/format-path.js';
import { compareText } from '../finding/order.js';
import { constructPathOf } from '../finding/place.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';

export interface Baselined {
  readonly reported: readonly UnlocatedFinding[];
  readonly baselined: number;
  /** About entries whose findings are gone. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

export function toEntry({ checkId, place }: UnlocatedFinding): AcceptedEntry {
  const { stack, resource, propertyPath } = place;
  const { account = '*', region = '*' } = stack.environment;
  const name = resource === undefined ? stack.name : `${stack.name}.${resource.logicalId}`;
  return {
    check: checkId,
    environment: `${account}/${region}`,
    at: constructPathOf(place) ?? name,
    property: formatPath(propertyPath),
  };
}

/** In the order of the file: what stands together in the app stands together there. */
export function compareEntries(a: AcceptedEntry, b: AcceptedEntry): number {
  return (
    compareText(a.environment, b.environment) ||
    compareText(a.at, b.at) ||
    compareText(a.property, b.property) ||
    compareText(a.check, b.check)
  );
}

/** Leaves what is new. */
export function applyBaseline(
  detected: readonly UnlocatedFinding[],
  entries: readonly AcceptedEntry[],
  { origin, wasChecked }: { readonly origin: string; readonly wasChecked: (id: string) => boolean },
): Baselined {
  const { accepted, left } = matchEntries(detected, toEntry, entries);
  const fixed = new Map(left.filter(({ check }) => wasChecked(check)).map((entry) => [exactKey(entry), entry]));
  return {
    reported: detected.filter((one) => !accepted.has(one)),
    baselined: accepted.size,
    diagnostics: [...fixed.values()].map((entry) => describeFixed(entry, origin)),
  };
}

function describeFixed({ check, at, property }: AcceptedEntry, origin: string): ReportDiagnostic {
  const where = property === '' ? `\`${at}\`` : `\`${property}\` of \`${at}\``;
  return {
    severity: 'info',
    message: `\`${check}\` at ${where} is fixed: remove it from the baseline with --update-baseline.`,
    file: origin,
  };
}
