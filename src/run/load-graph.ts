import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Deadline } from '../deadline.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { buildGraph } from '../graph/graph.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { configNeighbours, type Inputs, loadInputs } from './inputs.js';

export interface LoadGraphOptions extends Omit<Inputs, 'onStep'> {
  /** A configuration, or the file that holds one. Left out: the file beside the inputs or in the working directory, if there is one. */
  readonly config?: Config | string | undefined;
  readonly deadline: Deadline;
}

export interface LoadedGraph {
  readonly graph: ResourceGraph;
  /** It says where templates are deployed. */
  readonly loaded: LoadedConfig;
  /** What could not be read. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** All inputs as one graph. Throws `InputError` for one that cannot be read at all, and when the time is over. */
export async function loadGraph({ config, deadline, ...given }: LoadGraphOptions): Promise<LoadedGraph> {
  const inputs = { ...given, onStep: (step: string) => deadline.checkStep(step) };
  const loaded = await loadConfig({ config, assemblies: configNeighbours(inputs), workingDirectory: inputs.workingDirectory });
  const assemblies = loadInputs(inputs, loaded);
  const graph = buildGraph(assemblies);
  deadline.check(() => 'finding what refers to what');
  return { graph, loaded, diagnostics: assemblies.flatMap(({ diagnostics }) => diagnostics) };
}
