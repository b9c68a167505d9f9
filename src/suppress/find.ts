import type { Config } from '../config/config.js';
import type { GlobBudget } from '../config/glob.js';
import type { Selection } from '../config/select-checks.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { readAcknowledgements } from './acknowledgements.js';
import { readConfiguredSuppressions } from './configured.js';
import { readMetadataSuppressions } from './resource-metadata.js';
import type { Suppression } from './suppression.js';

/** A glob is compared with hundreds of ids of some thirty letters. */
const COST_OF_UNKNOWN = 200;

/** All suppressions that apply to a graph, wherever they are written, and what is wrong with how they are written. */
export function findSuppressions(
  graph: ResourceGraph,
  config: Config,
  configOrigin: string,
  { unknown }: Pick<Selection, 'unknown'>,
  options: { readonly ofAssembly: boolean; readonly budget: GlobBudget },
): { readonly suppressions: readonly Suppression[]; readonly problems: readonly ReportDiagnostic[] } {
  const { ofAssembly, budget } = options;
  const metadata = ofAssembly ? readMetadataSuppressions(graph, budget) : { suppressions: [], problems: [] };
  const written = ofAssembly ? [...readAcknowledgements(graph.stacks, budget), ...metadata.suppressions] : [];
  const problems = [...metadata.problems];
  const suppressions: Suppression[] = [];
  const known = new Map<string, string | undefined>();
  const isUnknown = (id: string): string | undefined => {
    // A glob is compared with all checks; when the globs of an assembly have been too much work, no more of them are.
    if (!known.has(id)) known.set(id, budget.isSpent ? undefined : unknown(id));
    budget.spend(id.length * COST_OF_UNKNOWN);
    return known.get(id);
  };
  for (const suppression of written) {
    // The configuration's were verified with the rest of it.
    const problem = suppression.isOwn ? suppression.ids.map(isUnknown).find((found) => found !== undefined) : undefined;
    if (problem === undefined) suppressions.push(suppression);
    else problems.push(`${suppression.name} does nothing: ${problem}.`);
  }
  return {
    suppressions: [...suppressions, ...readConfiguredSuppressions(config, configOrigin)],
    problems: problems.map((message) => ({ severity: 'warning', message })),
  };
}
