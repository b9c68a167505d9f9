import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';

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
  if (hasKeyInPackageJson(folder)) files.push(join(folder, 'package.json'));
  if (files.length > 1) throw new InputError(`${shown(files, workingDirectory)} are both configurations: keep one`);
  const [file] = files;
  if (file !== undefined && folder !== resolve(workingDirectory) && CODE_FILES.some((name) => file.endsWith(name)))
    throw new InputError(`${shown(files, workingDirectory)} is code beside the assembly, and is not run unasked: name it with --config`);
  return file;
}

function hasKeyInPackageJson(folder: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')), 'synthcheck');
  } catch {
    return false;
  }
}

function shown(files: readonly string[], workingDirectory: string): string {
  return files.map((file) => relative(workingDirectory, file)).join(' and ');
}
