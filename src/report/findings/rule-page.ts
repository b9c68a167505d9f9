import type { Finding } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';

/** The address that explains a finding: the first source of the check, or the page of another tool's rule. */
export function pageOf({ checkId, docs }: Finding, { checks }: Pick<ReportContext, 'checks'>): string | undefined {
  const check = checks.get(checkId);
  if (check !== undefined) return check.docs.sources[0];
  return /^https:\/\/[\w.-]+\//.test(docs) && URL.canParse(docs) ? new URL(docs).href : undefined;
}
