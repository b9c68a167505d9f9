import { counted, grouped } from '../../counted.js';
import { groupBy } from '../../group-by.js';
import type { OrganizationPlace, OrganizationProblem, OrganizationReport, ProblemKind } from '../../organization/report.js';

/** Problems of one kind, as every form of the report shows them. */
export interface Section {
  readonly title: string;
  readonly problems: readonly OrganizationProblem[];
}

const TITLES: Readonly<Record<ProblemKind, string>> = {
  blocked: 'CloudFormation rejects the change',
  breaks: 'Other applications fail',
  stale: 'Other applications keep an old value',
  needs: 'Needed from other applications',
  unresolved: 'References that no application defines',
  duplicate: 'Defined by several applications',
  cycle: 'Applications that need each other',
};
const KINDS = Object.keys(TITLES) as readonly ProblemKind[];

/** The problems by kind, the worst kinds first. */
export function sectionsOf({ problems }: OrganizationReport): readonly Section[] {
  const byKind = groupBy(problems, ({ kind }) => kind);
  return KINDS.flatMap((kind) => {
    const found = byKind.get(kind);
    return found === undefined ? [] : [{ title: TITLES[kind], problems: found }];
  });
}

/** One sentence that says what matters. */
export function verdictOf(report: OrganizationReport): string {
  const { changed, summary, problems } = report;
  const { error, warning } = summary;
  if (changed === null)
    return error + warning === 0
      ? 'No problems between applications'
      : `${[countedOf(error, 'error'), countedOf(warning, 'warning')].filter(Boolean).join(', ')} between applications`;
  const affected = new Set(problems.filter(({ kind }) => kind !== 'needs').flatMap(({ applications }) => applications));
  if (affected.size === 0) return 'No other application uses what the change removes or changes';
  const isBlocked = problems.some(({ kind }) => kind === 'blocked');
  const verb = affected.size === 1 ? 'uses' : 'use';
  return `${counted(affected.size, 'other application')} ${verb} what the change removes or changes${isBlocked ? '; CloudFormation rejects its deployment' : ''}`;
}

/** `300 applications, 1,200 stacks; 5,000 references to 9,000 definitions`. */
export function scopeOf({ counts, changed }: OrganizationReport): string {
  const { applications, stacks, definitions, references, resolved, possiblyResolved } = counts;
  const possibly = possiblyResolved === 0 ? '' : ` (${grouped(possiblyResolved)} possibly, where an account or region is not known)`;
  const about = changed === null ? '' : `Change of ${changed.join(', ')} against `;
  return `${about}${counted(applications, 'application')}, ${counted(stacks, 'stack')}, ${counted(definitions, 'definition')}; ${counted(references, 'reference')}, ${grouped(resolved)} of them defined by an application${possibly}`;
}

/** `payments, Prod/Api/Handler, lib/api.ts:12 (team-pay)`. */
export function placeInWords({ application, owner, construct, stack, logicalId, file, line }: OrganizationPlace): string {
  const what = construct ?? [stack, logicalId].filter((part) => part !== null).join('.');
  const source = file === null ? '' : `${file}${line === null ? '' : `:${line}`}`;
  const parts = [application, what, source].filter((part) => part !== '').join(', ');
  return owner === null ? parts : `${parts} (${owner})`;
}

/** The places that are shown, one for each application first, and how many are not. */
export function shownPlaces(
  places: readonly OrganizationPlace[],
  most: number,
): { readonly shown: readonly OrganizationPlace[]; readonly more: number } {
  const firsts = [...groupBy(places, ({ application }) => application).values()].map(([first]) => first);
  const others = places.filter((place) => !firsts.includes(place));
  const shown = [...firsts, ...others].slice(0, most);
  return { shown, more: places.length - shown.length };
}

function countedOf(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}
