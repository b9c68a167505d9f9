import { SEVERITIES } from '../check/problem.js';
import { grouped } from '../counted.js';
import type { ReportDiagnostic } from './report.js';
import type { UnlocatedFinding } from './unlocated-finding.js';

/** More than anybody reads; each takes a kilobyte of each report. */
export const MAX_FINDINGS = 10_000;
/** Of each severity. */
const MAX_DIAGNOSTICS = 1_000;

/** The worst ones, in their order, and what to say of the others. */
export function boundFindings<T extends Pick<UnlocatedFinding, 'severity'>>(
  found: readonly T[],
  most = MAX_FINDINGS,
): { readonly listed: readonly T[]; readonly diagnostics: readonly ReportDiagnostic[] } {
  if (found.length <= most) return { listed: found, diagnostics: [] };
  const listed = SEVERITIES.flatMap((level) => found.filter(({ severity }) => severity === level)).slice(0, most);
  const more = grouped(found.length - most);
  const message = `And ${more} more findings, which are counted but not listed: the worst ${grouped(most)} are. Choose with --only, --skip or --stack to see others.`;
  return { listed, diagnostics: [{ severity: 'warning', message }] };
}

/** The first of each severity, and how many more there are. */
export function boundDiagnostics(diagnostics: readonly ReportDiagnostic[]): readonly ReportDiagnostic[] {
  const counts = new Map<ReportDiagnostic['severity'], number>();
  const kept = diagnostics.filter(({ severity }) => {
    const count = (counts.get(severity) ?? 0) + 1;
    counts.set(severity, count);
    return count <= MAX_DIAGNOSTICS;
  });
  // In place of the last of its severity, so that the bound is one.
  for (const [severity, count] of counts) {
    if (count <= MAX_DIAGNOSTICS) continue;
    const more = { severity, message: `And ${grouped(count - MAX_DIAGNOSTICS + 1)} more messages of this severity.` };
    kept[kept.findLastIndex((one) => one.severity === severity)] = more;
  }
  return kept;
}
