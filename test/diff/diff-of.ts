import { checks } from '../../checks/index.js';
import type { DiffReport, ResourceChange } from '../../src/diff/report.js';
import { diffAssemblies } from '../../src/run/diff-assemblies.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';

/** The diff of two assemblies that are written for it. */
export function diffOf(before: AssemblySketch, after: AssemblySketch): Promise<DiffReport> {
  return diffFolders(writeAssembly(before), writeAssembly(after));
}

export function diffFolders(before: string, after: string): Promise<DiffReport> {
  return diffAssemblies({ before, after, checks, config: {}, workingDirectory: process.cwd() });
}

/** Kind, consequence, stack and logical id of each change: what most tests compare. */
export function shortly(changes: readonly ResourceChange[]): readonly string[] {
  return changes.map(({ change, consequence, before, after }) => {
    const place = after ?? before;
    return `${change} ${consequence} ${place?.stack.id}.${place?.resource?.logicalId}`;
  });
}
