import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check } from '../../src/check/check.js';

export const CHECKS_FOLDER: string = fileURLToPath(new URL('../../checks/', import.meta.url));

export interface CheckFile {
  /** The path below `checks/`, without `.ts`. */
  readonly file: string;
  /** `default`, or, in a family, the name of the export. */
  readonly name: string;
  /** What the id must be, by file and name: `rds/global-clusters` and `globalClusterMissing` make `rds/global-cluster-missing`. */
  readonly id: string;
  readonly check: Check;
}

/** Every check on disk, sorted by id. */
export async function readCheckFiles(): Promise<readonly CheckFile[]> {
  const paths = readdirSync(CHECKS_FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => /^[^/]+\/[^/]+\.ts$/.test(path)).map((path) => path.slice(0, -3));
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(pathToFileURL(`${CHECKS_FOLDER}${file}.ts`).href)) as Readonly<Record<string, Check>>;
      return Object.entries(exported).map(([name, check]) => ({ file, name, id: idOf(file, name), check }));
    }),
  );
  return found.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
}

function idOf(file: string, name: string): string {
  if (name === 'default') return file;
  return `${file.slice(0, file.indexOf('/'))}/${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`;
}
