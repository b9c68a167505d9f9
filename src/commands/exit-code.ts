import type { Report } from '../finding/report.js';
import { failingSeverities } from '../finding/threshold.js';

export const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** 2 when something could not be checked, even with findings: their absence elsewhere would prove nothing. */
export function exitCode({ summary, diagnostics }: Report, failOn: Threshold, strict: boolean): 0 | 1 | 2 {
  if (diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'))) return 2;
  return failingSeverities(failOn).some((severity) => summary[severity] > 0) ? 1 : 0;
}
