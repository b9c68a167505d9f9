import { join } from 'node:path';
import type { Argv } from 'yargs';
import { counted, grouped } from '../counted.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import type { Indexed } from '../run/index-applications.js';
import { commitOfJob, repositoryOfJob, timeOfJob } from './build-environment.js';
import type { Command } from './command.js';
import { type Io, print } from './io.js';
import { OUTPUT, TIMEOUT, timeOf, timeoutOf } from './options.js';
import { REDACT, SALT_FILE, saltOf } from './salt.js';

interface IndexOptions {
  readonly assemblies?: readonly string[] | undefined;
  readonly output: string;
  readonly app?: string | undefined;
  readonly commit?: string | undefined;
  readonly time?: string | undefined;
  readonly repository?: string | undefined;
  readonly owner?: string | undefined;
  readonly redact?: boolean | undefined;
  readonly saltFile?: string | undefined;
  readonly config?: string | undefined;
  readonly timeout?: number | undefined;
}

export const indexCommand: Command<IndexOptions> = {
  usage: 'index [assemblies..]',
  description: 'Write what applications define for others and use of others as Parquet files, for `synthcheck org`',
  options: (yargs: Argv) =>
    yargs
      .positional('assemblies', {
        type: 'string',
        array: true,
        describe: 'Folders that cdk synth wrote, and packs of them',
        defaultDescription: 'cdk.out',
      })
      .option('output', { ...OUTPUT, default: 'index', describe: 'Folder of the index' })
      .option('app', {
        type: 'string',
        describe: 'Name of the application',
        defaultDescription: 'that of the pack or the folder',
        requiresArg: true,
      })
      .option('commit', {
        type: 'string',
        describe: 'Commit that was synthesized',
        defaultDescription: 'that of the pack or the CI job',
        requiresArg: true,
      })
      .option('time', {
        type: 'string',
        describe: 'When it was synthesized',
        defaultDescription: 'that of the pack, or SOURCE_DATE_EPOCH',
        requiresArg: true,
      })
      .option('repository', {
        type: 'string',
        describe: 'Address of the repository',
        defaultDescription: 'that of the CI job',
        requiresArg: true,
      })
      .option('owner', { type: 'string', describe: 'Who to ask: a team or an address', requiresArg: true })
      .option('redact', REDACT)
      .option('salt-file', SALT_FILE)
      .option('config', { type: 'string', describe: 'Configuration file, for the findings in the index', requiresArg: true })
      .option('timeout', TIMEOUT),
  run,
};

async function run(options: IndexOptions, io: Io): Promise<number> {
  const { app, owner, redact = false } = options;
  const synthesizedAt = timeOf(options, 'index');
  const [{ indexApplications }, { assemblyFolders }, { boundDiagnostics }, { printNotes }] = await Promise.all([
    import('../run/index-applications.js'),
    import('./assembly-folders.js'),
    import('../finding/bounds.js'),
    import('./deliver.js'),
  ]);
  const salt = await saltOf(options, io, 'index');
  const { indexes, diagnostics } = await indexApplications({
    paths: assemblyFolders(options.assemblies, io.cwd),
    config: options.config,
    about: {
      application: app,
      commit: options.commit,
      synthesizedAt,
      repository: options.repository ?? repositoryOfJob(io.env),
      owner,
      redact,
      salt,
    },
    otherwise: { commit: commitOfJob(io.env), synthesizedAt: timeOfJob(io.env) },
    deadline: new Deadline(timeoutOf(options, 'index') ?? DEFAULT_TIMEOUT_SECONDS),
    workingDirectory: io.cwd,
  });
  for (const index of indexes) await print(io.stdout, await write(index, options.output, io));
  const notes = boundDiagnostics(diagnostics);
  await printNotes(notes, io);
  // What could not be read is missing in the index.
  return notes.some(({ severity }) => severity === 'error') ? 2 : 0;
}

/** Gives what to say of the index. */
async function write({ application, tables }: Indexed, output: string, io: Io): Promise<string> {
  const [{ partitionOf, TABLE_NAMES }, { writeTable }, { makeFolder, writeFileSafely }, { escapeControlCharacters }] = await Promise.all([
    import('../organization/index-folder.js'),
    import('../organization/parquet/write.js'),
    import('../files/write-file.js'),
    import('../report/text/escape.js'),
  ]);
  const folder = join(output, partitionOf(application));
  let bytes = 0;
  for (const table of TABLE_NAMES) {
    const file = join(folder, `${table}.parquet`);
    const content = writeTable(table, tables[table] as never);
    makeFolder(file, io.cwd);
    writeFileSafely(file, content, io.cwd);
    bytes += content.length;
  }
  const { definitions, references } = tables;
  const counts = `${counted(definitions.length, 'definition')}, ${counted(references.length, 'reference')}`;
  return `${escapeControlCharacters(`Wrote ${folder}: ${counts}, ${grouped(Math.ceil(bytes / 1024))} KiB.`)}\n`;
}
