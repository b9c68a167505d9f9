import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Argv } from 'yargs';
import type { DiffReport } from '../diff/report.js';
import type { ChangedGraph } from '../report/diff/changed-graph.js';
import { DIFF_FORMATS, namesOf } from '../report/formats.js';
import type { ReportContext } from '../report/reporter.js';
import type { ComparedAssemblies } from '../run/diff-assemblies.js';
import { formatByEnvironment } from './agent-environment.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { hasColors, type Io, widthOf } from './io.js';
import { bytesOf, LIST, listOf, MAX_TOKENS, OUTPUT, refuseTerminal, TEMPLATE, TIMEOUT, timeoutOf } from './options.js';
import { UsageError } from './usage-error.js';

export const REASONS = ['blocked', 'data-loss', 'stale', 'destructive', 'broadening', 'new-findings', 'any-change'] as const;

interface DiffOptions {
  readonly folders?: readonly string[] | undefined;
  readonly before?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  readonly template?: readonly string[] | undefined;
  readonly format?: keyof typeof DIFF_FORMATS | undefined;
  readonly maxTokens?: number | undefined;
  readonly output?: string | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly showValues?: boolean | undefined;
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly config?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly noAssemblySuppressions?: boolean | undefined;
  readonly timeout?: number | undefined;
}

export const diffCommand: Command<DiffOptions> = {
  usage: 'diff [folders..]',
  description:
    'Show what changes between two synths: what is rejected, lost or replaced, which permissions are broadened, which findings are new',
  options,
  run,
};

/** As many values as follow. */
const SIDE = { type: 'string', array: true, requiresArg: true } as const;

function options(yargs: Argv): Argv<DiffOptions> {
  return yargs
    .positional('folders', {
      type: 'string',
      array: true,
      defaultDescription: 'those of --before and --after',
      describe: 'Two folders that cdk synth wrote: for what is deployed, and for what is to be deployed',
    })
    .option('before', { ...SIDE, describe: 'Folders for what is deployed, when there are several' })
    .option('template', {
      ...TEMPLATE,
      describe: 'A template below both folders, with its regions, as in `orders.yaml@us-east-1`; may be given several times',
    })
    .option('after', { ...SIDE, describe: 'Folders for what is to be deployed, when there are several' })
    .option('format', {
      alias: 'f',
      choices: namesOf(DIFF_FORMATS),
      describe: 'Output format; without it, agent when a coding agent runs the command',
      defaultDescription: 'terminal',
      requiresArg: true,
    })
    .option('max-tokens', MAX_TOKENS)
    .option('output', { ...OUTPUT, describe: 'File for the report, instead of standard output' })
    .option('fail-on', {
      ...LIST,
      choices: REASONS as readonly string[],
      describe: 'What makes the exit code 1; may be given several times',
    })
    .option('baseline', { type: 'string', describe: 'File of accepted changes, which are left out', requiresArg: true })
    .option('update-baseline', { type: 'boolean', describe: 'Accept what there is now: write the baseline' })
    .option('show-values', { type: 'boolean', describe: 'Show values of properties in terminal and markdown, too' })
    .option('config', { type: 'string', describe: 'Configuration file', requiresArg: true })
    .option('only', { ...LIST, describe: 'Run these checks only: ids or globs, with commas between' })
    .option('skip', { ...LIST, describe: 'Do not run these checks' })
    .option('no-assembly-suppressions', {
      type: 'boolean',
      default: false,
      describe: 'Ignore suppressions that the assemblies themselves hold; those of the configuration count',
    })
    .option('timeout', TIMEOUT);
}

/** The folders of both sides: two as they stand, or lists. */
function sidesOf({ folders = [], before, after }: DiffOptions): readonly [readonly string[], readonly string[]] {
  const isListed = before !== undefined && after !== undefined && folders.length === 0;
  if (isListed) return [before, after];
  const [one, other] = folders;
  if (folders.length !== 2 || one === undefined || other === undefined || before !== undefined || after !== undefined)
    throw new UsageError('diff needs two folders, BEFORE and AFTER, or --before FOLDER… and --after FOLDER…', 'diff');
  return [[one], [other]];
}

async function run(options: DiffOptions, io: Io): Promise<number> {
  const { config, output, showValues = false } = options;
  const format = formatOf(options, io);
  refuseTerminal(format, output, io, 'diff');
  const bytes = bytesOf(options, 'diff');
  const { assemblyFolder } = await import('./assembly-folders.js');
  const [before, after] = sidesOf(options).map((side) => side.map((path) => assemblyFolder(path, io.cwd))) as [string[], string[]];
  const [{ compareAssemblies }, { checks }, reporter, { linksOf }] = await Promise.all([
    import('../run/diff-assemblies.js'),
    import('../../checks/index.js'),
    DIFF_FORMATS[format](),
    import('../run/repository-links.js'),
  ]);
  const [only, skip] = [listOf(options.only, '--only'), listOf(options.skip, '--skip')];
  const compared = await compareAssemblies({
    before,
    after,
    templates: options.template,
    config,
    checks,
    only,
    skip,
    baseline: options.baseline,
    updateBaseline: options.updateBaseline,
    assemblySuppressions: !options.noAssemblySuppressions,
    timeout: timeoutOf(options, 'diff'),
    workingDirectory: io.cwd,
  });
  const { report } = compared;
  const colors = output === undefined && hasColors(io.stdout, io.env);
  const code = diffExitCode(report, options.failOn ?? []);
  const text = await reporter(report, {
    colors,
    width: widthOf(io.stdout, io.env),
    showValues,
    bytes,
    exitCode: code,
    checks: new Map(checks.map((check) => [check.id, check])),
    linkTo: linksOf(io.env),
    changedGraph: async () => drawChanges(compared),
    appOf: format === 'sarif' ? await findAppOf(after[0] ?? '', io) : () => ({}),
  });
  await deliver(text, output, io);
  // The report for people holds them.
  if ((format !== 'terminal' && format !== 'agent') || output !== undefined) await printNotes(report.diagnostics, io);
  return code;
}

/** `SYNTHCHECK_FORMAT` may name a format that is of findings only. */
function formatOf({ format }: DiffOptions, io: Io): keyof typeof DIFF_FORMATS {
  if (format !== undefined) return format;
  const wanted = formatByEnvironment(io);
  return namesOf(DIFF_FORMATS).find((name) => name === wanted) ?? 'terminal';
}

async function drawChanges({ before, after, report }: ComparedAssemblies): Promise<ChangedGraph> {
  const [{ toGraphDocument }, { changedGraph }] = await Promise.all([
    import('../graph/document.js'),
    import('../report/diff/changed-graph.js'),
  ]);
  return changedGraph(toGraphDocument(before), toGraphDocument(after), report);
}

/** The app that new findings are of: code scanning needs a place in the repository for each. */
async function findAppOf(after: string, { cwd }: Io): Promise<ReportContext['appOf']> {
  const [{ findAppFiles }, { findProjectRoot }] = await Promise.all([
    import('../source/app-files.js'),
    import('../source/project-root.js'),
  ]);
  const folder = realpathSync(resolve(cwd, after));
  const app = findAppFiles(folder, findProjectRoot(folder, cwd));
  return () => app;
}

/** 2 when something could not be read or checked: what is missing there might have been the worst. */
export function diffExitCode({ summary, findings, diagnostics }: DiffReport, failOn: readonly string[]): number {
  if (diagnostics.some(({ severity }) => severity === 'error')) return 2;
  const isReason: Readonly<Record<(typeof REASONS)[number], boolean>> = {
    blocked: summary.deployment.blocked > 0,
    'data-loss': summary.resources['data-loss'] > 0,
    stale: summary.deployment.stale > 0,
    'new-findings': findings.new.some(({ severity }) => severity !== 'info'),
    destructive: summary.isDestructive,
    broadening: summary.isBroadening,
    'any-change': summary.hasChanges,
  };
  return REASONS.some((reason) => failOn.includes(reason) && isReason[reason]) ? 1 : 0;
}
