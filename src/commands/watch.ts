import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBeingWritten } from '../assembly/synth-lock.js';
import { findConfigFile } from '../config/find-config.js';
import { InputError } from '../diagnostic.js';
import { findCandidates } from '../plain/find-templates.js';

const POLL_MILLISECONDS = 250;

export interface WatchOptions {
  /** Folders that `cdk synth` writes, templates, and folders of them. */
  readonly inputs: readonly string[];
  /** The configuration file, when it is named. */
  readonly config?: string | undefined;
  readonly workingDirectory: string;
  /** Ends the watch. Without one it goes on until the process ends. */
  readonly signal?: AbortSignal | undefined;
  /** Gives the exit code. */
  run(): Promise<number>;
}

/**
 * Runs once, and again after each synth and each change of templates and of the configuration. Files are replaced one by one, the manifest after the templates and the validation report last, and an
 * app without the command line takes no lock: so a state counts when it is there twice in a row and nobody holds the lock.
 */
export async function watch({ inputs, config, workingDirectory, signal, run }: WatchOptions): Promise<number> {
  const paths = inputs.map((input) => resolve(workingDirectory, input));
  const configFile = (): string | undefined =>
    config === undefined ? foundConfig(paths, workingDirectory) : resolve(workingDirectory, config);
  let code = 0;
  let before: string | undefined;
  let checked: string | undefined;
  for (;;) {
    const state = stateOf(paths, configFile());
    if (state !== undefined && state === before && state !== checked) {
      checked = state;
      code = await run();
    }
    before = state;
    try {
      await sleep(POLL_MILLISECONDS, undefined, signal && { signal });
    } catch {
      return code;
    }
  }
}

/** Undefined while there is nothing whole. */
function stateOf(paths: readonly string[], configFile: string | undefined): string | undefined {
  const parts = configFile === undefined ? [] : [configFile, versionOf(configFile)];
  for (const path of paths) {
    const manifest = versionOf(join(path, 'manifest.json'));
    const templates = manifest === MISSING ? templatesIn(path) : [];
    if ((manifest === MISSING && templates.length === 0) || isBeingWritten(path)) return undefined;
    parts.push(manifest, versionOf(join(path, 'validation-report.json')), ...templates.map((file) => `${file} ${versionOf(file)}`));
  }
  return parts.join('\n');
}

const MISSING = '-';

/** A template, or what may be one in a folder of them; an app whose assembly is not there yet has none. */
function templatesIn(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [path];
  return versionOf(join(path, 'cdk.json')) === MISSING ? findCandidates(path) : [];
}

function versionOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? MISSING : `${stats.mtimeMs}:${stats.size}:${stats.ino}`;
}

/** The run itself says what is wrong when there is no telling. */
function foundConfig(paths: readonly string[], workingDirectory: string): string | undefined {
  try {
    return findConfigFile(paths, workingDirectory);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
