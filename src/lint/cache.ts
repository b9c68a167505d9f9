import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, ownList, ownString, parseJson } from '../assembly/json.js';
import { foldersUpwards } from '../source/project-root.js';
import type { EngineDiagnostic, EngineResult } from './engine-messages.js';

const MAX_AGE_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

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

/** In `node_modules/.cache` of the nearest package that has its packages installed; without one nothing is kept. */
export function openCache(workingDirectory: string): LintCache {
  const owner = foldersUpwards(workingDirectory).find((folder) => existsSync(join(folder, 'node_modules')));
  return owner === undefined ? NO_CACHE : new FolderCache(join(owner, 'node_modules', '.cache', 'synthcheck', 'lint'));
}

const NO_CACHE: LintCache = { get: () => undefined, put: () => {}, prune: () => {} };

class FolderCache implements LintCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get(key: string): EngineResult | undefined {
    const file = this.#fileOf(key);
    try {
      const result = readResult(readFileSync(file, 'utf8'));
      if (result !== undefined && Date.now() - statSync(file).mtimeMs > MAX_AGE_MILLISECONDS / 2) touch(file);
      return result;
    } catch {
      return undefined;
    }
  }

  /** The new file takes its place in one step, so that nobody reads half of it. A folder that cannot be written is no reason to fail. */
  put(key: string, result: EngineResult): void {
    const file = this.#fileOf(key);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(temporary, JSON.stringify(result));
      renameSync(temporary, file);
    } catch {
      removeIfThere(temporary);
    }
  }

  prune(): void {
    try {
      for (const name of readdirSync(this.#folder)) {
        const file = join(this.#folder, name);
        if (Date.now() - statSync(file).mtimeMs > MAX_AGE_MILLISECONDS) rmSync(file, { force: true });
      }
    } catch {
      // Another process was quicker, or there is nothing yet.
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
  const now = new Date();
  utimesSync(file, now, now);
}

/** Undefined for what an interrupted disk or another hand has left. */
function readResult(text: string): EngineResult | undefined {
  const parsed = parseJson(text);
  if ('problem' in parsed || !isObject(parsed.value)) return undefined;
  const status = ownString(parsed.value, 'status');
  const diagnostics = ownList(parsed.value, 'diagnostics');
  const isWhole = diagnostics.every(
    (entry) => isObject(entry) && ownString(entry, 'ruleId') !== undefined && ownString(entry, 'message') !== undefined,
  );
  if (!isWhole || (status !== 'OK' && status !== 'ANALYSIS_INCOMPLETE' && status !== 'ERROR')) return undefined;
  return { status, diagnostics: diagnostics as unknown as readonly EngineDiagnostic[] };
}
