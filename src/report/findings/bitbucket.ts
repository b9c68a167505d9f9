import { counted } from '../../counted.js';
import type { Report } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters } from '../text/escape.js';
import { short } from '../text/markdown.js';
import { placeInRepository } from '../text/repository-place.js';
import { safeJson } from '../text/safe-json.js';
import { resultInWords } from '../text/words.js';
import { causeInLines } from './cause-lines.js';
import { type Cause, groupByCause } from './causes.js';
import { pageOf } from './rule-page.js';

type Context = Pick<ReportContext, 'appOf' | 'checks' | 'exitCode'>;

/** A report keeps 1,000: https://support.atlassian.com/bitbucket-cloud/docs/code-insights/ */
const MAX_ANNOTATIONS = 1_000;
/** https://github.com/reviewdog/reviewdog/pull/1344 */
const MAX_SUMMARY = 450;
const MAX_DETAILS = 2_000;

const SEVERITIES = { error: 'HIGH', warning: 'MEDIUM', info: 'LOW' } as const;

/**
 * The bodies of two requests to Bitbucket's Code Insights: the report, and its annotations, of which one request takes 100.
 * https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
 */
export function reportBitbucket(report: Report, context: Context): string {
  const causes = groupByCause(report.findings);
  const left = causes.length - Math.min(causes.length, MAX_ANNOTATIONS);
  const scope = `${resultInWords(report)}.${left > 0 ? ` ${counted(left, 'more cause')} not annotated.` : ''}`;
  const { error, warning, info } = report.summary;
  const body = {
    report: {
      title: 'synthcheck',
      details: text(scope, MAX_DETAILS),
      report_type: 'BUG',
      reporter: report.tool.name,
      result: context.exitCode === 0 ? 'PASSED' : 'FAILED',
      data: [
        { title: 'Errors', type: 'NUMBER', value: error },
        { title: 'Warnings', type: 'NUMBER', value: warning },
        { title: 'Info', type: 'NUMBER', value: info },
      ],
    },
    annotations: causes.slice(0, MAX_ANNOTATIONS).map((cause) => annotate(cause, context)),
  };
  return `${safeJson(body, 2)}\n`;
}

function annotate(cause: Cause, context: Context): object {
  const [finding] = cause;
  const { file, line } = placeInRepository(finding, context);
  const link = pageOf(finding, context);
  return {
    external_id: finding.fingerprint,
    annotation_type: 'BUG',
    severity: SEVERITIES[finding.severity],
    path: file,
    line,
    summary: text(`${finding.checkId}: ${finding.message}`, MAX_SUMMARY),
    details: short(causeInLines(cause).slice(1).join('\n'), MAX_DETAILS),
    ...(link !== undefined && { link }),
  };
}

function text(content: string, most: number): string {
  return short(escapeControlCharacters(content), most);
}
