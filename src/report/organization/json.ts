import type { OrganizationReport } from '../../organization/report.js';
import { safeJson } from '../text/safe-json.js';

/** The report as schemas/organization.schema.json describes it. */
export function organizationToJson(report: OrganizationReport): string {
  return `${safeJson(report, 2)}\n`;
}
