import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the whole assembly, given templates in it: stages have folders of their own inside, each with a manifest. */
export function findAssemblyRoot(templatePaths: readonly string[]): string | undefined {
  const [first] = templatePaths;
  if (first === undefined) return undefined;
  let root = dirname(first);
  for (let parent = dirname(root); parent !== root && hasManifest(parent); parent = dirname(root)) root = parent;
  return hasManifest(root) ? root : undefined;
}

function hasManifest(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json'));
}
