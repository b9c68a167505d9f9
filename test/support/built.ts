import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the program when something is newer than what is built. Test files run beside each other, and only one of them may build. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(root, 'node_modules/.build-lock');
  const started = Date.now();
  while (!take(lock)) {
    // Left behind by a run that was stopped.
    if (Date.now() - started > 120_000) rmSync(lock, { recursive: true, force: true });
    await setTimeout(200);
  }
  try {
    if (newestIn('src', 'checks') > modified('dist/src/cli.js')) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'pipe' });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function newestIn(...folders: readonly string[]): number {
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))));
  return Math.max(...files.map(modified));
}

function modified(file: string): number {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
