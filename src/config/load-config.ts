import { statSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../diagnostic.js';
import { LINK_OUT, leadsOut, MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import type { Config } from './config.js';
import { type ParsedText, parseJsonText, parseYamlText, type TextProblem } from './config-text.js';
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
  return describe(found, search, isCode(found.path) ? { value: await importDefault(found.path, found.origin) } : readData(found));
}

/** The same for callers that cannot wait, such as CDK's validation. A file that is code must not use top-level `await` then. */
export function loadConfigSync(search: ConfigSearch): LoadedConfig {
  const found = find(search);
  if (found === undefined) return noConfig(search.workingDirectory);
  return describe(found, search, isCode(found.path) ? { value: requireDefault(found.path, found.origin) } : readData(found));
}

/** For a configuration that a program gives as a value. */
export function givenConfig(config: Config, workingDirectory: string): LoadedConfig {
  return { config: validateConfig(config, 'config'), origin: 'config', folder: resolve(workingDirectory), isTrusted: true };
}

/** Code has no positions. */
type Content = Pick<ParsedText, 'value'> & Partial<ParsedText>;

interface FoundFile {
  readonly path: string;
  readonly origin: string;
  /** A folder that no link may lead out of, when the file was found and not named. */
  readonly within: string | undefined;
}

function find({ file, assemblies, workingDirectory }: ConfigSearch): FoundFile | undefined {
  const path = file === undefined ? findConfigFile(assemblies, workingDirectory) : resolve(workingDirectory, file);
  if (path === undefined) return undefined;
  const origin = relative(workingDirectory, path) || path;
  const within = file === undefined ? linkLimit(dirname(path), workingDirectory) : undefined;
  // What a module holds is quoted where it is wrong.
  if (within !== undefined && isCode(path) && leadsOut(path, within)) throw new InputError(`${origin} ${LINK_OUT}`);
  return { path, origin, within };
}

function noConfig(workingDirectory: string): LoadedConfig {
  return { config: {}, origin: 'the configuration', folder: resolve(workingDirectory), isTrusted: true };
}

function describe({ path, origin }: FoundFile, { file, workingDirectory }: ConfigSearch, { value, positionOf }: Content): LoadedConfig {
  const folder = dirname(path);
  return {
    config: validateConfig(value, origin, positionOf),
    origin,
    file: origin,
    folder,
    isTrusted: file !== undefined || folder === resolve(workingDirectory),
  };
}

function isCode(path: string): boolean {
  return ['.ts', '.mjs', '.js'].includes(extname(path));
}

function readData({ path, origin, within }: FoundFile): Content {
  const parse = PARSERS.get(extname(path));
  if (parse === undefined) throw new InputError(`${origin}: a configuration is .json, .yaml, .yml, .ts, .mjs or .js`);
  const file = readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within });
  if ('problem' in file) throw new InputError(`${origin} ${file.problem}`);
  const parsed = parse(file.text);
  if ('problem' in parsed) {
    const { problem, position } = parsed;
    throw new InputError(`${origin}${position === undefined ? '' : `:${position.line}:${position.column}`} ${problem}`);
  }
  if (basename(path) !== 'package.json') return parsed;
  return { value: Object(parsed.value).synthcheck, positionOf: (steps) => parsed.positionOf(['synthcheck', ...steps]) };
}

const PARSERS: ReadonlyMap<string, (text: string) => ParsedText | TextProblem> = new Map([
  ['.json', parseJsonText],
  ['.yaml', parseYamlText],
  ['.yml', parseYamlText],
]);

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
