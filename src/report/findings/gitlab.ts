import type { Finding, Report } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters } from '../text/escape.js';
import { placeInRepository } from '../text/repository-place.js';
import { safeJson } from '../text/safe-json.js';

/** From `info`, `minor`, `major`, `critical` and `blocker`. */
const SEVERITIES = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<Finding['severity'], string>;

/** GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function reportGitlab({ findings }: Report, context: Pick<ReportContext, 'appOf'>): string {
  const entries = findings.map((finding) => {
    const { file, line } = placeInRepository(finding, context);
    return {
      description: escapeControlCharacters(finding.message),
      check_name: finding.checkId,
      fingerprint: finding.fingerprint,
      severity: SEVERITIES[finding.severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${safeJson(entries, 2)}\n`;
}
