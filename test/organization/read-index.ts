import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { expect } from 'vitest';
import { type AssemblySketch, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { type RunOptions, runMain } from '../support/run-main.js';

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Runs `synthcheck index` over assemblies of one application, and gives the folder of its tables. */
export async function writeIndex(sketches: readonly AssemblySketch[], argv: readonly string[] = [], options: RunOptions = {}) {
  const cwd = options.cwd ?? temporaryFolder();
  const app = argv.includes('--app') ? [] : ['--app', 'payments'];
  const { code, stderr } = await runMain(['index', ...sketches.map(writeAssembly), ...app, ...argv], { ...options, cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return join(cwd, 'index');
}

export async function readRows(folder: string, table: string, application = 'payments'): Promise<Rows> {
  const bytes = readFileSync(join(folder, `application=${application}`, `${table}.parquet`));
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

/** The index of one application: the rows of a table. */
export async function rowsOf(sketch: AssemblySketch, table: string, argv: readonly string[] = []): Promise<Rows> {
  return readRows(await writeIndex([sketch], argv), table);
}
