import { join, resolve } from 'node:path';
import { type Language, languageOfCommand } from '../language.js';
import { type ContainedFiles, createContainedFiles } from './contained-files.js';
import { foldersUpwards } from './project-root.js';

/** Files of a CDK app, relative to the project's root. */
export interface AppFiles {
  /** What `cdk.json` runs: `bin/app.ts`. */
  readonly entry?: string;
  readonly config?: string;
}

interface AppConfig {
  readonly files: ContainedFiles;
  readonly folder: string;
  readonly config: string;
}

/** Finds the app that wrote an assembly: the nearest `cdk.json` above it, and the file that its `app` names. */
export function findAppFiles(assemblyRoot: string, projectRoot: string): AppFiles {
  const found = findConfig(assemblyRoot, projectRoot);
  if (found === undefined) return {};
  const { files, folder, config } = found;
  for (const word of wordsOf(appOf(files.read(config)))) {
    const entry = withoutCompilation(word)
      .map((candidate) => files.contain(resolve(folder, candidate)))
      .find((file) => file !== undefined);
    if (entry !== undefined) return { entry: files.toRelative(entry), config: files.toRelative(config) };
  }
  return { config: files.toRelative(config) };
}

/** What the app is written in, by the command that runs it. */
export function findAppLanguage(assemblyRoot: string, projectRoot: string): Language | undefined {
  const found = findConfig(assemblyRoot, projectRoot);
  return found && languageOfCommand(appOf(found.files.read(found.config)));
}

function findConfig(assemblyRoot: string, projectRoot: string): AppConfig | undefined {
  const files = createContainedFiles(projectRoot);
  const folder = foldersUpwards(assemblyRoot, resolve(projectRoot)).find((parent) => files.contain(join(parent, 'cdk.json')) !== undefined);
  const config = folder === undefined ? undefined : files.contain(join(folder, 'cdk.json'));
  return folder === undefined || config === undefined ? undefined : { files, folder, config };
}

function appOf(text: string | undefined): string {
  try {
    const config: unknown = JSON.parse(text ?? '');
    const app = typeof config === 'object' && config !== null && 'app' in config ? config.app : undefined;
    return typeof app === 'string' ? app : '';
  } catch {
    return '';
  }
}

/** Those of a command that can be files: with an ending, and no option. */
function wordsOf(command: string): readonly string[] {
  const words = command.match(/"[^"]*"|'[^']*'|[^\s;&|]+/g) ?? [];
  return words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')).filter((word) => /^[^-].*\.\w+$/.test(word));
}

/** What is compiled is seldom in the repository, and what it is made of is. */
function withoutCompilation(file: string): readonly string[] {
  return /\.[cm]?js$/.test(file) ? [file.replace(/js$/, 'ts'), file] : [file];
}
