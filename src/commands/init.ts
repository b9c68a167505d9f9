import { existsSync, lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Argv } from 'yargs';
import { makeFolderSafely, writeFileSafely } from '../files/write-file.js';
import { toSlashes } from '../source/project-root.js';
import type { Command } from './command.js';
import type { Place } from './init/project.js';
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
    await print(io.stdout, await (await import('./init/resilience.js')).proposeResilience(io));
    return 0;
  }
  const [{ findConfigFile }, { CONFIG_FILE }, { placeOf }] = await Promise.all([
    import('../config/find-config.js'),
    import('./init/config.js'),
    import('./init/project.js'),
  ]);
  const place = placeOf(io.cwd);
  const { config, workflow } = await textsOf(io.cwd, place);
  const present = findConfigFile([], io.cwd);
  const up = place.folder === '' ? '' : '../'.repeat(place.folder.split('/').length);
  const lines = [
    present === undefined ? write(CONFIG_FILE, config, force, io.cwd) : `${present.slice(io.cwd.length + 1)} is there already`,
    `${up}${write(place.workflow, workflow, force, place.repository)}`,
  ];
  await print(io.stdout, `${lines.join('\n')}\n`);
  return 0;
}

async function textsOf(cwd: string, place: Place): Promise<{ readonly config: string; readonly workflow: string }> {
  const { findTemplates } = await import('../plain/find-templates.js');
  const templates = isCdk(cwd) ? [] : findTemplates(cwd).files.map((file) => toSlashes(relative(cwd, file)));
  if (templates.length > 0) {
    const { configOfTemplates, workflowOfTemplates } = await import('./init/templates.js');
    return { config: configOfTemplates(templates), workflow: workflowOfTemplates(place.folder, place.branch) };
  }
  const [{ configOf }, { detectProject }, { workflowOf }] = await Promise.all([
    import('./init/config.js'),
    import('./init/project.js'),
    import('./init/workflow.js'),
  ]);
  const { isInstalled, parts } = detectProject(cwd, place);
  return { config: configOf(isInstalled), workflow: workflowOf(parts) };
}

/** Whether an app of the CDK is here, whose templates come from `cdk synth`. */
function isCdk(folder: string): boolean {
  return ['cdk.json', 'cdk.out'].some((name) => existsSync(join(folder, name)));
}

function write(file: string, text: string, force: boolean, folder: string): string {
  const path = join(folder, file);
  if (!force && lstatSync(path, { throwIfNoEntry: false }) !== undefined) return `${file} is there already`;
  makeFolderSafely(file, folder);
  writeFileSafely(file, text, folder);
  return `${file} written`;
}
