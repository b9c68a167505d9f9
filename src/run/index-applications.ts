import { basename, dirname } from 'node:path';
import { checks } from '../../checks/index.js';
import type { CloudAssembly } from '../assembly/model.js';
import { packInfoOf } from '../assembly/pack/pack-info.js';
import { describeConfig } from '../config/describe-config.js';
import { loadConfig } from '../config/load-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Deadline } from '../deadline.js';
import { describeFailure } from '../finding/failures.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { buildGraph } from '../graph/graph.js';
import { groupBy } from '../group-by.js';
import { type About, borderOf } from '../organization/border/border.js';
import type { Tables } from '../organization/schema.js';
import { checkGraph } from './check-graph.js';
import { configNeighbours, loadInputs } from './inputs.js';

export interface IndexOptions {
  /** Folders that `cdk synth` wrote, packs, templates, and folders of them. */
  readonly paths: readonly string[];
  readonly config?: string | undefined;
  /** `application` left out: that of the pack, or the name of the folder around the assembly. */
  readonly about: Omit<About, 'application'> & { readonly application?: string | undefined };
  /** Where neither `about` nor a pack says so. */
  readonly otherwise: Pick<About, 'commit' | 'synthesizedAt'>;
  readonly deadline: Deadline;
  readonly workingDirectory: string;
}

export interface Indexed {
  readonly application: string;
  readonly tables: Tables;
}

export interface IndexedApplications {
  readonly indexes: readonly Indexed[];
  /** False when a part of the inputs could not be read: the indexes lack it. */
  readonly isWhole: boolean;
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** The index of each application among the inputs, in their order. Assemblies of one application are one graph. */
export async function indexApplications(options: IndexOptions): Promise<IndexedApplications> {
  const { paths, about, deadline, workingDirectory } = options;
  const inputs = { paths, workingDirectory, onStep: (step: string) => deadline.checkStep(step) };
  const loaded = await loadConfig({ config: options.config, assemblies: configNeighbours(inputs), workingDirectory });
  const assemblies = loadInputs(inputs, loaded);
  const diagnostics: ReportDiagnostic[] = [...describeConfig(loaded), ...assemblies.flatMap((assembly) => assembly.diagnostics)];
  const indexes: Indexed[] = [];
  for (const [application, together] of groupBy(assemblies, (assembly) => about.application ?? nameOf(assembly))) {
    // A pack that cannot be read is not an application without stacks.
    if (together.every(({ stacks }) => stacks.length === 0)) continue;
    const { tables, problems } = indexTogether(together, { ...about, application }, loaded, options);
    indexes.push({ application, tables });
    diagnostics.push(...problems);
  }
  return { indexes, isWhole: assemblies.every(({ isWhole }) => isWhole), diagnostics };
}

function nameOf(assembly: CloudAssembly): string {
  return packInfoOf(assembly).application ?? basename(dirname(assembly.root));
}

function indexTogether(
  assemblies: readonly CloudAssembly[],
  about: About,
  { config, origin }: LoadedConfig,
  { deadline, otherwise, workingDirectory }: IndexOptions,
): { readonly tables: Tables; readonly problems: readonly ReportDiagnostic[] } {
  const graph = buildGraph(assemblies);
  const { findings, failures, sources, diagnostics } = checkGraph(graph, {
    checks,
    config,
    configOrigin: origin,
    deadline,
    workingDirectory,
  });
  const tables = borderOf(
    { graph, findings, sourceOf: (place) => sources.find(place) },
    { ...otherwise, ...knownOf(packed(assemblies)), ...knownOf(about), application: about.application },
  );
  return { tables, problems: [...failures.map(describeFailure), ...diagnostics] };
}

/** What a pack among them says of itself. */
function packed(assemblies: readonly CloudAssembly[]): Pick<About, 'commit' | 'synthesizedAt'> {
  const { commit, time = '' } = assemblies.map(packInfoOf).find((info) => info.commit !== undefined || info.time !== undefined) ?? {};
  const synthesizedAt = Date.parse(time);
  return { commit, synthesizedAt: Number.isNaN(synthesizedAt) ? undefined : synthesizedAt };
}

function knownOf<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
