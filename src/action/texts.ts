import type { DiffReport } from '../diff/report.js';
import type { Report } from '../finding/report.js';
import { reportDiffGithub } from '../report/diff/github.js';
import { reportDiffMarkdown } from '../report/diff/markdown.js';
import { verdictOf } from '../report/diff/words.js';
import { COMMENT_BYTES, type MarkdownOptions, reportMarkdown, SUMMARY_BYTES } from '../report/findings/markdown.js';
import type { ReportContext } from '../report/reporter.js';
import { escapeControlCharacters } from '../report/text/escape.js';
import { prose } from '../report/text/markdown.js';
import { workflowCommand } from '../report/text/workflow-command.js';
import type { CommentOutcome } from './comment.js';

/** What there is to tell. */
export interface Content {
  readonly report: Report;
  readonly context: ReportContext;
  readonly diff: DiffReport | undefined;
}

export function toSummary({ report, context, diff }: Content): string {
  return reportMarkdown(report, context, { bytes: SUMMARY_BYTES, ...changesOf({ diff, context }) });
}

/** The changes are left out but for their verdict when they leave too little room. */
export function toCommentBody({ report, context, diff }: Content): string {
  // Some room for the marker.
  const most = COMMENT_BYTES - 200;
  const changes = changesOf({ diff, context });
  const isTooLong = Buffer.byteLength(`${changes.changes}${changes.details}`) > most - 8_000;
  const shown: Changes = isTooLong ? { verdict: changes.verdict, changes: 'What changes is in the summary of the job.' } : changes;
  return reportMarkdown(report, context, { bytes: most, ...shown });
}

type Changes = Pick<MarkdownOptions, 'verdict' | 'changes' | 'details'>;

function changesOf({ diff, context: { showValues } }: Pick<Content, 'diff' | 'context'>): Changes {
  if (diff === undefined) return {};
  if (!diff.summary.hasChanges) return { changes: prose(verdictOf(diff)) };
  // Its first paragraph is the verdict, which is the heading here.
  const [, ...paragraphs] = reportDiffMarkdown(withoutNewFindings(diff), { showValues }).trimEnd().split('\n\n');
  // What is folded stands behind the findings.
  const isFolded = (paragraph: string): boolean => paragraph.startsWith('<details>');
  const index = paragraphs.some(isFolded) ? paragraphs.findIndex(isFolded) : paragraphs.length;
  const [changes, details] = [paragraphs.slice(0, index), paragraphs.slice(index)].map((part) => part.join('\n\n'));
  return { verdict: verdictOf(diff), ...(changes !== '' && { changes }), ...(details !== '' && { details }) };
}

/** Whether a comment is to be begun. */
export function isWorthwhile({ report, diff }: Content): boolean {
  return report.findings.length > 0 || report.diagnostics.length > 0 || diff?.summary.hasChanges === true;
}

/** A step has ten annotations of a kind: some of them are for the diff. */
const MAX_DIFF_ANNOTATIONS = 4;

/** An annotation for each thing that is rejected, lost or opened. New findings have their own. */
export function annotateDiff(diff: DiffReport): string {
  if (!diff.summary.hasChanges) return '';
  return reportDiffGithub(withoutNewFindings(diff), { most: MAX_DIFF_ANNOTATIONS, elsewhere: 'All are in the summary of the job.' });
}

/** How many of a kind the diff leaves for findings. */
export function annotationsLeft(diff: DiffReport | undefined): number {
  return diff?.summary.hasChanges ? 10 - MAX_DIFF_ANNOTATIONS : 10;
}

/** New findings stand among all of them. */
function withoutNewFindings(diff: DiffReport): DiffReport {
  return { ...diff, findings: { ...diff.findings, new: [], fixed: [] } };
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
