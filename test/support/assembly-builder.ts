import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type AssemblySketch, writeSketch } from '../../src/testing/assembly-sketch.js';

export {
  ACCOUNT,
  type AssemblySketch,
  type StackSketch,
  writeFiles,
} from '../../src/testing/assembly-sketch.js';

/** Writes a cdk.out as CDK 2.276 would into a new temporary folder, and gives its path. The folder goes away after the test file. */
export function writeAssembly(sketch: AssemblySketch): string {
  const root = join(temporaryFolder(), 'cdk.out');
  writeSketch(root, sketch);
  return root;
}

/** A new empty folder, removed after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
