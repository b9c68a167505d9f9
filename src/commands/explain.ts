import type { Argv } from 'yargs';
import type { Command } from './command.js';
import { hasColors, type Io, print, widthOf } from './io.js';

interface ExplainOptions {
  readonly id: string;
  readonly format: 'terminal' | 'json';
  readonly config?: string | undefined;
}

export const explainCommand: Command<ExplainOptions> = {
  usage: 'explain <id>',
  description: 'Explain one check: why, what to write instead, sources, examples',
  options: (yargs: Argv) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'Id of the check' })
      .option('format', {
        choices: ['terminal', 'json'] as const,
        default: 'terminal' as const,
        describe: 'Form of the answer',
        requiresArg: true,
      })
      .option('config', { type: 'string', describe: 'Configuration file, which may add checks', requiresArg: true }),
  run,
};

async function run({ id, format, config }: ExplainOptions, io: Io): Promise<number> {
  const { loadCatalogue } = await import('./catalogue.js');
  const checks = await loadCatalogue(config, io);
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) {
    const [{ InputError }, { unknownCheck }] = await Promise.all([import('../diagnostic.js'), import('../config/select-checks.js')]);
    throw new InputError(
      unknownCheck(
        id,
        checks.map((candidate) => candidate.id),
      ),
    );
  }
  if (format === 'json') {
    const { checkJson } = await import('../report/catalogue/json.js');
    await print(io.stdout, checkJson(check));
    return 0;
  }
  const { explainCheck } = await import('../report/catalogue/explanation.js');
  await print(io.stdout, explainCheck(check, { colors: hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) }));
  return 0;
}
