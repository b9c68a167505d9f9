import type { Stack } from '../assembly/model.js';
import type { Check } from '../check/check.js';
import type { Severity } from '../check/problem.js';
import { type CheckFailure, runChecks } from '../check/run.js';
import type { Config } from '../config/config.js';
import { foreignIds } from '../config/foreign-ids.js';
import { GlobBudget } from '../config/glob.js';
import { type Ids, type Selection, selectChecks } from '../config/select-checks.js';
import { selectStacks } from '../config/select-stacks.js';
import { toSettings } from '../config/settings.js';
import { stackGlobs } from '../config/stacks.js';
import type { Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { withoutCovered } from '../external/covered-rules.js';
import type { AcceptedEntry } from '../finding/accepted-entries.js';
import { boundFindings, MAX_FINDINGS } from '../finding/bounds.js';
import { countSeverities } from '../finding/counts.js';
import { locateFindings, orderFindings } from '../finding/findings.js';
import type { PlaceParts } from '../finding/place.js';
import type { Finding, ReportDiagnostic, Source } from '../finding/report.js';
import { Sources } from '../finding/sources.js';
import { toDetected, type UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { SuppressedFinding } from '../report/reporter.js';
import { ruleChecks } from '../rules/rule-checks.js';
import { type Accepted, applySuppressions } from '../suppress/apply.js';
import { applyBaseline, toEntry } from '../suppress/baseline.js';
import { dayOf } from '../suppress/day.js';
import { findSuppressions } from '../suppress/find.js';

export interface CheckGraphOptions {
  readonly checks: readonly Check[];
  readonly config: Config;
  /** What to call the configuration in messages. */
  readonly configOrigin: string;
  /** In place of what the configuration says. */
  readonly only?: Ids | undefined;
  readonly skip?: Ids | undefined;
  readonly stacks?: Ids | undefined;
  /** False shows what is suppressed, too. */
  readonly suppress?: boolean | undefined;
  /** False ignores what the assembly itself suppresses: acknowledgements, `Metadata`, and what CDK's report says was accepted. */
  readonly assemblySuppressions?: boolean | undefined;
  readonly baseline?: { readonly entries: readonly AcceptedEntry[]; readonly origin: string } | undefined;
  readonly workingDirectory: string;
  /** Ends the checks when the time is over. */
  readonly deadline?: Deadline | undefined;
  /** The day of the run, which decides what has expired. */
  readonly now?: Date | undefined;
}

/** What is looked for in a graph. */
export interface Plan {
  readonly graph: ResourceGraph;
  readonly options: CheckGraphOptions;
  readonly selection: Selection;
  isWanted(stack: Stack): boolean;
}

/** What other tools found, which of them ran, and what went wrong with them. */
export interface ExternalFindings {
  readonly detected: readonly UnlocatedFinding[];
  /** Names as in ids: `cfn-lint`. */
  readonly plugins: ReadonlySet<string>;
  readonly diagnostics: readonly ReportDiagnostic[];
}

export const NO_EXTERNAL_FINDINGS: ExternalFindings = { detected: [], plugins: new Set(), diagnostics: [] };

export interface OwnResult {
  readonly detected: readonly UnlocatedFinding[];
  readonly failures: readonly CheckFailure[];
}

/** What is left when all that is accepted or known is taken out. */
export interface FilteredFindings {
  readonly reported: readonly UnlocatedFinding[];
  readonly suppressed: readonly Accepted[];
  readonly baselined: number;
  /** About suppressions and the baseline. */
  readonly diagnostics: readonly ReportDiagnostic[];
  /** What a baseline of this run holds. */
  baseline(): readonly AcceptedEntry[];
}

export interface CheckedGraph extends Omit<FilteredFindings, 'reported' | 'suppressed'> {
  /** At most 10,000; a diagnostic says how many more there are. */
  readonly findings: readonly Finding[];
  /** Of all. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly failures: readonly CheckFailure[];
  readonly suppressed: number;
  /** What is suppressed, each with the reason. Finds lines when it is asked. */
  suppressedFindings(): readonly SuppressedFinding[];
  readonly sources: Sources;
}

/** From a graph to findings. Throws `InputError` when the options name checks or stacks that are not there. */
export function checkGraph(graph: ResourceGraph, options: CheckGraphOptions): CheckedGraph {
  const plan = planChecks(graph, options);
  return finishCheck(plan, runOwnChecks(plan, options.deadline), NO_EXTERNAL_FINDINGS);
}

/** `plugins` are the names of other tools that have something to say. */
export function planChecks(graph: ResourceGraph, options: CheckGraphOptions, plugins: Iterable<string> = []): Plan {
  const { config, configOrigin } = options;
  const checks = [...options.checks, ...ruleChecks(config)];
  const lists = { only: config.only, skip: config.skip, stacks: stackGlobs(config) };
  const configured = (key: keyof typeof lists): Ids | undefined =>
    lists[key] === undefined ? undefined : { ids: lists[key], origin: `${configOrigin}: \`${key}\`` };
  const selection = selectChecks(checks, {
    only: options.only ?? configured('only'),
    skip: options.skip ?? configured('skip'),
    severities: config.checks ?? {},
    severitiesOrigin: `${configOrigin}: \`checks\``,
    isExternal: foreignIds(plugins),
  });
  for (const [index, { id }] of (config.suppressions ?? []).entries()) {
    const problem = selection.unknown(id);
    if (problem !== undefined) throw new InputError(`${configOrigin}: \`suppressions[${index}]\`: ${problem}`);
  }
  return { graph, options, selection, isWanted: selectStacks(graph.stacks, options.stacks ?? configured('stacks')) };
}

export function runOwnChecks({ graph, options, selection }: Plan, deadline?: Deadline): OwnResult {
  const onStep = deadline && ((doing: () => string): void => deadline.check(doing));
  const { problems, failures } = runChecks(graph, selection.checks, toSettings(options.config), onStep);
  return { detected: problems.map((checked) => toDetected(checked, selection.severityOf(checked.check))), failures };
}

/** About a second. Apps acknowledge some hundred ids, hardly any of which is a glob. */
const MAX_GLOB_STEPS = 20_000_000;
const TOO_MANY_GLOBS: ReportDiagnostic = {
  severity: 'warning',
  message: 'The globs of suppressions in the assembly are too many or too long: not all of them count. Write ids in place of globs.',
};

/** Takes out what is accepted or known already. */
export function filterAccepted(
  { graph, options, selection, isWanted }: Plan,
  own: OwnResult,
  external: ExternalFindings,
): FilteredFindings {
  const { config, configOrigin, baseline } = options;
  const others =
    options.assemblySuppressions === false ? external.detected.map((one) => ({ ...one, acknowledged: undefined })) : external.detected;
  const detected = [...own.detected, ...withoutCovered(others, own.detected)].filter(({ place }) => isWanted(place.stack));
  const isWhole = own.failures.length === 0 && graph.stacks.every(isWanted);
  const budget = new GlobBudget(MAX_GLOB_STEPS);
  // When the budget is spent, nothing fits, and nothing is said of what fits nothing.
  const wasChecked = (id: string): boolean =>
    isWhole && (selection.isWhole(id, budget) ?? (selection.isSelected(id) && ran(id, external.plugins))) && !budget.isSpent;
  const ofAssembly = options.assemblySuppressions !== false;
  const { suppressions, problems } = findSuppressions(graph, config, configOrigin, selection, { ofAssembly, budget });
  const accepted = applySuppressions(detected, suppressions, {
    today: dayOf(options.now ?? new Date()),
    wasChecked: (ids) => ids.every(wasChecked),
  });
  const showsAll = options.suppress === false;
  const reported = showsAll ? detected : accepted.reported;
  const known = baseline && applyBaseline(reported, baseline.entries, { origin: baseline.origin, wasChecked });
  return {
    reported: known?.reported ?? reported,
    suppressed: showsAll ? [] : accepted.suppressed,
    baselined: known?.baselined ?? 0,
    diagnostics: [...problems, ...(budget.isSpent ? [TOO_MANY_GLOBS] : []), ...accepted.diagnostics, ...(known?.diagnostics ?? [])],
    baseline: () => reported.map(toEntry),
  };
}

/** Filters what is accepted, and finds the lines of what is left. */
export function finishCheck(plan: Plan, own: OwnResult, external: ExternalFindings): CheckedGraph {
  const { reported, suppressed, ...rest } = filterAccepted(plan, own, external);
  const { listed, diagnostics } = boundFindings(reported);
  const sources = new Sources(plan.options.workingDirectory);
  const sourceOf = (place: PlaceParts): Source => sources.find(place);
  return {
    ...rest,
    diagnostics: [...rest.diagnostics, ...diagnostics],
    findings: locateFindings(orderFindings(listed), sourceOf).map(({ finding }) => finding),
    counts: countSeverities(reported),
    failures: own.failures,
    suppressed: suppressed.length,
    suppressedFindings() {
      const reasons = new Map(suppressed.slice(0, MAX_FINDINGS).map(({ detected, reason }) => [detected, reason]));
      const located = locateFindings(orderFindings([...reasons.keys()]), sourceOf);
      return located.map(({ detected, finding }) => ({ ...finding, reason: reasons.get(detected) ?? null }));
    },
    sources,
  };
}

function ran(id: string, plugins: ReadonlySet<string>): boolean {
  return plugins.has(id.slice(0, Math.max(0, id.indexOf('/'))));
}
