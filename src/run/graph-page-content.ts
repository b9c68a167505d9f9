import { checks } from '../../checks/index.js';
import { describeConfig } from '../config/describe-config.js';
import { loadConfig } from '../config/load-config.js';
import type { Ids } from '../config/select-checks.js';
import type { Deadline } from '../deadline.js';
import { boundDiagnostics } from '../finding/bounds.js';
import { describeFailure } from '../finding/failures.js';
import { partsOfPlace } from '../finding/place.js';
import { type GraphDocument, toGraphDocument } from '../graph/document.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { PageContent } from '../pages/graph/page-content.js';
import { checkGraph } from './check-graph.js';
import { reportHead } from './report-head.js';

interface PageOptions {
  readonly stacks: Ids | undefined;
  readonly config: string | undefined;
  /** Where a configuration may lie beside. */
  readonly configNeighbours: readonly string[];
  readonly assemblySuppressions: boolean;
  readonly deadline: Deadline;
  readonly workingDirectory: string;
}

/** Runs the checks over a graph, and puts what they find beside the part of it that is to be shown. */
export async function pageContent(document: GraphDocument, graph: ResourceGraph, options: PageOptions): Promise<PageContent> {
  const { stacks, workingDirectory } = options;
  const loaded = await loadConfig({ config: options.config, assemblies: options.configNeighbours, workingDirectory });
  const { config, origin: configOrigin } = loaded;
  const { assemblySuppressions, deadline } = options;
  const checking = { checks, config, configOrigin, stacks, assemblySuppressions, deadline, workingDirectory };
  const { findings, counts, failures, sources, suppressed, diagnostics } = checkGraph(graph, checking);
  // Ids, in the order of the graph.
  const ids = toGraphDocument(graph).resources.map(({ id }) => id);
  const positions = new Map(graph.resources().map((resource, index) => [ids[index], sources.find(partsOfPlace(resource))]));
  return {
    graph: document,
    report: {
      ...reportHead(graph, loaded),
      summary: { ...counts, suppressed, baselined: 0 },
      findings,
      diagnostics: boundDiagnostics([
        ...describeConfig(loaded),
        ...graph.assemblies.flatMap(({ diagnostics }) => diagnostics),
        ...failures.map(describeFailure),
        ...diagnostics,
      ]),
    },
    sources: document.resources.map(({ id }) => positions.get(id) ?? null),
  };
}
