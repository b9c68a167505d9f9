import type { Argv } from 'yargs';
import { namesOf, RESILIENCE_FORMATS } from '../report/formats.js';
import type { Assessment } from '../resilience/assess.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { hasColors, type Io, widthOf } from './io.js';
import { INPUTS, OUTPUT, refuseTerminal, TIMEOUT, timeoutOf } from './options.js';
import { UsageError } from './usage-error.js';

const FORMATS = namesOf(RESILIENCE_FORMATS);

interface ResilienceOptions {
  readonly assemblies?: readonly string[] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string | undefined;
  readonly config?: string | undefined;
  readonly lose?: string | undefined;
  readonly timeout?: number | undefined;
}

export const resilienceCommand: Command<ResilienceOptions> = {
  usage: 'resilience [assemblies..]',
  description: 'Show what the output proves of the contracts about the loss of a region',
  options: (yargs: Argv) =>
    yargs
      .positional('assemblies', INPUTS)
      .option('format', { alias: 'f', choices: FORMATS, default: 'terminal' as const, describe: 'Format of the matrix', requiresArg: true })
      .option('output', { ...OUTPUT, describe: 'File for the matrix, instead of standard output' })
      .option('config', { type: 'string', describe: 'Configuration file, which declares the contracts', requiresArg: true })
      .option('lose', { type: 'string', describe: 'Region to do without: lists what still works, path by path', requiresArg: true })
      .option('timeout', TIMEOUT),
  run,
};

/** 1 when a contract is not kept, 2 when the output could not be read whole. */
async function run(options: ResilienceOptions, io: Io): Promise<number> {
  refuseTerminal(options.format, options.output, io, 'resilience');
  const paths = (await import('./assembly-folders.js')).assemblyFolders(options.assemblies, io.cwd);
  const { assessAssemblies } = await import('../run/resilience.js');
  const { report, assessments, diagnostics } = await assessAssemblies({
    assemblies: paths,
    workingDirectory: io.cwd,
    config: options.config,
    timeout: timeoutOf(options, 'resilience'),
  });
  const layout = { colors: options.output === undefined && hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) };
  const text =
    options.lose === undefined
      ? (await RESILIENCE_FORMATS[options.format]())(report, layout)
      : await lose(assessments, options.lose, options.format, layout);
  await deliver(text, options.output, io);
  await printNotes(diagnostics, io);
  if (diagnostics.some(({ severity }) => severity === 'error')) return 2;
  if (options.lose !== undefined) return 0;
  return report.contracts.some(({ level }) => level === 'not-met') ? 1 : 0;
}

/** Throws `UsageError` for a region that no contract promises to survive, and for formats that have no list. */
async function lose(
  assessments: readonly Assessment[],
  region: string,
  format: ResilienceOptions['format'],
  layout: { colors: boolean; width: number },
): Promise<string> {
  const meant = assessments.filter(({ scope }) => scope.lost.includes(region));
  if (meant.length === 0) {
    const regions = [...new Set(assessments.flatMap(({ scope }) => scope.lost))];
    throw new UsageError(
      `--lose ${region}: no contract promises to survive its loss; there are promises for ${regions.join(', ')}`,
      'resilience',
    );
  }
  if (format !== 'terminal' && format !== 'json') throw new UsageError(`--lose has no format ${format}: terminal or json`, 'resilience');
  const [{ lossOf }, { lossesToJson, lossesToTerminal }] = await Promise.all([
    import('../resilience/lose.js'),
    import('../report/resilience/loss.js'),
  ]);
  const losses = meant.map((assessment) => lossOf(assessment, region));
  return format === 'json' ? lossesToJson(losses) : lossesToTerminal(losses, layout);
}
