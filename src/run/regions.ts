import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { regionsWithData } from '../facts/availability/lookup.js';
import { isMisspelledRegion, isRegion } from '../facts/regions.js';
import { boundDiagnostics } from '../finding/bounds.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { type RegionsReport, toRegionsReport } from '../resilience/regions/report.js';
import { loadGraph } from './load-graph.js';

export interface CompareRegionsOptions {
  /** Folders that `cdk synth` wrote, templates without the CDK, and folders of them. */
  readonly assemblies: readonly string[];
  /** Codes of regions, or `all` for those with data. */
  readonly regions: readonly string[];
  readonly workingDirectory: string;
  readonly timeout?: number | undefined;
}

/** Whether an app can be deployed to other regions. Throws `InputError` for what is no region. */
export async function compareRegions({ assemblies: paths, regions, workingDirectory, timeout }: CompareRegionsOptions): Promise<{
  readonly report: RegionsReport;
  readonly diagnostics: readonly ReportDiagnostic[];
}> {
  const wrong = regions.find((region) => region !== 'all' && (!isRegion(region) || isMisspelledRegion(region)));
  if (wrong !== undefined) throw new InputError(`\`${wrong}\` is not a region: write a code such as eu-central-2, or all`);
  const deadline = new Deadline(timeout ?? DEFAULT_TIMEOUT_SECONDS);
  const { graph, diagnostics } = await loadGraph({ paths, deadline, workingDirectory });
  const wanted = regions.flatMap((region) => (region === 'all' ? regionsWithData() : [region]));
  return { report: toRegionsReport(graph, [...new Set(wanted)]), diagnostics: boundDiagnostics(diagnostics) };
}
