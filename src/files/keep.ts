import { lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** At this age what is kept is deleted. */
export const MAX_AGE_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/**
 * Keeps a file in the user's cache folder. It takes its place in one step, so that nobody reads half of it. A folder that cannot be written
 * is no reason to fail.
 */
export function keepFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    removeIfThere(temporary);
  }
}

/** Deletes the files of a cache folder that are older than a month. Nothing but `names` is deleted. */
export function pruneKept(folder: string, names: RegExp): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!names.test(name)) continue;
      const file = join(folder, name);
      const stats = lstatSync(file);
      if (stats.isFile() && Date.now() - stats.mtimeMs > MAX_AGE_MILLISECONDS) rmSync(file, { force: true });
    }
  } catch {
    // Another process was quicker.
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder may be a file, or not ours.
  }
}
