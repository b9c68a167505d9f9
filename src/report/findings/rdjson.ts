import type { Report } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { placeInRepository } from '../text/repository-place.js';
import { safeJson } from '../text/safe-json.js';
import { causeInLines } from './cause-lines.js';
import { groupByCause } from './causes.js';
import { pageOf } from './rule-page.js';

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

/**
 * For reviewdog, which comments on lines of a pull request on many platforms: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 * Without columns: they count bytes there.
 */
export function reportRdjson({ tool, findings }: Report, context: Pick<ReportContext, 'appOf' | 'checks'>): string {
  const diagnostics = groupByCause(findings).map((cause) => {
    const [finding] = cause;
    const { file, line } = placeInRepository(finding, context);
    const url = pageOf(finding, context);
    return {
      message: causeInLines(cause).join('\n'),
      location: { path: file, range: { start: { line } } },
      severity: SEVERITIES[finding.severity],
      code: { value: finding.checkId, ...(url !== undefined && { url }) },
    };
  });
  return `${safeJson({ source: { name: tool.name }, diagnostics }, 2)}\n`;
}
