import type { DiffReport } from '../diff/report.js';
import type { Report } from '../finding/report.js';
import { reportDiffMarkdown } from '../report/diff/markdown.js';
import { verdictOf } from '../report/diff/words.js';
import { COMMENT_BYTES, reportMarkdown, SUMMARY_BYTES } from '../report/findings/markdown.js';
import type { ReportContext } from '../report/reporter.js';
import { escapeControlCharacters } from '../report/text/escape.js';
import { workflowCommand } from '../report/text/workflow-command.js';
import type { CommentOutcome } from './comment.js';

/** What there is to tell. */
export interface Content {
  readonly report: Report;
  readonly context: ReportContext;
  readonly diff: DiffReport | undefined;
}

export function toSummary({ report, context, diff }: Content): string {
  const changes = changesOf(diff);
  return reportMarkdown(report, context, SUMMARY_BYTES - Buffer.byteLength(changes)) + changes;
}

/** The changes are cut to their verdict when they leave too little room. */
export function toCommentBody({ report, context, diff }: Content): string {
  // Some room for the marker.
  const most = COMMENT_BYTES - 200;
  const changes = changesOf(diff);
  const isTooLong = Buffer.byteLength(changes) > most - 8_000;
  const shown = isTooLong ? `\n${changes.trimStart().split('\n\n', 2).join('\n\n')}\n\nMore is in the summary of the job.\n` : changes;
  return reportMarkdown(report, context, most - Buffer.byteLength(shown)) + shown;
}

function changesOf(diff: DiffReport | undefined): string {
  if (diff === undefined) return '';
  // New findings stand among all of them, where messages with values are left out.
  const withoutFindings = { ...diff, findings: { ...diff.findings, new: [], fixed: [] } };
  return `\n## Changes\n\n${reportDiffMarkdown(withoutFindings, { showValues: false })}`;
}

/** Whether a comment is to be begun. */
export function isWorthwhile({ report, diff }: Content): boolean {
  return report.findings.length > 0 || report.diagnostics.length > 0 || diff?.summary.hasChanges === true;
}

/** The diff in one annotation. */
export function annotateDiff(diff: DiffReport): string {
  const { isDestructive, hasChanges, deployment } = diff.summary;
  const kind = deployment.blocked > 0 ? 'error' : isDestructive ? 'warning' : 'notice';
  if (!hasChanges) return '';
  return `${workflowCommand(kind, { title: 'synthcheck diff' }, `${escapeControlCharacters(verdictOf(diff))} See the summary of the job.`)}\n`;
}

export function describeComment(outcome: CommentOutcome): string {
  switch (outcome.kind) {
    case 'written':
    case 'not-needed':
      return '';
    case 'read-only':
      return `${workflowCommand('notice', { title: 'synthcheck' }, 'No comment was written: the token may only read, as it does for pull requests from forks. The summary of the job says the same. Elsewhere, give the job `permissions: pull-requests: write`.')}\n`;
    case 'failed':
      return `${workflowCommand('warning', { title: 'synthcheck' }, `No comment was written: ${escapeControlCharacters(outcome.reason)}.`)}\n`;
  }
}
