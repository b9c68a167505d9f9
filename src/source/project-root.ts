import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * The folder that reported source files are relative to: the repository, since that is what GitHub's annotations need
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message);
 * else the CDK project. An assembly that lies elsewhere (a downloaded artifact) belongs to the working directory's.
 */
export function findProjectRoot(assemblyRoot: string, workingDirectory: string): string {
  return (
    findUpwards(assemblyRoot, ['.git']) ??
    findUpwards(assemblyRoot, ['cdk.json', 'package.json']) ??
    findUpwards(workingDirectory, ['.git']) ??
    resolve(workingDirectory)
  );
}

/** The nearest folder with `.git` at or above this one. */
export function findRepository(directory: string): string | undefined {
  return findUpwards(directory, ['.git']);
}

/** The path to show in `directory` for a file that is given relative to the project's root. */
export function toPathFrom(directory: string, projectRoot: string, file: string): string {
  return toSlashes(relative(directory, join(projectRoot, file)));
}

export function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** `directory` and the folders above it, up to and with `last` when it is one of them, else up to the file system's root. */
export function foldersUpwards(directory: string, last?: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(directory), parent: string; ; folder = parent) {
    folders.push(folder);
    parent = dirname(folder);
    if (folder === last || parent === folder) return folders;
  }
}

/** Never the file system's root: everything would be inside such a project. */
function findUpwards(directory: string, names: readonly string[]): string | undefined {
  return foldersUpwards(directory).find((folder) => folder !== dirname(folder) && names.some((name) => existsSync(join(folder, name))));
}
