import type { Argv } from 'yargs';
import type { Check } from '../check/check.js';
import { SEVERITIES, type Severity } from '../check/problem.js';
import type { Command } from './command.js';
import { hasColors, type Io, print } from './io.js';
import { TERMINAL_OR_JSON } from './options.js';

interface ChecksOptions {
  readonly ids?: readonly string[] | undefined;
  readonly format: 'terminal' | 'json';
  readonly severity?: Severity | undefined;
  readonly config?: string | undefined;
}

export const checksCommand: Command<ChecksOptions> = {
  usage: 'checks [ids..]',
  description: 'List all checks',
  options: (yargs: Argv) =>
    yargs
      .positional('ids', { type: 'string', array: true, describe: 'Only these: ids, groups or globs, such as s3 or s3/*' })
      .option('severity', { choices: SEVERITIES, describe: 'Only checks of this severity', requiresArg: true })
      .option('format', TERMINAL_OR_JSON)
      .option('config', { type: 'string', describe: 'Configuration file, which may add checks', requiresArg: true }),
  run,
};

async function run({ ids, severity, format, config }: ChecksOptions, io: Io): Promise<number> {
  const { loadCatalogue } = await import('./catalogue.js');
  const all = await loadCatalogue(config, io);
  const selected = ids === undefined || ids.length === 0 ? all : await select(ids, all);
  const checks = selected.filter((check) => severity === undefined || check.severity === severity);
  await print(io.stdout, format === 'json' ? await inJson(checks) : await inWords(checks, io));
  return 0;
}

/** Throws `InputError` for what stands for no check. */
async function select(ids: readonly string[], all: readonly Check[]): Promise<readonly Check[]> {
  const { selectById, unknownCheckError } = await import('../config/select-checks.js');
  const wanted = new Set<Check>();
  for (const id of ids) {
    const found = selectById(id, all);
    if (found.length === 0) throw unknownCheckError(id, all);
    for (const check of found) wanted.add(check);
  }
  return all.filter((check) => wanted.has(check));
}

async function inJson(checks: readonly Check[]): Promise<string> {
  return (await import('../report/catalogue/json.js')).checkJson(checks);
}

async function inWords(checks: readonly Check[], io: Io): Promise<string> {
  return (await import('../report/catalogue/list.js')).listChecks(checks, hasColors(io.stdout, io.env));
}
