import type { Argv } from 'yargs';
import { namesOf, RESILIENCE_FORMATS } from '../report/formats.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { hasColors, type Io, widthOf } from './io.js';
import { OUTPUT, TIMEOUT, timeoutOf } from './options.js';

const FORMATS = namesOf(RESILIENCE_FORMATS);

interface ResilienceOptions {
  readonly assemblies?: readonly string[] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string | undefined;
  readonly config?: string | undefined;
  readonly timeout?: number | undefined;
}

export const resilienceCommand: Command<ResilienceOptions> = {
  usage: 'resilience [assemblies..]',
  description: 'Show what the output proves of the contracts about the loss of a region',
  options: (yargs: Argv) =>
    yargs
      .positional('assemblies', { type: 'string', array: true, describe: 'Folders that cdk synth wrote [default: cdk.out]' })
      .option('format', { alias: 'f', choices: FORMATS, default: 'terminal' as const, describe: 'Form of the matrix', requiresArg: true })
      .option('output', { ...OUTPUT, describe: 'File for the matrix, instead of standard output' })
      .option('config', { type: 'string', describe: 'Configuration file, which declares the contracts', requiresArg: true })
      .option('timeout', TIMEOUT),
  run,
};

/** 1 when a contract is not kept, 2 when the output could not be read whole. */
async function run(options: ResilienceOptions, io: Io): Promise<number> {
  const paths = (await import('./assembly-folders.js')).assemblyFolders(options.assemblies, io.cwd);
  const { assessAssemblies } = await import('../run/resilience.js');
  const { report, diagnostics } = await assessAssemblies({
    assemblies: paths,
    workingDirectory: io.cwd,
    config: options.config,
    timeout: timeoutOf(options, 'resilience'),
  });
  const write = await RESILIENCE_FORMATS[options.format]();
  const isFile = options.output !== undefined;
  await deliver(write(report, { colors: !isFile && hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) }), options.output, io);
  await printNotes(diagnostics, io);
  if (diagnostics.some(({ severity }) => severity === 'error')) return 2;
  return report.contracts.some(({ level }) => level === 'not-met') ? 1 : 0;
}
