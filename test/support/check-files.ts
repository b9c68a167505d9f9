import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check } from '../../src/check/check.js';

export const CHECKS_FOLDER: string = fileURLToPath(new URL('../../checks/', import.meta.url));

export interface CheckFile {
  /** The path below `checks/`, without `.ts`: what the id must be. */
  readonly id: string;
  readonly check: Check;
}

/** Every check on disk, sorted by id. */
export async function readCheckFiles(): Promise<readonly CheckFile[]> {
  const paths = readdirSync(CHECKS_FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const ids = paths.filter((path) => /^[^/]+\/[^/]+\.ts$/.test(path)).map((path) => path.slice(0, -3));
  ids.sort();
  return Promise.all(
    ids.map(async (id) => ({ id, check: ((await import(pathToFileURL(`${CHECKS_FOLDER}${id}.ts`).href)) as { default: Check }).default })),
  );
}
