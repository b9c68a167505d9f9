import { resolve } from 'node:path';
import { loadAssembly } from '../assembly/load.js';
import type { Config } from '../config/config.js';
import { givenConfig, loadConfig } from '../config/load-config.js';
import { diffGraphs } from '../diff/diff.js';
import type { DiffReport } from '../diff/report.js';
import { isSameFolder } from '../diff/same-folder.js';
import { buildGraph } from '../graph/graph.js';
import type { CheckGraphOptions } from './check-graph.js';

export interface DiffAssembliesOptions extends Pick<CheckGraphOptions, 'checks' | 'only' | 'skip' | 'workingDirectory'> {
  /** Folders that `cdk synth` wrote. */
  readonly before: string;
  readonly after: string;
  /** A configuration, or the file that holds one. Left out: the file beside the later assembly or in the working directory, if there is one. */
  readonly config?: Config | string | undefined;
}

/** From two folders to what they differ in. Throws `InputError` when one cannot be read at all. */
export async function diffAssemblies(options: DiffAssembliesOptions): Promise<DiffReport> {
  const { workingDirectory, before: beforePath, after: afterPath } = options;
  const { config, origin } = await readConfig(options);
  // The path as the user wrote it stands in every message, so it is made absolute only where it must be.
  const isHere = resolve(workingDirectory) === process.cwd();
  const load = (path: string) => buildGraph([loadAssembly(isHere ? path : resolve(workingDirectory, path))]);
  const after = load(afterPath);
  const isSame = isSameFolder(resolve(workingDirectory, beforePath), resolve(workingDirectory, afterPath));
  // The configuration's choice of stacks is for checking: a diff is of all.
  const { stacks: _, ...rest } = config;
  return diffGraphs({
    before: isSame ? after : load(beforePath),
    after,
    beforePath,
    checking: { ...options, config: rest, configOrigin: origin },
  });
}

async function readConfig({ config, after, workingDirectory }: DiffAssembliesOptions): ReturnType<typeof loadConfig> {
  if (typeof config === 'object') return givenConfig(config, workingDirectory);
  return loadConfig({ file: config, assemblies: [after], workingDirectory });
}
