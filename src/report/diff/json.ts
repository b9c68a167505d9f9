import type { DiffReport } from '../../diff/report.js';
import { safeJson } from '../text/safe-json.js';

/** The diff as schemas/diff.schema.json describes it. */
export function reportDiffJson(report: DiffReport): string {
  return `${safeJson(report, 2)}\n`;
}
