import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../diagnostic.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { importModule } from '../import-module.js';
import type { Config } from './config.js';
import { type ParsedText, parseJsonText, parseYamlText, type TextProblem } from './config-text.js';
import { type ConfigSearch, type FoundConfig, findConfig, isCode, type LoadedConfig, noConfig } from './loaded-config.js';
import { describeModuleFailure, requireModule } from './modules.js';
import { validateConfig } from './validate.js';

/** Reads a configuration that is there: a file, or code that exports it. Throws an `InputError` with every problem. */
export async function readConfig(found: FoundConfig, workingDirectory: string): Promise<LoadedConfig> {
  return describe(found, workingDirectory, isCode(found.path) ? { value: await importDefault(found.path, found.origin) } : readData(found));
}

/** `loadConfig` for callers that cannot wait, such as CDK's validation. A file that is code must not use top-level `await` then. */
export function loadConfigSync(search: ConfigSearch): LoadedConfig {
  const { config, workingDirectory } = search;
  if (typeof config === 'object') return givenConfig(config, workingDirectory);
  const found = findConfig(config, search);
  if (found === undefined) return noConfig(workingDirectory);
  return describe(found, workingDirectory, isCode(found.path) ? { value: requireDefault(found.path, found.origin) } : readData(found));
}

/** For a configuration that a program gives as a value. */
export function givenConfig(config: Config, workingDirectory: string): LoadedConfig {
  return { config: validateConfig(config, 'config'), origin: 'config', folder: resolve(workingDirectory), isTrusted: true };
}

/** Code has no positions. */
type Content = Pick<ParsedText, 'value'> & Partial<ParsedText>;

function describe({ path, origin, isNamed }: FoundConfig, workingDirectory: string, { value, positionOf }: Content): LoadedConfig {
  const folder = dirname(path);
  return {
    config: validateConfig(value, origin, positionOf),
    origin,
    file: origin,
    folder,
    isTrusted: isNamed || folder === resolve(workingDirectory),
  };
}

function readData({ path, origin, within }: FoundConfig): Content {
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
    return defaultOf(await importModule(`${pathToFileURL(path).href}?${statSync(path, { throwIfNoEntry: false })?.mtimeMs}`), origin);
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
