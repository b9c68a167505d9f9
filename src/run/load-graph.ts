import { resolve } from 'node:path';
import { loadAssembly } from '../assembly/load.js';
import type { Deadline } from '../deadline.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { buildGraph } from '../graph/graph.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Folders as one graph, and what is to be said of them. Throws `InputError` for one that cannot be read at all. */
export function loadGraph(
  paths: readonly string[],
  workingDirectory: string,
  deadline: Deadline,
): { readonly graph: ResourceGraph; readonly diagnostics: readonly ReportDiagnostic[] } {
  // The path as the user wrote it stands in every message, so it is made absolute only where it must be.
  const isHere = resolve(workingDirectory) === process.cwd();
  const assemblies = paths.map((path) => {
    const assembly = loadAssembly(isHere ? path : resolve(workingDirectory, path));
    deadline.check(() => `reading ${path}`);
    return assembly;
  });
  return { graph: buildGraph(assemblies), diagnostics: assemblies.flatMap(({ diagnostics }) => diagnostics) };
}
