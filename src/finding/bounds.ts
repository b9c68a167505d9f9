import { SEVERITIES } from '../check/problem.js';
import type { ReportDiagnostic } from './report.js';
import type { UnlocatedFinding } from './unlocated-finding.js';

/** More than anybody reads; each takes a kilobyte of each report. */
export const MAX_FINDINGS = 10_000;
/** Of each severity. */
const MAX_DIAGNOSTICS = 1_000;

/** The worst ones, in their order, and what to say of the others. */
export function boundFindings(detected: readonly UnlocatedFinding[]): {
  readonly listed: readonly UnlocatedFinding[];
  readonly diagnostics: readonly ReportDiagnostic[];
} {
  if (detected.length <= MAX_FINDINGS) return { listed: detected, diagnostics: [] };
  const listed = SEVERITIES.flatMap((level) => detected.filter(({ severity }) => severity === level)).slice(0, MAX_FINDINGS);
  const more = (detected.length - MAX_FINDINGS).toLocaleString('en');
  const message = `And ${more} more findings, which are counted but not listed: the worst ${MAX_FINDINGS.toLocaleString('en')} are. Choose with --only, --skip or --stack to see others.`;
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
    const more = { severity, message: `And ${(count - MAX_DIAGNOSTICS + 1).toLocaleString('en')} more messages of this severity.` };
    kept[kept.findLastIndex((one) => one.severity === severity)] = more;
  }
  return kept;
}
