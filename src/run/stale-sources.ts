import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from '../assembly/model.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { Sources } from '../finding/sources.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Resources whose source is looked for, and files that are looked at: enough to see that someone has edited the app. */
const MAX_RESOURCES = 500;
const MAX_FILES = 100;
/** A checkout writes sources and a committed assembly in any order. */
const TOLERANCE_MILLISECONDS = 60_000;

/** Says when the app was changed after `cdk synth`: what is checked is not what the app says now. */
export function describeStaleSources(graph: ResourceGraph, sources: Sources): readonly ReportDiagnostic[] {
  return graph.assemblies.flatMap((assembly): readonly ReportDiagnostic[] => {
    // When a pack's assembly was written it does not say.
    if (assembly.packed !== undefined) return [];
    const root = sources.rootOf(assembly);
    const isNewer = (file: string): boolean => modifiedAt(join(root, file)) > assembly.manifestModified + TOLERANCE_MILLISECONDS;
    const newer = sourceFilesOf(graph, assembly, sources).filter(isNewer);
    const [file] = newer;
    if (file === undefined || isWrittenAfter(assembly, newer, root)) return [];
    const more = newer.length > 1 ? ` Other files of the app were, too (${newer.length - 1}).` : '';
    const message = `The file was changed after the assembly ${assembly.path} was written.${more} Run \`cdk synth\` again: what is checked is not what the app says now.`;
    return [{ severity: 'warning', message, file }];
  });
}

/** Those that traces name and that are there. */
function sourceFilesOf(graph: ResourceGraph, { stacks }: CloudAssembly, sources: Sources): readonly string[] {
  const files = new Set<string>();
  let looked = 0;
  for (const stack of stacks) {
    for (const resource of graph.resourcesOf(stack)) {
      if (looked++ >= MAX_RESOURCES || files.size >= MAX_FILES) return [...files];
      const file = sources.createdIn(resource);
      if (file !== undefined) files.add(file);
    }
  }
  return [...files];
}

/** Whether a template is as new as they are: the manifest of a committed assembly may be older than its templates. */
function isWrittenAfter({ stacks, root }: CloudAssembly, files: readonly string[], sourceRoot: string): boolean {
  const newest = Math.max(...files.map((file) => modifiedAt(join(sourceRoot, file)))) - TOLERANCE_MILLISECONDS;
  return stacks.some(({ templateFile }) => modifiedAt(join(root, templateFile)) >= newest);
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
