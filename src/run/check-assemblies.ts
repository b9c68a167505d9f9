import type { CloudAssembly } from '../assembly/model.js';
import type { Check } from '../check/check.js';
import type { Config } from '../config/config.js';
import { describeConfig } from '../config/describe-config.js';
import { loadConfig } from '../config/load-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { counted } from '../counted.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import type { AcceptedEntry } from '../finding/accepted-entries.js';
import { boundDiagnostics } from '../finding/bounds.js';
import { describeFailure } from '../finding/failures.js';
import type { Report } from '../finding/report.js';
import { buildGraph } from '../graph/graph.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { SuppressedFinding } from '../report/reporter.js';
import { type BaselineFile, describeUpdate, openBaseline, updateBaselineFile } from '../suppress/baseline-file.js';
import { type CheckGraphOptions, finishCheck, type Plan, planChecks, runOwnChecks } from './check-graph.js';
import { importFindings, type LintMode, startExternal } from './external.js';
import { addFixCode } from './fix-code.js';
import { configNeighbours, loadInputs } from './inputs.js';
import { reportHead } from './report-head.js';
import { describeStaleSources } from './stale-sources.js';
import { describeUntracedSources } from './untraced-sources.js';

export interface CheckAssembliesOptions extends Omit<CheckGraphOptions, 'config' | 'configOrigin' | 'baseline'> {
  /** Folders that `cdk synth` wrote, templates without the CDK, and folders of them; checked as one graph. */
  readonly assemblies: readonly string[];
  /** Templates with the regions that they are deployed to: `orders.yaml@us-east-1,eu-west-1`. */
  readonly templates?: readonly string[] | undefined;
  /** A configuration, or the file that holds one. Left out: the file beside the assembly or in the working directory, if there is one. */
  readonly config?: Config | string | undefined;
  /** In place of what the configuration says. */
  readonly lint?: LintMode | undefined;
  /** File of findings that are known, in place of the configuration's. */
  readonly baseline?: string | undefined;
  /** Writes the findings of this run into that file. */
  readonly updateBaseline?: boolean | undefined;
  /** Seconds after which the run ends with an `InputError` that says what was going on. 600 when it is left out. */
  readonly timeout?: number | undefined;
  /** Is called with what is being done. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface Checked {
  readonly report: Report;
  readonly config: Config;
  readonly graph: ResourceGraph;
  /** The checks that ran. */
  readonly checks: readonly Check[];
  /** What is suppressed, each with the reason. Finds lines when it is asked. */
  suppressedFindings(): readonly SuppressedFinding[];
  /** The folder that the source files of an assembly are relative to. */
  sourceRootOf(assemblyPath: string): string;
}

const DEFAULT_BASELINE = 'synthcheck.baseline.json';

/** The whole job: from folders to the report. Throws `InputError` when it cannot be done at all. */
export async function checkAssemblies(options: CheckAssembliesOptions): Promise<Checked> {
  const { workingDirectory, updateBaseline = false } = options;
  const deadline = new Deadline(options.timeout ?? DEFAULT_TIMEOUT_SECONDS);
  const onStep = (step: string): void => {
    options.onStep?.(step);
    deadline.checkStep(step);
  };
  const inputs = { ...options, paths: options.assemblies, onStep };
  const loaded = await loadConfig({ config: options.config, assemblies: configNeighbours(inputs), workingDirectory });
  const { config, origin, folder } = loaded;
  const checks = config.ownChecks === undefined ? options.checks : await ownChecks(loaded, options.checks);
  const baseline = openBaseline(loaded, { ...options, defaultBaseline: DEFAULT_BASELINE });
  const assemblies = loadInputs(inputs, loaded);
  onStep('Finding what refers to what');
  const graph = buildGraph(assemblies);
  const imported = importFindings(graph);
  const plan = planChecks(graph, { ...options, checks, config, configOrigin: origin, baseline: baseline?.known }, imported.plugins);
  const foreign = await startExternal(plan, imported, {
    mode: options.lint ?? config.lint?.mode ?? 'auto',
    rules: rulesOf(loaded),
    folder,
    configOrigin: origin,
    workingDirectory,
  });
  try {
    onStep(`Running ${plan.selection.checks.length} checks on ${counted(graph.stacks.length, 'stack')}`);
    const own = runOwnChecks(plan, deadline);
    onStep("Waiting for cfn-lint's rules");
    const others = await deadline.limit(foreign.result, "waiting for cfn-lint's rules");
    onStep('Finding lines in templates and sources');
    let checked = finishCheck(plan, own, others);
    // Asked last: what is read only when needed may have complained since.
    const diagnostics = [
      ...graph.assemblies.flatMap((assembly) => assembly.diagnostics),
      ...own.failures.map(describeFailure),
      ...others.diagnostics,
      ...describeStaleSources(graph, checked.sources),
      ...describeUntracedSources(graph, checked.findings, checked.sources),
    ];
    if (updateBaseline && baseline !== undefined) {
      const entries = checked.baseline();
      const problem = updateBaselineFile(baseline.file, entries, diagnostics, workingDirectory);
      if (problem === undefined) checked = finishCheck(withBaseline(plan, entries, baseline.file), own, others);
      const isNamed = config.baseline !== undefined;
      diagnostics.push(problem ?? describeUpdate(baseline.file, entries.length, isNamed));
    }
    // Not all that was detected: of half a million findings a report lists a few.
    const { sources, suppressedFindings } = checked;
    const sourceRootOf = (path: string): string => sources.rootOf(assemblies.find((assembly) => assembly.path === path) as CloudAssembly);
    return {
      config,
      graph,
      checks: plan.selection.checks,
      suppressedFindings,
      report: {
        ...reportHead(graph, loaded),
        summary: { ...checked.counts, suppressed: checked.suppressed, baselined: checked.baselined },
        findings: await addFixCode(checked.findings, { graph, checks: plan.selection.checks, sourceRootOf }),
        diagnostics: boundDiagnostics([...describeConfig(loaded), ...diagnostics, ...checked.diagnostics]),
      },
      sourceRootOf,
    };
  } finally {
    foreign.stop();
  }
}

/** Rules are programs, and what is wrong with one is quoted: a stranger's configuration could name any file. */
function rulesOf({ config, origin, isTrusted }: LoadedConfig): readonly string[] {
  const rules = config.lint?.rules ?? [];
  if (rules.length > 0 && !isTrusted)
    throw new InputError(`${origin} is beside the assembly and adds rules: name it with --config to run them`);
  return rules;
}

async function ownChecks(loaded: LoadedConfig, checks: readonly Check[]): Promise<readonly Check[]> {
  const { loadOwnChecks } = await import('../config/own-checks.js');
  return loadOwnChecks(loaded, checks);
}

function withBaseline(plan: Plan, entries: readonly AcceptedEntry[], { origin }: BaselineFile): Plan {
  return { ...plan, options: { ...plan.options, baseline: { entries, origin } } };
}
