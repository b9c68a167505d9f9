import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../assembly/json.js';
import { keepFile, MAX_AGE_MILLISECONDS, pruneKept } from '../../files/keep.js';
import { readRegularFile } from '../../files/read-file.js';
import { sha256 } from '../../sha256.js';
import { cacheFolder } from '../../source/cache-folder.js';
import { readEngineResult } from './cached-result.js';
import type { EngineResult } from './engine-messages.js';

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
  const hash = sha256();
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

  put(key: string, result: EngineResult): void {
    keepFile(this.#fileOf(key), JSON.stringify(result));
  }

  prune(): void {
    pruneKept(this.#folder, OWN_NAME);
  }

  #fileOf(key: string): string {
    return join(this.#folder, `${key}.json`);
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
