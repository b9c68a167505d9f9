import { basename, dirname, resolve } from 'node:path';
import type { Argv } from 'yargs';
import { counted, grouped } from '../counted.js';
import { commitOfJob } from './build-environment.js';
import type { Command } from './command.js';
import { type Io, print } from './io.js';
import { timeOf } from './options.js';
import { UsageError } from './usage-error.js';

interface PackOptions {
  readonly assembly?: string | undefined;
  readonly output?: string | undefined;
  readonly app?: string | undefined;
  readonly commit?: string | undefined;
  readonly time?: string | undefined;
}

export const packCommand: Command<PackOptions> = {
  usage: 'pack [assembly]',
  description: 'Write what is needed to check and compare an assembly into one small file: no assets, no source code',
  options: (yargs: Argv) =>
    yargs
      .positional('assembly', { type: 'string', describe: 'Folder that cdk synth wrote', defaultDescription: 'cdk.out' })
      .option('output', { alias: 'o', type: 'string', describe: 'The file', defaultDescription: 'APP.synth.tgz', requiresArg: true })
      .option('app', { type: 'string', describe: 'Name of the application', defaultDescription: 'that of its folder', requiresArg: true })
      .option('commit', {
        type: 'string',
        describe: 'Commit that was synthesized',
        defaultDescription: 'that of the CI job',
        requiresArg: true,
      })
      .option('time', {
        type: 'string',
        describe: 'When it was synthesized; left out, the same assembly gives the same bytes',
        requiresArg: true,
      }),
  run,
};

async function run({ assembly, output, app, commit, ...options }: PackOptions, io: Io): Promise<number> {
  const [
    { loadAssembly },
    { packAssembly },
    { pathAsGiven },
    { assemblyFolders },
    { writeFileSafely },
    { boundDiagnostics },
    { printNotes },
  ] = await Promise.all([
    import('../assembly/load.js'),
    import('../assembly/pack/pack-assembly.js'),
    import('../run/inputs.js'),
    import('./assembly-folders.js'),
    import('../files/write-file.js'),
    import('../finding/bounds.js'),
    import('./deliver.js'),
  ]);
  const [folder = 'cdk.out'] = assemblyFolders(assembly === undefined ? undefined : [assembly], io.cwd);
  const application = app ?? basename(dirname(resolve(io.cwd, folder)));
  const name = output ?? `${application.replace(/[^\w.-]+/g, '-')}.synth.tgz`;
  if (!/\.(?:tgz|tar\.gz)$/.test(name)) throw new UsageError('--output: the name of a pack ends in .tgz', 'pack');
  const time = timeOf(options, 'pack');
  const loaded = loadAssembly(pathAsGiven(folder, io.cwd));
  const bytes = packAssembly(loaded, {
    application,
    commit: commit ?? commitOfJob(io.env),
    time: time === undefined ? undefined : new Date(time).toISOString(),
  });
  writeFileSafely(name, bytes, io.cwd);
  const diagnostics = boundDiagnostics(loaded.diagnostics);
  await printNotes(diagnostics, io);
  const { escapeControlCharacters } = await import('../report/text/escape.js');
  const kilobytes = grouped(Math.ceil(bytes.length / 1024));
  await print(
    io.stdout,
    escapeControlCharacters(`Wrote ${name}: ${counted(loaded.stacks.length, 'stack')}, ${kilobytes} KiB.`).concat('\n'),
  );
  // What could not be read is missing in the pack.
  return diagnostics.some(({ severity }) => severity === 'error') ? 2 : 0;
}
