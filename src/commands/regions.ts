import type { Argv } from 'yargs';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { hasColors, type Io, widthOf } from './io.js';
import { INPUTS, OUTPUT, TERMINAL_OR_JSON, TIMEOUT, timeoutOf } from './options.js';

interface RegionsOptions {
  readonly region: string;
  readonly assemblies?: readonly string[] | undefined;
  readonly format: 'terminal' | 'json';
  readonly output?: string | undefined;
  readonly timeout?: number | undefined;
}

export const regionsCommand: Command<RegionsOptions> = {
  usage: 'regions <region> [assemblies..]',
  description: 'Show whether an app can run in another region, and what ties it to its own',
  options: (yargs: Argv) =>
    yargs
      .positional('region', { type: 'string', demandOption: true, describe: 'Code of a region, several with commas, or all' })
      .positional('assemblies', INPUTS)
      .option('format', TERMINAL_OR_JSON)
      .option('output', { ...OUTPUT, describe: 'File for the answer, instead of standard output' })
      .option('timeout', TIMEOUT),
  run,
};

/** 1 when one region is asked for and lacks something, 2 when the output could not be read whole. */
async function run({ region, format, output, ...options }: RegionsOptions, io: Io): Promise<number> {
  const [{ assemblyFolders }, { compareRegions }, { regionsToJson, regionsToTerminal }] = await Promise.all([
    import('./assembly-folders.js'),
    import('../run/regions.js'),
    import('../report/resilience/regions.js'),
  ]);
  const { report, diagnostics } = await compareRegions({
    assemblies: assemblyFolders(options.assemblies, io.cwd),
    regions: region.split(',').map((one) => one.trim()),
    workingDirectory: io.cwd,
    timeout: timeoutOf(options, 'regions'),
  });
  const layout = { colors: output === undefined && hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) };
  await deliver(format === 'json' ? regionsToJson(report) : regionsToTerminal(report, layout), output, io);
  await printNotes(diagnostics, io);
  if (diagnostics.some(({ severity }) => severity === 'error')) return 2;
  const [only, ...others] = report.regions;
  return others.length === 0 && only !== undefined && only.types.length + only.classes.length > 0 ? 1 : 0;
}
