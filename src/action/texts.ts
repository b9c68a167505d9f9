import type { DiffReport } from '../diff/report.js';
import type { Report } from '../finding/report.js';
import type { OrganizationReport } from '../organization/report.js';
import { reportDiffGithub } from '../report/diff/github.js';
import { reportDiffMarkdown } from '../report/diff/markdown.js';
import { verdictOf } from '../report/diff/words.js';
import { COMMENT_BYTES, type MarkdownOptions, reportMarkdown, SUMMARY_BYTES } from '../report/findings/markdown.js';
import { organizationSection } from '../report/organization/comment.js';
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
  /** About the change, where the indexes of other applications are given. */
  readonly organization: OrganizationReport | undefined;
}

export function toSummary(content: Content): string {
  const { report, context } = content;
  return reportMarkdown(report, context, { bytes: SUMMARY_BYTES, ...withOthers(content, changesOf(content), 'text') });
}

/** The changes are left out but for their verdict when they leave too little room, then those who use what the change removes. */
export function toCommentBody(content: Content): string {
  const { report, context } = content;
  // Some room for the marker.
  const most = COMMENT_BYTES - 200;
  const changes = changesOf(content);
  const left: Changes = { verdict: changes.verdict, changes: 'What changes is in the summary of the job.' };
  const shown = [withOthers(content, changes, 'text'), withOthers(content, left, 'text'), withOthers(content, left, 'short')];
  const fitting = shown.find(({ changes: text, details }) => Buffer.byteLength(`${text}${details}`) <= most - 8_000) ?? shown.at(-1);
  return reportMarkdown(report, context, { bytes: most, ...fitting });
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

/** Others that are affected come first, and into the heading. */
function withOthers({ organization }: Content, { verdict, changes, details }: Changes, length: 'text' | 'short'): Changes {
  if (organization === undefined) return { verdict, changes, details };
  const section = organizationSection(organization);
  // The heading was that of the diff.
  const demoted = section.verdict !== undefined && verdict !== undefined ? `**${prose(verdict)}**` : undefined;
  return {
    verdict: section.verdict ?? verdict,
    changes: [section[length], demoted, changes].filter((part) => part !== undefined).join('\n\n'),
    details,
  };
}

/** Whether a comment is to be begun. */
export function isWorthwhile({ report, diff, organization }: Content): boolean {
  const tells = report.findings.length > 0 || report.diagnostics.length > 0 || diff?.summary.hasChanges === true;
  return tells || (organization !== undefined && organization.problems.length > 0);
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
