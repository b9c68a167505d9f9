import { turnedOff } from '../config/describe-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { countAssemblies } from '../finding/counts.js';
import type { Report } from '../finding/report.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { ownVersion } from '../version.js';

/** What a report says of the program, of what it has read, and of its configuration file. */
export function reportHead(graph: ResourceGraph, { config, file }: LoadedConfig): Omit<Report, 'summary' | 'findings' | 'diagnostics'> {
  return {
    version: 1,
    tool: { name: 'synthcheck', version: ownVersion() },
    assemblies: countAssemblies(graph),
    ...(file !== undefined && { configuration: { file, off: [...turnedOff(config)] } }),
  };
}
