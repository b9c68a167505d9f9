import type { Report } from '../finding/report.js';
import { failingSeverities } from '../finding/threshold.js';

export const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

interface Gates {
  readonly failOn: Threshold;
  /** Whether what is suspicious in the assembly counts, too. */
  readonly strict: boolean;
  readonly maxWarnings?: number | undefined;
}

/** 2 when something could not be checked, even with findings: their absence elsewhere would prove nothing. */
export function exitCode({ summary, diagnostics }: Report, { failOn, strict, maxWarnings = Number.POSITIVE_INFINITY }: Gates): 0 | 1 | 2 {
  if (diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'))) return 2;
  return summary.warning > maxWarnings || failingSeverities(failOn).some((severity) => summary[severity] > 0) ? 1 : 0;
}
