import type { ResilienceReport } from '../../resilience/report.js';
import { safeJson } from '../text/safe-json.js';

/** The report as schemas/resilience.schema.json describes it. */
export function resilienceToJson(report: ResilienceReport): string {
  return `${safeJson(report, 2)}\n`;
}
