import { formatPath } from '../finding/format-path.js';
import { compareText } from '../finding/order.js';
import { constructPathOf } from '../finding/place.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';

/** What names a finding over time: neither lines nor messages, so that it survives edits and other cdk.out folders. */
export interface BaselineEntry {
  readonly check: string;
  /** `482731905566/us-east-1`; what the app left open is `*`. */
  readonly environment: string;
  /** Construct path; without one the stack's name, and the logical id of the resource. */
  readonly at: string;
  /** `Replicas[1].SSESpecification`, empty for a whole resource. */
  readonly property: string;
}

export interface Baselined {
  readonly reported: readonly UnlocatedFinding[];
  readonly baselined: number;
  /** About entries whose findings are gone. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

export function toEntry({ checkId, place }: UnlocatedFinding): BaselineEntry {
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
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareText(a.environment, b.environment) ||
    compareText(a.at, b.at) ||
    compareText(a.property, b.property) ||
    compareText(a.check, b.check)
  );
}

/** Leaves what is new. An entry stands for one finding: two that are alike need two. */
export function applyBaseline(
  detected: readonly UnlocatedFinding[],
  entries: readonly BaselineEntry[],
  { origin, wasChecked }: { readonly origin: string; readonly wasChecked: (id: string) => boolean },
): Baselined {
  const left = new Map<string, { readonly entry: BaselineEntry; count: number }>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = left.get(key) ?? { entry, count: 0 };
    known.count++;
    left.set(key, known);
  }
  const reported = detected.filter((one) => {
    const known = left.get(keyOf(toEntry(one)));
    if (known === undefined || known.count === 0) return true;
    known.count--;
    return false;
  });
  const fixed = [...left.values()].filter(({ entry, count }) => count > 0 && wasChecked(entry.check));
  return { reported, baselined: detected.length - reported.length, diagnostics: fixed.map(({ entry }) => describeFixed(entry, origin)) };
}

function describeFixed({ check, at, property }: BaselineEntry, origin: string): ReportDiagnostic {
  const where = property === '' ? `\`${at}\`` : `\`${property}\` of \`${at}\``;
  return {
    severity: 'info',
    message: `\`${check}\` at ${where} is fixed: remove it from the baseline with --update-baseline.`,
    file: origin,
  };
}

function keyOf({ check, environment, at, property }: BaselineEntry): string {
  return JSON.stringify([environment, at, property, check]);
}
