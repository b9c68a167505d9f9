import { counted } from '../../counted.js';
import type { OrganizationPlace, OrganizationProblem, OrganizationReport } from '../../organization/report.js';
import { code, codeLink, prose, short } from '../text/markdown.js';
import { scopeOf, sectionsOf, shownPlaces, verdictOf } from './outline.js';

/** GitHub takes comments of 65,536 characters. */
const MAX_LENGTH = 60_000;
const MAX_PLACES = 20;

/** For a comment on a pull request: the verdict, and the problems as tables, each with who takes part and where. */
export function organizationToMarkdown(report: OrganizationReport): string {
  const parts = [`**${prose(verdictOf(report))}**`];
  let length = 0;
  let left = 0;
  for (const { title, problems } of sectionsOf(report)) {
    const shown: string[] = [];
    for (const problem of problems) {
      const text = problemText(problem);
      if (length + text.length > MAX_LENGTH) left++;
      else {
        shown.push(text);
        length += text.length;
      }
    }
    if (shown.length > 0) parts.push(`### ${title} (${problems.length})`, ...shown);
  }
  if (left > 0) parts.push(`${left} more are left out: \`synthcheck org --format html\` shows all.`);
  return `${[...parts, prose(scopeOf(report))].join('\n\n')}\n`;
}

function problemText({ severity, message, fix, places }: OrganizationProblem): string {
  const { shown, more } = shownPlaces(places, MAX_PLACES);
  const rows = shown.map(placeRow);
  const table = rows.length === 0 ? [] : ['', '| application | owner | construct | source |', '|---|---|---|---|', ...rows];
  return [
    `**${severity}**: ${prose(short(message, 1_000))} *Fix:* ${prose(short(fix, 1_000))}`,
    ...table,
    ...(more > 0 ? ['', `And ${counted(more, 'more place')}.`] : []),
  ].join('\n');
}

function placeRow({ application, owner, repository, commit, construct, stack, logicalId, file, line }: OrganizationPlace): string {
  const what = construct ?? [stack, logicalId].filter((part) => part !== null).join('.');
  const source = file === null ? '' : `${file}${line === null ? '' : `:${line}`}`;
  const cells = [
    codeLink(short(application, 100), urlOf(repository)),
    owner === null ? '' : code(short(owner, 100)),
    what === '' ? '' : code(short(what, 200)),
    source === '' ? '' : codeLink(short(source, 200), sourceUrl({ repository, commit, file, line })),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Repositories are texts of other people. */
function urlOf(repository: string | null): string | undefined {
  return repository !== null && /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/.test(repository) ? repository : undefined;
}

function sourceUrl({
  repository,
  commit,
  file,
  line,
}: Pick<OrganizationPlace, 'repository' | 'commit' | 'file' | 'line'>): string | undefined {
  const url = urlOf(repository);
  // GitHub's form of addresses, which GitLab redirects to its own.
  return url === undefined || file === null || !/^[0-9a-f]{7,64}$/.test(commit ?? '')
    ? undefined
    : `${url}/blob/${commit}/${file.split('/').map(encodeURIComponent).join('/')}${line === null ? '' : `#L${line}`}`;
}
