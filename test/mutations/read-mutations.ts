import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Mutation } from './mutation.js';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));

/** What every file in this folder and below exports as `mutations`, in the order of the files. */
export async function readMutations(): Promise<readonly Mutation[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  files.sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(FOLDER + file).href) as Promise<{ mutations?: readonly Mutation[] }>),
  );
  return modules.flatMap(({ mutations = [] }) => mutations);
}
