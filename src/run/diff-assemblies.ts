import { join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import { describeConfig, turnedOff } from '../config/describe-config.js';
import { loadConfig } from '../config/load-config.js';
import { noConfig } from '../config/loaded-config.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { acceptable, withoutAccepted } from '../diff/accepted.js';
import { diffGraphs } from '../diff/diff.js';
import { comparable } from '../diff/pair/comparable.js';
import type { DiffReport } from '../diff/report.js';
import { isSameFolder } from '../diff/same-folder.js';
import { boundDiagnostics } from '../finding/bounds.js';
import { buildGraph } from '../graph/graph.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { describeUpdate, openBaseline, updateBaselineFile } from '../suppress/baseline-file.js';
import type { CheckGraphOptions } from './check-graph.js';
import { inAppLanguage } from './diff-language.js';
import { configNeighbours, loadInputs } from './inputs.js';

export interface DiffAssembliesOptions
  extends Pick<CheckGraphOptions, 'checks' | 'only' | 'skip' | 'assemblySuppressions' | 'workingDirectory'> {
  /** Folders that `cdk synth` wrote; several on a side are one graph. */
  readonly before: string | readonly string[];
  readonly after: string | readonly string[];
  /** Templates below the folders of both sides, with the regions that they are deployed to, in place of all that is in the folders. */
  readonly templates?: readonly string[] | undefined;
  /** A configuration, or the file that holds one. Left out: the file beside the later assembly or in the working directory, if there is one. */
  readonly config?: Config | string | undefined;
  /** File of what is accepted, which is left out of the report. Of the diff alone: the configuration's is for findings. */
  readonly baseline?: string | undefined;
  /** Whether to write that file, with all there is. */
  readonly updateBaseline?: boolean | undefined;
  /** Seconds after which the run ends with an `InputError` that says what was going on. 600 when it is left out. */
  readonly timeout?: number | undefined;
}

export interface ComparedAssemblies {
  readonly report: DiffReport;
  readonly before: ResourceGraph;
  readonly after: ResourceGraph;
}

/** From folders before and after to what they differ in. Throws `InputError` when one cannot be read at all. */
export async function diffAssemblies(options: DiffAssembliesOptions): Promise<DiffReport> {
  const { report } = await compareAssemblies(options);
  // What is read from the folders when it is asked for is read now: the caller may change them.
  return structuredClone(report);
}

/** The same, with the two graphs; the folders must stay as they are until all is read. */
export async function compareAssemblies(options: DiffAssembliesOptions): Promise<ComparedAssemblies> {
  const { workingDirectory, checks, only, skip, assemblySuppressions } = options;
  const deadline = new Deadline(options.timeout ?? DEFAULT_TIMEOUT_SECONDS);
  const [beforePaths, afterPaths] = [pathsOf(options.before), pathsOf(options.after)];
  const assemblies = configNeighbours({ paths: afterPaths, workingDirectory });
  const loaded = await loadConfig({ config: options.config, assemblies, workingDirectory });
  const onStep = (step: string): void => deadline.checkStep(step);
  const load = (folders: readonly string[]) => {
    const templates = options.templates?.flatMap((template) => folders.map((folder) => join(folder, template)));
    return loadInputs({ paths: templates === undefined ? folders : [], templates, workingDirectory, onStep }, loaded);
  };
  const isSame =
    beforePaths.length === afterPaths.length &&
    beforePaths.every((path, index) => isSameFolder(resolve(workingDirectory, path), resolve(workingDirectory, afterPaths[index] ?? '')));
  // The configuration's choice of stacks is for checking: a diff is of all.
  const { stacks: _, ...config } = loaded.config;
  // In the order of the command line: what cannot be read is reported for the first of two folders.
  const loadedBefore = isSame ? undefined : load(beforePaths);
  const loadedAfter = load(afterPaths);
  const sides = comparable(loadedBefore ?? loadedAfter, loadedAfter);
  const after = buildGraph(sides.after);
  const before = isSame ? after : buildGraph(sides.before);
  const report = await diffGraphs({
    before,
    after,
    beforePath: beforePaths.join(', '),
    checking: { checks, only, skip, assemblySuppressions, workingDirectory, config, configOrigin: loaded.origin, deadline },
  });
  const described: DiffReport = {
    ...report,
    ...(loaded.file !== undefined && { configuration: { file: loaded.file, off: [...turnedOff(config)] } }),
    diagnostics: boundDiagnostics([...describeConfig({ ...loaded, config }), ...report.diagnostics, ...sides.diagnostics]),
  };
  return { report: await inAppLanguage(accept(described, options), after, workingDirectory), before, after };
}

function pathsOf(paths: string | readonly string[]): readonly string[] {
  return typeof paths === 'string' ? [paths] : paths;
}

const DEFAULT_BASELINE = 'synthcheck.diff-baseline.json';

/** Leaves what the baseline does not accept, or writes the baseline. */
function accept(report: DiffReport, options: DiffAssembliesOptions): DiffReport {
  const baseline = openBaseline(noConfig(options.workingDirectory), {
    ...options,
    only: undefined,
    skip: undefined,
    defaultBaseline: DEFAULT_BASELINE,
  });
  if (baseline === undefined) return report;
  const entries = options.updateBaseline === true ? acceptable(report) : (baseline.known?.entries ?? []);
  if (options.updateBaseline !== true) return withoutAccepted(report, entries);
  const problem = updateBaselineFile(baseline.file, entries, report.diagnostics, options.workingDirectory);
  const accepted = problem === undefined ? withoutAccepted(report, entries) : report;
  // A diff has no configuration that could name its baseline.
  return { ...accepted, diagnostics: [...accepted.diagnostics, problem ?? describeUpdate(baseline.file, entries.length, false)] };
}
