import type { Argv } from 'yargs';
import type { Check } from '../check/check.js';
import type { Command } from './command.js';
import { hasColors, type Io, print } from './io.js';

interface ChecksOptions {
  readonly format: 'terminal' | 'json';
  readonly config?: string | undefined;
}

export const checksCommand: Command<ChecksOptions> = {
  usage: 'checks',
  description: 'List all checks',
  options: (yargs: Argv) =>
    yargs
      .option('format', {
        choices: ['terminal', 'json'] as const,
        default: 'terminal' as const,
        describe: 'Form of the list',
        requiresArg: true,
      })
      .option('config', { type: 'string', describe: 'Configuration file, which may add checks', requiresArg: true }),
  run,
};

async function run({ format, config }: ChecksOptions, io: Io): Promise<number> {
  const { loadCatalogue } = await import('./catalogue.js');
  const checks = await loadCatalogue(config, io);
  await print(io.stdout, format === 'json' ? await inJson(checks) : await inWords(checks, io));
  return 0;
}

async function inJson(checks: readonly Check[]): Promise<string> {
  return (await import('../report/catalogue/json.js')).checkJson(checks);
}

async function inWords(checks: readonly Check[], io: Io): Promise<string> {
  return (await import('../report/catalogue/list.js')).listChecks(checks, hasColors(io.stdout, io.env));
}
