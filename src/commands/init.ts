import { existsSync, lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Argv } from 'yargs';
import { makeFolderSafely, writeFileSafely } from '../files/write-file.js';
import { toSlashes } from '../source/project-root.js';
import type { Command } from './command.js';
import { type Io, print } from './io.js';

interface InitOptions {
  readonly force: boolean;
  readonly resilience?: boolean | undefined;
}

export const initCommand: Command<InitOptions> = {
  usage: 'init',
  description: 'Write a configuration and a workflow to start from',
  options: (yargs: Argv) =>
    yargs.option('force', { type: 'boolean', default: false, describe: 'Replace files that are there already' }).option('resilience', {
      type: 'boolean',
      describe: 'Print a contract for the loss of a region that fits cdk.out, and write nothing',
    }),
  run,
};

/** Writes what is not there; what is there changes with `--force` only. */
async function run({ force, resilience }: InitOptions, io: Io): Promise<number> {
  if (resilience === true) {
    await print(io.stdout, (await import('./init-resilience.js')).proposeResilience(io));
    return 0;
  }
  const { findConfigFile } = await import('../config/find-config.js');
  const [{ detectProject }, { CONFIG_FILE, configOf, WORKFLOW_FILE, workflowOf }] = await Promise.all([
    import('./init-project.js'),
    import('./init-files.js'),
  ]);
  const { findTemplates } = await import('../plain/find-templates.js');
  const templates = isCdk(io.cwd) ? [] : findTemplates(io.cwd).files.map((file) => toSlashes(relative(io.cwd, file)));
  if (templates.length > 0) {
    const { configOfTemplates, workflowOfTemplates } = await import('./init-templates.js');
    return writeBoth(configOfTemplates(templates), workflowOfTemplates());
  }
  const project = detectProject(io.cwd);
  return writeBoth(configOf(project), workflowOf(project));

  async function writeBoth(config: string, workflow: string): Promise<number> {
    const present = findConfigFile([], io.cwd);
    const lines = [
      present === undefined ? write(CONFIG_FILE, config, force, io) : `${present.slice(io.cwd.length + 1)} is there already`,
      write(WORKFLOW_FILE, workflow, force, io),
    ];
    await print(io.stdout, `${lines.join('\n')}\n`);
    return 0;
  }
}

/** Whether an app of the CDK is here, whose templates come from `cdk synth`. */
function isCdk(folder: string): boolean {
  return ['cdk.json', 'cdk.out'].some((name) => existsSync(join(folder, name)));
}

function write(file: string, text: string, force: boolean, { cwd }: Io): string {
  const path = join(cwd, file);
  if (!force && lstatSync(path, { throwIfNoEntry: false }) !== undefined) return `${file} is there already`;
  makeFolderSafely(file, cwd);
  writeFileSafely(file, text, cwd);
  return `${file} written`;
}
