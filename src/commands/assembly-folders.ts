import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { suggest } from '../suggestion.js';
import { COMMAND_NAMES } from './names.js';

const DEFAULT_FOLDER = 'cdk.out';

/**
 * The folders of the assemblies that a command line names. A folder without a manifest may be an app, whose assembly is in it. Throws
 * `InputError` for a word that is no folder and nearly a command.
 */
export function assemblyFolders(
  given: readonly string[] | undefined,
  workingDirectory: string,
  templates: readonly string[] = [],
): readonly string[] {
  if (given === undefined || given.length === 0) return templates.length > 0 ? [] : [defaultFolder(workingDirectory)];
  return given.map((path) => assemblyFolder(path, workingDirectory));
}

/** Where there is neither an app of the CDK nor its output, templates without it. */
function defaultFolder(workingDirectory: string): string {
  const output = outputOf(workingDirectory) ?? DEFAULT_FOLDER;
  const isCdk = existsSync(join(workingDirectory, 'cdk.json')) || existsSync(resolve(workingDirectory, output));
  return isCdk ? output : '.';
}

export function assemblyFolder(path: string, workingDirectory: string): string {
  const folder = resolve(workingDirectory, path);
  if (!existsSync(folder)) {
    const suggestion = /^[a-z]+$/.test(path) ? suggest(path, COMMAND_NAMES) : '';
    if (suggestion !== '') throw new InputError(`\`${path}\` is neither a command nor a folder${suggestion}`);
    return path;
  }
  if (existsSync(join(folder, 'manifest.json'))) return path;
  const inside = [outputOf(folder), DEFAULT_FOLDER].find(
    (name) => name !== undefined && existsSync(resolve(folder, name, 'manifest.json')),
  );
  return inside === undefined ? path : join(path, inside);
}

/** `output` of an app's `cdk.json`, when it is below the app. https://docs.aws.amazon.com/cdk/v2/guide/cli.html */
export function outputOf(folder: string): string | undefined {
  const read = readRegularText(join(folder, 'cdk.json'), { maxBytes: MAX_TEXT_BYTES, within: folder });
  if (!('text' in read)) return undefined;
  try {
    const { output } = Object(JSON.parse(read.text)) as { readonly output?: unknown };
    return typeof output === 'string' && /^(?!\.\.(?:[\\/]|$)|[\\/]|[A-Za-z]:)[^\0]{1,1000}$/.test(output) ? output : undefined;
  } catch {
    return undefined;
  }
}
