import type { DiffReport } from '../../diff/report.js';
import { reportSarif } from '../findings/sarif.js';
import type { DiffReporterOptions } from './terminal.js';

/** The new findings only: what a pull request brings in. */
export function reportDiffSarif(report: DiffReport, { appOf, checks, exitCode }: DiffReporterOptions): string {
  const count = (severity: 'error' | 'warning' | 'info') => report.findings.new.filter((finding) => finding.severity === severity).length;
  return reportSarif(
    {
      version: 1,
      tool: report.tool,
      assemblies: [],
      summary: { error: count('error'), warning: count('warning'), info: count('info'), suppressed: 0, baselined: 0 },
      findings: report.findings.new,
      diagnostics: report.diagnostics,
    },
    { appOf, checks, exitCode, suppressed: [] },
  );
}
