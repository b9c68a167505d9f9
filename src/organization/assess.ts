import { SEVERITIES, type Severity } from '../check/problem.js';
import { groupBy } from '../group-by.js';
import { applicationCycles } from './cycles.js';
import type { Row } from './database.js';
import type { OrganizationPlace, OrganizationProblem } from './report.js';
import { applicationsOf, commonKeyOf, keyOf, placeOf, providerOf, text, textOrNull } from './row-fields.js';
import { list, quoted, thing, use, where, whereAll } from './words.js';

/** The rows of the questions in `org/`. */
export interface Answers {
  readonly unresolved: readonly Row[];
  readonly duplicates: readonly Row[];
  readonly edges: readonly Row[];
  readonly impact: readonly Row[];
  readonly prerequisites: readonly Row[];
}

export interface Scope {
  /** Whether every application of the organization is indexed: then what none of them defines is nowhere. */
  readonly isClosed: boolean;
  /** Whether the report is about a change: then only what the change does to others counts. */
  readonly isAboutChange: boolean;
}

/** The problems in the answers, one for each cause, the worst first. */
export function problemsIn(answers: Answers, scope: Scope): readonly OrganizationProblem[] {
  const { unresolved, duplicates, edges, impact, prerequisites } = answers;
  const problems = scope.isAboutChange
    ? [...causes(impact).map(impactProblem), ...causes(prerequisites).map((rows) => neededProblem(rows, scope))]
    : [
        ...undefinedNames(unresolved).map((rows) => unresolvedProblem(rows, scope)),
        ...causes(withoutSameStacks(duplicates)).map(duplicateProblem),
        ...cycleProblems(edges),
      ];
  const rank = ({ severity }: OrganizationProblem): number => SEVERITIES.indexOf(severity);
  return problems.sort((one, other) => rank(one) - rank(other));
}

export function countProblems(problems: readonly OrganizationProblem[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

type Rows = readonly [Row, ...Row[]];

/** Rows about one thing. */
function causes(rows: readonly Row[]): readonly Rows[] {
  return alike(rows, ['outcome', 'change', 'provider', 'certain', 'kind', 'type', 'name', 'account', 'region']);
}

/** Rows that have the same in these columns. */
function alike(rows: readonly Row[], columns: readonly string[]): readonly Rows[] {
  return [...groupBy(rows, (row) => JSON.stringify(columns.map((column) => row[column]))).values()];
}

/** Rows about one name: an application that is deployed to twenty accounts lacks it in each for one reason. */
function undefinedNames(rows: readonly Row[]): readonly Rows[] {
  return alike(rows, ['kind', 'type', 'name', 'elsewhere_application', 'elsewhere_account', 'elsewhere_region']);
}

function unresolvedProblem(rows: Rows, { isClosed }: Scope): OrganizationProblem {
  const [first] = rows;
  const key = commonKeyOf(rows);
  const applications = applicationsOf(rows);
  const there = { account: textOrNull(first.elsewhere_account), region: textOrNull(first.elsewhere_region) };
  const elsewhere = first.elsewhere_application === null ? '' : ` ${quoted(text(first.elsewhere_application))} defines it${where(there)}.`;
  return {
    kind: 'unresolved',
    severity: isClosed ? 'error' : 'warning',
    certain: true,
    key,
    message: `${list(applications)} ${use(key, applications.length)}${whereAll(rows.map(keyOf))}, which no indexed application defines.${elsewhere}`,
    fix: isClosed
      ? 'Correct the name, or add what defines it. What is made outside of all applications cannot be known: leave out `--closed-world`.'
      : 'Index the application that defines it, or correct the name. `--closed-world` says that all applications are indexed, and makes this an error.',
    applications,
    places: rows.map(placeOf),
    provider: null,
  };
}

/** Applications that deploy the same stack define all that is in it twice, which is one problem. */
function withoutSameStacks(rows: readonly Row[]): readonly Row[] {
  const stackOf = ({ application, stack }: Row) => JSON.stringify([application, stack]);
  const same = new Set(rows.filter(({ kind }) => kind === 'stack').map(stackOf));
  return causes(rows)
    .filter((group) => group[0].kind === 'stack' || !group.every((row) => same.has(stackOf(row))))
    .flat();
}

function duplicateProblem(rows: Rows): OrganizationProblem {
  const key = keyOf(rows[0]);
  const applications = applicationsOf(rows);
  const isStack = key.kind === 'stack';
  return {
    kind: 'duplicate',
    severity: 'error',
    certain: true,
    key,
    message: isStack
      ? `${list(applications)} deploy the stack ${quoted(key.name)}${where(key)}: each deployment replaces what the other has deployed.`
      : `${list(applications)} define the ${thing(key)}${where(key)}, which can exist only once.`,
    fix: isStack
      ? 'Give each stack its own `stackName`.'
      : 'Define it in one application and use it in the others, or give each its own name.',
    applications,
    places: rows.map(placeOf),
    provider: null,
  };
}

function cycleProblems(edges: readonly Row[]): readonly OrganizationProblem[] {
  return applicationCycles(edges).map(({ applications, isOfStacks }) => ({
    kind: 'cycle',
    severity: isOfStacks ? 'error' : 'warning',
    certain: true,
    key: null,
    message: isOfStacks
      ? `Stacks of ${list(applications)} need each other in a circle: no order deploys them to a new environment.`
      : `${list(applications)} need each other: their stacks have to be deployed in turns.`,
    fix: 'Move what both use into an application of its own, or read one of the values at run time.',
    applications,
    places: [],
    provider: null,
  }));
}

const CHANGES = { removed: 'removes', moved: 'moves to another stack', changed: 'changes the value of' } as const;

function impactProblem(rows: Rows): OrganizationProblem {
  const [first] = rows;
  const key = keyOf(first);
  const certain = first.certain === true;
  const consumers = applicationsOf(rows);
  const kind = outcomeOf(first);
  const change = CHANGES[first.change === 'removed' || first.change === 'moved' ? first.change : 'changed'];
  const does = change.startsWith('moves')
    ? `moves the ${thing(key)}${where(key)} to another stack`
    : `${change} the ${thing(key)}${where(key)}`;
  const may = certain ? '' : 'may ';
  const uses = consumers.length === 1 && certain ? 'uses' : 'use';
  const provider = quoted(text(first.provider));
  const { outcome, fix } = OUTCOMES[kind]({ consumers: list(consumers), isOne: consumers.length === 1, provider, kind: key.kind });
  return {
    kind,
    severity: kind === 'stale' || !certain ? 'warning' : 'error',
    certain,
    key,
    message: `${provider} ${does}, which ${list(consumers)} ${may}${uses}: ${outcome}`,
    fix,
    applications: consumers,
    places: rows.map(placeOf),
    provider: providerOf(first),
  };
}

function outcomeOf({ outcome }: Row): 'blocked' | 'breaks' | 'stale' {
  return outcome === 'blocked' || outcome === 'breaks' ? outcome : 'stale';
}

interface Consumers {
  readonly consumers: string;
  readonly isOne: boolean;
  readonly provider: string;
  readonly kind: string;
}

/** Read by CloudFormation when a stack is deployed. */
const READ_AT_DEPLOYMENT: ReadonlySet<string> = new Set(['parameter', 'output', 'secret']);

const OUTCOMES: Readonly<Record<'blocked' | 'breaks' | 'stale', (of: Consumers) => { readonly outcome: string; readonly fix: string }>> = {
  blocked: ({ consumers, isOne, provider }) => ({
    outcome: `CloudFormation rejects the deployment as long as ${isOne ? 'it is imported there' : 'one of them imports it'}.`,
    fix: `Deploy ${consumers} without the import first, then ${provider}.`,
  }),
  breaks: ({ consumers, isOne, provider, kind }) => ({
    outcome: READ_AT_DEPLOYMENT.has(kind)
      ? `the next deployment ${isOne ? 'there' : 'of each'} fails.`
      : `${isOne ? 'it fails' : 'they fail'} as soon as ${isOne ? 'it uses' : 'they use'} it.`,
    fix: `Deploy ${consumers} without it first, then ${provider}.`,
  }),
  stale: ({ consumers, isOne, provider }) => ({
    outcome: `${isOne ? 'it keeps' : 'they keep'} the old value until the next deployment.`,
    fix: `Deploy ${provider} first, then ${consumers}.`,
  }),
};

function neededProblem(rows: Rows, { isClosed }: Scope): OrganizationProblem {
  const [first] = rows;
  const key = keyOf(first);
  const applications = applicationsOf(rows);
  const isMissing = first.provider === null;
  const provider = quoted(text(first.provider));
  // Owner, repository and commit in these rows are those of the provider.
  const { owner, repository, commit } = placeOf(first);
  const newly = `${list(applications)} newly ${use(key, applications.length)}${where(key)}`;
  const of: OrganizationPlace | null = isMissing ? null : { ...placeOf({ application: text(first.provider) }), owner, repository, commit };
  return {
    kind: 'needs',
    severity: isMissing ? (isClosed ? 'error' : 'warning') : 'info',
    certain: first.certain === true,
    key,
    message: isMissing ? `${newly}, which no indexed application defines.` : `${newly} of ${provider}.`,
    fix: isMissing ? 'Deploy what defines it first, or correct the name.' : `Deploy ${provider} first where it is not deployed yet.`,
    applications,
    places: rows.map((row) => ({ ...placeOf(row), owner: null, repository: null, commit: null })),
    provider: of,
  };
}
