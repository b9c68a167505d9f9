import { dirname, resolve } from 'node:path';
import type { Argv } from 'yargs';
import { isObject, ownObject, ownString, parseJson } from '../assembly/json.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { failingSeverities } from '../finding/threshold.js';
import { namesOf, ORGANIZATION_FORMATS } from '../report/formats.js';
import { commitOfJob } from './build-environment.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { THRESHOLDS, type Threshold } from './exit-code.js';
import { hasColors, type Io, widthOf } from './io.js';
import { LIST, OUTPUT, refuseTerminal, TIMEOUT, timeoutOf } from './options.js';
import { REDACT, SALT_FILE, type SaltOptions, saltOf } from './salt.js';

const FORMATS = namesOf(ORGANIZATION_FORMATS);

interface OrgOptions extends SaltOptions {
  readonly indexes?: readonly string[] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string | undefined;
  readonly change?: readonly string[] | undefined;
  readonly app?: string | undefined;
  readonly closedWorld?: boolean | undefined;
  readonly failOn?: Threshold | undefined;
  readonly config?: string | undefined;
  readonly timeout?: number | undefined;
}

export const orgCommand: Command<OrgOptions> = {
  usage: 'org [indexes..]',
  description: 'Ask the indexes of all applications: what nobody defines, what is defined twice, and who uses what a change removes',
  options: (yargs: Argv) =>
    yargs
      .positional('indexes', { type: 'string', array: true, describe: 'Folders that synthcheck index wrote', defaultDescription: 'index' })
      .option('change', {
        ...LIST,
        describe:
          'What an application becomes: the folder that cdk synth wrote, a pack, an index, or a diff as JSON. Shows who breaks, and who deploys first',
      })
      .option('app', {
        type: 'string',
        describe: 'Name of the changed application',
        defaultDescription: 'that of the pack or the folder',
        requiresArg: true,
      })
      .option('closed-world', { type: 'boolean', describe: 'All applications are indexed: what none of them defines is an error' })
      .option('format', { alias: 'f', choices: FORMATS, default: 'terminal' as const, describe: 'Output format', requiresArg: true })
      .option('output', { ...OUTPUT, describe: 'File for the report, instead of standard output' })
      .option('fail-on', {
        choices: THRESHOLDS,
        describe: 'Lowest severity that gives exit code 1',
        defaultDescription: 'error',
        requiresArg: true,
      })
      .option('redact', REDACT)
      .option('salt-file', SALT_FILE)
      .option('config', { type: 'string', describe: 'Configuration file', requiresArg: true })
      .option('timeout', TIMEOUT),
  run,
};

/** 1 for problems, 2 when an index could not be read: what is not in it may be defined there. */
async function run(options: OrgOptions, io: Io): Promise<number> {
  const { indexes = [], format, output, failOn = 'error' } = options;
  refuseTerminal(format, output, io, 'org');
  const { askOrganization } = await import('../run/ask-organization.js');
  const { report, map } = await askOrganization({
    indexes: indexes.length === 0 ? ['index'] : indexes,
    change: await changesOf(options, io),
    about: { application: options.app, commit: commitOfJob(io.env), redact: options.redact, salt: await saltOf(options, io, 'org') },
    config: options.config,
    closedWorld: options.closedWorld,
    deadline: new Deadline(timeoutOf(options, 'org') ?? DEFAULT_TIMEOUT_SECONDS),
    workingDirectory: io.cwd,
  });
  const layout = { colors: output === undefined && hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) };
  await deliver(await (await ORGANIZATION_FORMATS[format]())(report, layout, map), output, io);
  await printNotes(report.diagnostics, io);
  if (report.diagnostics.some(({ severity }) => severity === 'error')) return 2;
  return failingSeverities(failOn).some((severity) => report.summary[severity] > 0) ? 1 : 0;
}

/** A folder of an app stands for its output, as everywhere; a diff for the assembly that it is about. */
async function changesOf({ change }: OrgOptions, io: Io): Promise<readonly string[] | undefined> {
  const { assemblyFolder } = await import('./assembly-folders.js');
  return change?.map((path) => assemblyFolder(path.endsWith('.json') ? assemblyOfDiff(path, io.cwd) : path, io.cwd));
}

/** Throws `InputError` for what `synthcheck diff --format json` did not write. */
function assemblyOfDiff(file: string, folder: string): string {
  const path = resolve(folder, file);
  const read = readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within: dirname(path) });
  if (!('text' in read)) throw new InputError(`--change: ${file} ${read.problem}`);
  const json = parseJson(read.text);
  const after = 'value' in json && isObject(json.value) ? ownObject(json.value, 'after') : undefined;
  const assembly = after === undefined ? undefined : ownString(after, 'path');
  if (assembly === undefined) throw new InputError(`--change: ${file} is no diff, as \`synthcheck diff --format json\` writes it`);
  return assembly;
}
