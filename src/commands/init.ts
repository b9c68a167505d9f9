import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Argv } from 'yargs';
import { makeFolderSafely, writeFileSafely } from '../files/write-file.js';
import type { Command } from './command.js';
import { type Io, print } from './io.js';

export const initCommand: Command = {
  usage: 'init',
  description: 'Write a configuration and a workflow to start from',
  options: (yargs: Argv) => yargs,
  run,
};

/** Writes what is not there, and changes nothing that is. */
async function run(_: object, io: Io): Promise<number> {
  const { findConfigFile } = await import('../config/find-config.js');
  const { CONFIG, CONFIG_FILE, WORKFLOW, WORKFLOW_FILE } = await import('./init-files.js');
  const present = findConfigFile([], io.cwd);
  const lines = [
    present === undefined ? write(CONFIG_FILE, CONFIG, io) : `${present.slice(io.cwd.length + 1)} is there already`,
    write(WORKFLOW_FILE, WORKFLOW, io),
  ];
  await print(io.stdout, `${lines.join('\n')}\n`);
  return 0;
}

function write(file: string, text: string, { cwd }: Io): string {
  const path = join(cwd, file);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return `${file} is there already`;
  makeFolderSafely(file, cwd);
  writeFileSafely(file, text, cwd);
  return `${file} written`;
}
