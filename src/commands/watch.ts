import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBeingWritten } from '../assembly/synth-lock.js';

const POLL_MILLISECONDS = 250;

export interface WatchOptions {
  readonly folders: readonly string[];
  readonly workingDirectory: string;
  /** Ends the watch. Without one it goes on until the process ends. */
  readonly signal?: AbortSignal | undefined;
  /** Gives the exit code. */
  run(): Promise<number>;
}

/**
 * Runs once, and again after each synth. Files are replaced one by one, the manifest after the templates and the validation report last, and an
 * app without the command line takes no lock: so a state counts when it is there twice in a row and nobody holds the lock.
 */
export async function watch({ folders, workingDirectory, signal, run }: WatchOptions): Promise<number> {
  const paths = folders.map((folder) => resolve(workingDirectory, folder));
  let code = 0;
  let before: string | undefined;
  let checked: string | undefined;
  for (;;) {
    const state = stateOf(paths);
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
function stateOf(paths: readonly string[]): string | undefined {
  const parts: string[] = [];
  for (const path of paths) {
    const manifest = statSync(join(path, 'manifest.json'), { throwIfNoEntry: false });
    if (manifest === undefined || isBeingWritten(path)) return undefined;
    const report = statSync(join(path, 'validation-report.json'), { throwIfNoEntry: false });
    parts.push([manifest, report].map((file) => `${file?.mtimeMs}:${file?.size}:${file?.ino}`).join(' '));
  }
  return parts.join('\n');
}
