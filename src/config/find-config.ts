import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { findRepository } from '../source/project-root.js';

const DATA_FILES = ['synthcheck.config.json', 'synthcheck.config.yaml', 'synthcheck.config.yml'];
const CODE_FILES = ['synthcheck.config.ts', 'synthcheck.config.mjs', 'synthcheck.config.js'];

/**
 * The configuration file that applies, as an absolute path: the one beside the assembly, else the one in the working directory.
 * A file that is code counts only in the working directory: beside an assembly that was downloaded it may be anybody's.
 */
export function findConfigFile(assemblies: readonly string[], workingDirectory: string): string | undefined {
  const folders = new Set(assemblies.map((assembly) => dirname(resolve(workingDirectory, assembly))));
  const beside = [...folders].flatMap((folder) => configFileIn(folder, workingDirectory) ?? []);
  if (beside.length > 1) throw new InputError(`${shown(beside, workingDirectory)} apply, one beside each assembly: name one with --config`);
  return beside[0] ?? configFileIn(resolve(workingDirectory), workingDirectory);
}

function configFileIn(folder: string, workingDirectory: string): string | undefined {
  const files = [...DATA_FILES, ...CODE_FILES].map((name) => join(folder, name)).filter((file) => existsSync(file));
  if (hasKeyInPackageJson(folder, workingDirectory)) files.push(join(folder, 'package.json'));
  if (files.length > 1) throw new InputError(`${shown(files, workingDirectory)} are both configurations: keep one`);
  const [file] = files;
  if (file !== undefined && folder !== resolve(workingDirectory) && CODE_FILES.some((name) => file.endsWith(name)))
    throw new InputError(`${shown(files, workingDirectory)} is code beside the assembly: name it with --config to run it`);
  return file;
}

/**
 * The folder that a file which was found here may be linked from: the repository for the working directory, where several projects may share
 * one configuration, and this folder alone for an assembly that may be anybody's.
 */
export function linkLimit(folder: string, workingDirectory: string): string {
  return folder === resolve(workingDirectory) ? (findRepository(folder) ?? folder) : folder;
}

function hasKeyInPackageJson(folder: string, workingDirectory: string): boolean {
  const file = readRegularText(join(folder, 'package.json'), { maxBytes: MAX_TEXT_BYTES, within: linkLimit(folder, workingDirectory) });
  try {
    return 'text' in file && Object.hasOwn(JSON.parse(file.text), 'synthcheck');
  } catch {
    return false;
  }
}

function shown(files: readonly string[], workingDirectory: string): string {
  return files.map((file) => relative(workingDirectory, file)).join(' and ');
}
