import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../diagnostic.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import type { Config } from './config.js';
import { findConfigFile, linkLimit } from './find-config.js';
import { describeModuleFailure, requireModule } from './modules.js';
import { validateConfig } from './validate.js';

/** A configuration, what to call it in messages, and where it is from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly origin: string;
  /** The file as messages name it; left out when there is none. */
  readonly file?: string | undefined;
  /** Absolute: what its paths are relative to. */
  readonly folder: string;
  /** Whether the user named it or it lies in the working directory. One beside an assembly that was downloaded may be anybody's. */
  readonly isTrusted: boolean;
}

export interface ConfigSearch {
  /** The file that the user names, if any. */
  readonly file: string | undefined;
  readonly assemblies: readonly string[];
  readonly workingDirectory: string;
}

/** Reads the configuration that applies; an empty one when there is none. */
export async function loadConfig(search: ConfigSearch): Promise<LoadedConfig> {
  const found = find(search);
  if (found === undefined) return noConfig(search.workingDirectory);
  return describe(found, search, isCode(found.path) ? await importDefault(found.path, found.origin) : readData(found));
}

/** The same for callers that cannot wait, such as CDK's validation. A file that is code must not use top-level `await` then. */
export function loadConfigSync(search: ConfigSearch): LoadedConfig {
  const found = find(search);
  if (found === undefined) return noConfig(search.workingDirectory);
  return describe(found, search, isCode(found.path) ? requireDefault(found.path, found.origin) : readData(found));
}

/** For a configuration that a program gives as a value. */
export function givenConfig(config: Config, workingDirectory: string): LoadedConfig {
  return { config: validateConfig(config, 'config'), origin: 'config', folder: resolve(workingDirectory), isTrusted: true };
}

interface FoundFile {
  readonly path: string;
  readonly origin: string;
  /** A folder that no link may lead out of, when the file was found and not named. */
  readonly within: string | undefined;
}

function find({ file, assemblies, workingDirectory }: ConfigSearch): FoundFile | undefined {
  const path = file === undefined ? findConfigFile(assemblies, workingDirectory) : resolve(workingDirectory, file);
  if (path === undefined) return undefined;
  return {
    path,
    origin: relative(workingDirectory, path) || path,
    within: file === undefined ? linkLimit(dirname(path), workingDirectory) : undefined,
  };
}

function noConfig(workingDirectory: string): LoadedConfig {
  return { config: {}, origin: 'the configuration', folder: resolve(workingDirectory), isTrusted: true };
}

function describe({ path, origin }: FoundFile, { file, workingDirectory }: ConfigSearch, value: unknown): LoadedConfig {
  const folder = dirname(path);
  return {
    config: validateConfig(value, origin),
    origin,
    file: origin,
    folder,
    isTrusted: file !== undefined || folder === resolve(workingDirectory),
  };
}

function isCode(path: string): boolean {
  return ['.ts', '.mjs', '.js'].includes(extname(path));
}

function readData(file: FoundFile): unknown {
  const { path, origin } = file;
  switch (extname(path)) {
    case '.json': {
      const content = parse(file, 'JSON', JSON.parse);
      return basename(path) === 'package.json' ? Object(content).synthcheck : content;
    }
    case '.yaml':
    case '.yml': {
      const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
      // An empty file is an empty configuration.
      return parse(file, 'YAML', (text) => yaml.parse(text, { logLevel: 'error' }) ?? {});
    }
    default:
      throw new InputError(`${origin}: a configuration is .json, .yaml, .yml, .ts, .mjs or .js`);
  }
}

/** Never quotes the text: the file may be a link to another. */
function parse({ path, origin, within }: FoundFile, language: string, parseText: (text: string) => unknown): unknown {
  const file = readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within });
  if ('problem' in file) throw new InputError(`${origin} ${file.problem}`);
  try {
    return parseText(file.text);
  } catch (error) {
    throw new InputError(`${origin} is not valid ${language}${placeOf(error, file.text)}`);
  }
}

/** Where the text goes wrong, without a word of it. */
function placeOf(error: unknown, text: string): string {
  const { linePos } = error as { readonly linePos?: readonly { readonly line: number; readonly col: number }[] };
  if (linePos?.[0] !== undefined) return ` (line ${linePos[0].line}, column ${linePos[0].col})`;
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

async function importDefault(path: string, origin: string): Promise<unknown> {
  try {
    // A module is read once for each address: `--watch` asks again when the file has changed.
    return defaultOf(await import(`${pathToFileURL(path).href}?${statSync(path, { throwIfNoEntry: false })?.mtimeMs}`), origin);
  } catch (error) {
    throw describeModuleFailure(error, path, origin);
  }
}

function requireDefault(path: string, origin: string): unknown {
  return defaultOf(requireModule(path, origin), origin);
}

function defaultOf(module: object, origin: string): unknown {
  if (!('default' in module)) throw new InputError(`${origin} has no default export: write \`export default { … }\``);
  return module.default;
}
