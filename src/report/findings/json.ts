import type { Report } from '../../finding/report.js';
import { safeJson } from '../text/safe-json.js';

/** The report as schemas/report.schema.json describes it. */
export function reportJson(report: Report): string {
  return `${safeJson(report, 2)}\n`;
}
