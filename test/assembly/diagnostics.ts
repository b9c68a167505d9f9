import { loadAssembly } from '../../src/assembly/load.js';
import type { CloudAssembly } from '../../src/assembly/model.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';

/** Loads a sketch, or a folder. */
export function load(input: AssemblySketch | string): CloudAssembly {
  return loadAssembly(typeof input === 'string' ? input : writeAssembly(input));
}

/** Each diagnostic on a line, with its file below the assembly: `error manifest.json: …`. */
export function diagnosticsOf(assembly: CloudAssembly): readonly string[] {
  return assembly.diagnostics.map(({ severity, message, file }) => `${severity} ${file?.slice(assembly.path.length + 1)}: ${message}`);
}

/** Ids of all stacks. */
export function idsOf(assembly: CloudAssembly): readonly string[] {
  return assembly.stacks.map(({ id }) => id);
}

export const QUEUE = { Type: 'AWS::SQS::Queue' };
