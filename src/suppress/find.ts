import type { Config } from '../config/config.js';
import type { Selection } from '../config/select-checks.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { ResourceGraph } from '../graph/graph.js';
import { readAcknowledgements } from './acknowledgements.js';
import { readConfiguredSuppressions } from './configured.js';
import { readMetadataSuppressions } from './resource-metadata.js';
import type { Suppression } from './suppression.js';

/** All suppressions that apply to a graph, wherever they are written, and what is wrong with how they are written. */
export function findSuppressions(
  graph: ResourceGraph,
  config: Config,
  configOrigin: string,
  { unknown }: Pick<Selection, 'unknown'>,
): { readonly suppressions: readonly Suppression[]; readonly problems: readonly ReportDiagnostic[] } {
  const metadata = readMetadataSuppressions(graph);
  const written = [...readAcknowledgements(graph.stacks), ...metadata.suppressions];
  const problems = [...metadata.problems];
  const suppressions: Suppression[] = [];
  for (const suppression of written) {
    // The configuration's were verified with the rest of it.
    const problem = suppression.isOwn ? suppression.ids.map(unknown).find((found) => found !== undefined) : undefined;
    if (problem === undefined) suppressions.push(suppression);
    else problems.push(`${suppression.name} does nothing: ${problem}.`);
  }
  return {
    suppressions: [...suppressions, ...readConfiguredSuppressions(config, configOrigin)],
    problems: problems.map((message) => ({ severity: 'warning', message })),
  };
}
