import type { CheckFailure } from '../check/run.js';
import type { ReportDiagnostic } from './report.js';

export function describeFailure({ checkId, reading, error }: CheckFailure): ReportDiagnostic {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `The check \`${checkId}\` failed while reading ${reading} (${reason}). What it would find there is missing.`;
  return { severity: 'error', message };
}
