import type { Argv } from 'yargs';
import type { Severity } from '../check/problem.js';
import type { Report } from '../finding/report.js';
import { failingSeverities } from '../finding/threshold.js';
import { FINDING_FORMATS, type FindingFormat, namesOf } from '../report/formats.js';
import { escapeControlCharacters } from '../report/text/escape.js';
import type { CheckAssembliesOptions } from '../run/check-assemblies.js';
import { suggest } from '../suggestion.js';
import { formatByEnvironment } from './agent-environment.js';
import { assemblyFolders } from './assembly-folders.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { exitCode, THRESHOLDS, type Threshold } from './exit-code.js';
import { hasColors, type Io, linksIn, print, widthOf } from './io.js';
import {
  bytesOf,
  INPUTS,
  LIST,
  listOf,
  MAX_TOKENS,
  OUTPUT,
  parseReportFile,
  type ReportFile,
  refuseTerminal,
  TEMPLATE,
  TIMEOUT,
  timeoutOf,
} from './options.js';
import { createProgress } from './progress.js';
import { UsageError } from './usage-error.js';

export const LINT = ['auto', 'always', 'never'] as const;

interface CheckOptions {
  readonly assemblies?: readonly string[] | undefined;
  readonly template?: readonly string[] | undefined;
  readonly format?: FindingFormat | undefined;
  readonly output?: string | undefined;
  readonly report?: readonly string[] | undefined;
  readonly showValues?: boolean | undefined;
  readonly failOn?: Threshold | undefined;
  readonly config?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly stack?: readonly string[] | undefined;
  readonly lint?: (typeof LINT)[number] | undefined;
  readonly noSuppressions?: boolean | undefined;
  readonly noAssemblySuppressions?: boolean | undefined;
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly timeout?: number | undefined;
  readonly strict: boolean;
  readonly watch: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly maxWarnings?: number | undefined;
  readonly maxTokens?: number | undefined;
}

export const checkCommand: Command<CheckOptions> = {
  usage: ['check [assemblies..]', '$0'],
  description: 'Check a cloud assembly or templates, or several as one graph',
  options,
  run: async (options, io) => (options.watch ? runAgain(options, io) : (await run(options, io)).code),
};

function options(yargs: Argv): Argv<CheckOptions> {
  return yargs
    .positional('assemblies', INPUTS)
    .option('template', TEMPLATE)
    .option('format', {
      alias: 'f',
      choices: namesOf(FINDING_FORMATS),
      describe: 'Output format; without it, agent when a coding agent runs the command',
      defaultDescription: 'terminal',
      requiresArg: true,
    })
    .option('output', { ...OUTPUT, describe: 'File for the report, instead of standard output' })
    .option('report', { ...LIST, describe: 'One more report in a file, as in `--report sarif=out.sarif`; may be given several times' })
    .option('show-values', {
      type: 'boolean',
      default: false,
      describe: 'Show the values of properties that messages quote, in markdown too',
    })
    .option('max-tokens', MAX_TOKENS)
    .option('fail-on', {
      choices: THRESHOLDS,
      describe: 'Lowest severity that makes the exit code 1',
      defaultDescription: 'error',
      requiresArg: true,
    })
    .option('config', { type: 'string', describe: 'Configuration file', requiresArg: true })
    .option('only', { ...LIST, describe: 'Run these checks only: ids or globs, with commas between' })
    .option('skip', { ...LIST, describe: 'Do not run these checks' })
    .option('stack', { ...LIST, describe: 'Report findings in these stacks only: names or globs' })
    .option('lint', {
      choices: LINT,
      describe: "Run cfn-lint's rules; auto takes what cdk synth found",
      defaultDescription: 'auto',
      requiresArg: true,
    })
    .option('no-suppressions', { type: 'boolean', default: false, describe: 'Show what is suppressed, too' })
    .option('no-assembly-suppressions', {
      type: 'boolean',
      default: false,
      describe: 'Ignore suppressions that the assembly itself holds; those of the configuration and the baseline count',
    })
    .option('baseline', { type: 'string', describe: 'File of known findings: report only what is new', requiresArg: true })
    .option('update-baseline', { type: 'boolean', default: false, describe: 'Write the findings of this run into the baseline' })
    .option('timeout', TIMEOUT)
    .option('max-warnings', { type: 'number', describe: 'Fail when there are more warnings than this', requiresArg: true })
    .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Show only findings that make the run fail' })
    .option('strict', {
      type: 'boolean',
      default: false,
      describe: 'Fail on warnings about the assembly itself, too, such as a stack that was not read',
    })
    .option('verbose', { type: 'boolean', default: false, describe: 'List every place of a cause, and what became of references' })
    .option('watch', {
      type: 'boolean',
      default: false,
      describe: 'Check again after each synth, and when templates or the configuration change',
    });
}

/** What can be fixed, such as a configuration, is no reason to end the watch. */
async function runAgain(options: CheckOptions, io: Io): Promise<number> {
  const [{ watch }, { describeError }] = await Promise.all([import('./watch.js'), import('./failure.js')]);
  const templates = (options.template ?? []).map((text) => text.replace(/@[^@]*$/, ''));
  const inputs = [...assemblyFolders(options.assemblies, io.cwd, options.template), ...templates];
  let before: Report | undefined;
  await print(io.stderr, `${escapeControlCharacters(`Watching ${inputs.join(', ')} and the configuration. Ctrl+C ends this.`)}\n`);
  const once = async (): Promise<number> => {
    try {
      const { code, report } = await run(options, io);
      if (before !== undefined) await print(io.stderr, `${describeProgress(before, report)}\n`);
      before = report;
      return code;
    } catch (error) {
      await print(io.stderr, describeError(error));
      return 2;
    }
  };
  return watch({
    inputs,
    config: options.config,
    workingDirectory: io.cwd,
    signal: io.signal,
    run: once,
  });
}

/** `2 fixed, 1 new since the last run.` */
function describeProgress(before: Report, after: Report): string {
  const [known, found] = [before, after].map(({ findings }) => new Set(findings.map(({ fingerprint }) => fingerprint))) as [
    Set<string>,
    Set<string>,
  ];
  const count = (some: ReadonlySet<string>, others: ReadonlySet<string>): number => [...some].filter((one) => !others.has(one)).length;
  return `${count(known, found)} fixed, ${count(found, known)} new since the last run.`;
}

async function run(options: CheckOptions, io: Io): Promise<{ readonly code: number; readonly report: Report }> {
  const { output } = options;
  const format = formatOf(options, io);
  refuseTerminal(format, output, io, 'check');
  const bytes = bytesOf(options, 'check');
  const files = (options.report ?? []).map(toReportFile);
  const [{ checkAssemblies }, { checks }, { reportContext }] = await Promise.all([
    import('../run/check-assemblies.js'),
    import('../../checks/index.js'),
    import('../run/report-context.js'),
  ]);
  const progress = createProgress(io, format === 'terminal');
  const checked = await checkAssemblies({ ...toRunOptions(options, io), checks, onStep: progress.step }).finally(progress.end);
  const failOn = options.failOn ?? checked.config.failOn ?? 'error';
  const code = exitCode(checked.report, { failOn, strict: options.strict, maxWarnings: maxWarningsOf(options) });
  const failing = failingSeverities(failOn);
  const report = options.quiet ? withFailing(checked.report, failing) : checked.report;
  const hasLinks = await linksIn(io.stdout);
  const checkAgain = format === 'agent' ? (await import('./check-again.js')).checkAgain(options, checked.report, io.cwd) : '';
  const hasAllLanguages = [format, ...files.map((file) => file.format)].some((name) => name === 'html' || name === 'sarif');
  const fixCodes = hasAllLanguages ? (await import('../../checks/fix-code.js')).fixCodes : undefined;
  const write = async (format: FindingFormat, colors: boolean): Promise<string> => {
    const context = reportContext(checked, {
      colors,
      hasLinks: colors && hasLinks,
      verbose: options.verbose,
      width: widthOf(io.stdout, io.env),
      exitCode: code,
      failing,
      fixCodes,
      showValues: options.showValues ?? false,
      elsewhere: files.length > 0 ? `see ${files.map(({ file }) => `\`${file}\``).join(', ')}` : '`synthcheck` prints all of them',
      checkAgain,
      bytes,
      workingDirectory: io.cwd,
      env: io.env,
    });
    return (await FINDING_FORMATS[format]())(report, context);
  };
  for (const { format, file } of files) await deliver(await write(format, false), file, io);
  await deliver(await write(format, output === undefined && hasColors(io.stdout, io.env)), output, io);
  // The reports that are read as they are hold them.
  if ((format !== 'terminal' && format !== 'agent') || output !== undefined) await printNotes(checked.report.diagnostics, io);
  return { code, report: checked.report };
}

function toRunOptions(options: CheckOptions, { cwd }: Io): Omit<CheckAssembliesOptions, 'checks'> {
  return {
    assemblies: assemblyFolders(options.assemblies, cwd, options.template),
    templates: options.template,
    config: options.config,
    only: listOf(options.only, '--only'),
    skip: listOf(options.skip, '--skip'),
    stacks: listOf(options.stack, '--stack'),
    lint: options.lint,
    suppress: !options.noSuppressions,
    assemblySuppressions: !options.noAssemblySuppressions,
    baseline: options.baseline,
    updateBaseline: options.updateBaseline,
    timeout: timeoutOf(options, 'check'),
    workingDirectory: cwd,
  };
}

/** What is asked for; else what the environment says, and what fits the reader. */
function formatOf({ format }: CheckOptions, io: Io): FindingFormat {
  if (format !== undefined) return format;
  const wanted = formatByEnvironment(io);
  const found = namesOf(FINDING_FORMATS).find((name) => name === wanted);
  if (found === undefined)
    throw new UsageError(
      `SYNTHCHECK_FORMAT ${wanted} is none of ${namesOf(FINDING_FORMATS).join(', ')}${suggest(wanted, namesOf(FINDING_FORMATS))}`,
      'check',
    );
  return found;
}

/** The worst findings alone; the numbers are those of all. */
function withFailing(report: Report, failing: readonly Severity[]): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => failing.includes(severity)) };
}

function maxWarningsOf({ maxWarnings }: CheckOptions): number | undefined {
  if (maxWarnings !== undefined && !(maxWarnings >= 0)) throw new UsageError('--max-warnings takes a number from 0 on', 'check');
  return maxWarnings;
}

function toReportFile(text: string): ReportFile {
  const report = parseReportFile(text);
  if (report !== undefined) return report;
  const names: readonly string[] = namesOf(FINDING_FORMATS);
  const [format = ''] = text.split('=', 1);
  const what = names.includes(format)
    ? `write a file behind it, as in --report ${format}=report.${format}`
    : `write FORMAT=FILE; formats are ${names.join(', ')}${suggest(format, names)}`;
  throw new UsageError(`--report ${text}: ${what}`, 'check');
}
