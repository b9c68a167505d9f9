import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../assembly/json.js';
import { readRegularFile } from '../../files/read-file.js';
import { cacheFolder } from '../../source/cache-folder.js';
import { readEngineResult } from './cached-result.js';
import type { EngineResult } from './engine-messages.js';

const MAX_AGE_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
/** Nothing else in the folder is deleted. */
const OWN_NAME = /^[0-9a-f]{64}\.json(?:\.\d+\.tmp)?$/;

/** Results of the engine by what they depend on: a file each, so that processes do not get in each other's way. Safe to delete. */
export interface LintCache {
  get(key: string): EngineResult | undefined;
  put(key: string, result: EngineResult): void;
  /** Takes out what was not of use for a month. */
  prune(): void;
}

/** A name for the result that depends on all of these. */
export function keyOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** In the user's own cache folder, where nothing that was checked out or downloaded lies; without one nothing is kept. */
export function openCache(workingDirectory: string, env: NodeJS.ProcessEnv = process.env): LintCache {
  const folder = cacheFolder('lint', workingDirectory, env);
  return folder === undefined ? NO_CACHE : new FolderCache(folder);
}

const NO_CACHE: LintCache = { get: () => undefined, put: () => {}, prune: () => {} };

class FolderCache implements LintCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get(key: string): EngineResult | undefined {
    const file = this.#fileOf(key);
    const read = readRegularFile(file, { maxBytes: MAX_ENTRY_BYTES, within: this.#folder });
    if (!('bytes' in read)) return undefined;
    const parsed = parseJson(read.bytes.toString('utf8'));
    const result = 'value' in parsed ? readEngineResult(parsed.value) : undefined;
    if (result !== undefined && Date.now() - read.stats.mtimeMs > MAX_AGE_MILLISECONDS / 2) touch(file);
    return result;
  }

  /** The new file takes its place in one step, so that nobody reads half of it. A folder that cannot be written is no reason to fail. */
  put(key: string, result: EngineResult): void {
    const file = this.#fileOf(key);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, JSON.stringify(result), { flag: 'wx', mode: 0o600 });
      renameSync(temporary, file);
    } catch {
      removeIfThere(temporary);
    }
  }

  prune(): void {
    try {
      for (const name of readdirSync(this.#folder)) {
        if (!OWN_NAME.test(name)) continue;
        const file = join(this.#folder, name);
        const stats = lstatSync(file);
        if (stats.isFile() && Date.now() - stats.mtimeMs > MAX_AGE_MILLISECONDS) rmSync(file, { force: true });
      }
    } catch {
      // Another process was quicker.
    }
  }

  #fileOf(key: string): string {
    return join(this.#folder, `${key}.json`);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder may be a file, or not ours.
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Another process has pruned it.
  }
}
