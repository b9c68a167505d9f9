import type { Config } from '../config/config.js';
import { describeConfig } from '../config/describe-config.js';
import { toSettings } from '../config/settings.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { boundDiagnostics } from '../finding/bounds.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { type Assessment, assessmentsOf } from '../resilience/assess.js';
import { type ResilienceReport, toContractReport } from '../resilience/report.js';
import { ownVersion } from '../version.js';
import { loadGraph } from './load-graph.js';

export interface AssessAssembliesOptions {
  /** Folders that `cdk synth` wrote, templates without the CDK, and folders of them; assessed as one graph. */
  readonly assemblies: readonly string[];
  readonly workingDirectory: string;
  /** A configuration, or the file that holds one. Left out: the file beside the assembly or in the working directory, if there is one. */
  readonly config?: Config | string | undefined;
  /** Seconds after which the run ends with an `InputError` that says what was going on. 600 when it is left out. */
  readonly timeout?: number | undefined;
}

export interface Assessed {
  readonly report: ResilienceReport;
  readonly assessments: readonly Assessment[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** From folders to what is proved of their contracts. Throws `InputError` when none is declared, or when it cannot be done at all. */
export async function assessAssemblies(options: AssessAssembliesOptions): Promise<Assessed> {
  const { assemblies: paths, workingDirectory, config } = options;
  const deadline = new Deadline(options.timeout ?? DEFAULT_TIMEOUT_SECONDS);
  const { graph, loaded, diagnostics } = await loadGraph({ paths, config, deadline, workingDirectory });
  const assessments = assessmentsOf(graph, toSettings(loaded.config));
  if (assessments.length === 0)
    throw new InputError(
      'no contract is declared: add `resilience` to the configuration; `synthcheck init --resilience` prints one that fits the app',
    );
  const contracts = assessments.map((assessment) => {
    deadline.check(() => `assessing ${assessment.contract.name}`);
    return toContractReport(assessment);
  });
  return {
    report: { version: 1, tool: { name: 'synthcheck', version: ownVersion() }, assemblies: paths, contracts },
    assessments,
    diagnostics: boundDiagnostics([...describeConfig(loaded), ...diagnostics]),
  };
}
