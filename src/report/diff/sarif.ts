import type { DiffReport } from '../../diff/report.js';
import { reportSarif } from '../findings/sarif.js';
import { removedNamesOf } from './parts.js';
import type { DiffReporterOptions } from './terminal.js';

/** The new findings: what a pull request brings in. Removed exports and names, which have no line, are notifications. */
export function reportDiffSarif(report: DiffReport, { appOf, checks, exitCode }: DiffReporterOptions): string {
  const count = (severity: 'error' | 'warning' | 'info') => report.findings.new.filter((finding) => finding.severity === severity).length;
  return reportSarif(
    {
      version: 1,
      tool: report.tool,
      assemblies: [],
      summary: { error: count('error'), warning: count('warning'), info: count('info'), suppressed: 0, baselined: 0 },
      findings: report.findings.new,
      diagnostics: [
        ...report.diagnostics,
        ...removedNamesOf(report).map(({ stack, message }) => ({ severity: 'info' as const, message: `${stack.name}: ${message}` })),
      ],
    },
    { appOf, checks, exitCode, suppressed: () => [] },
  );
}
