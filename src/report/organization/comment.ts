import type { OrganizationProblem, OrganizationReport } from '../../organization/report.js';
import { prose } from '../text/markdown.js';
import { organizationToMarkdown } from './markdown.js';
import { verdictOf } from './outline.js';

/** What a comment on a pull request says of other applications. */
export interface OrganizationSection {
  /** For the heading of the comment; undefined where nobody else is affected. */
  readonly verdict: string | undefined;
  readonly text: string;
  /** In place of `text` where there is no room for it. */
  readonly short: string;
}

/** @param report about a change */
export function organizationSection(report: OrganizationReport): OrganizationSection {
  const isAffected = report.problems.some(affectsOthers);
  const verdict = verdictOf(report);
  const unknown = (report.changed ?? []).filter((name) => !report.applications.some((application) => application.name === name));
  const notes = unknown.map((name) => `There is no index of \`${name}\` from before the change: what it removes is not known.`).map(prose);
  // Its first paragraph is the verdict.
  const [, ...paragraphs] = organizationToMarkdown(report).trimEnd().split('\n\n');
  const head = ['### Other applications', ...(isAffected ? [] : [`${prose(verdict)}.`]), ...notes];
  return {
    verdict: isAffected ? verdict : undefined,
    // The sections are below that heading.
    text: [...head, ...paragraphs.map((paragraph) => paragraph.replace(/^### /, '#### '))].join('\n\n'),
    short: [...head, 'Who uses it is in the summary of the job.'].join('\n\n'),
  };
}

/** By name. */
export function affectedApplications({ problems }: OrganizationReport): readonly string[] {
  return [...new Set(problems.filter(affectsOthers).flatMap(({ applications }) => applications))].sort();
}

/** Whether others are blocked, fail, or keep an old value. */
export function affectsOthers({ kind }: OrganizationProblem): boolean {
  return kind === 'blocked' || kind === 'breaks' || kind === 'stale';
}
