import { LINT } from '../commands/check.js';
import { REASONS } from '../commands/diff.js';
import { THRESHOLDS, type Threshold } from '../commands/exit-code.js';
import { parseReportFile, type ReportFile } from '../commands/options.js';
import type { Ids } from '../config/select-checks.js';
import { InputError } from '../diagnostic.js';
import { FINDING_FORMATS, namesOf } from '../report/formats.js';

/** What `action.yml` takes. */
export interface Inputs {
  /** As they are written; none when the working directory is to say. */
  readonly assemblies: readonly string[];
  /** Templates with the regions that they are deployed to. */
  readonly templates: readonly string[] | undefined;
  readonly before: string | undefined;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  /** Whether suppressions that the assembly itself holds count. */
  readonly assemblySuppressions: boolean;
  readonly only: Ids | undefined;
  readonly skip: Ids | undefined;
  readonly stacks: Ids | undefined;
  readonly lint: (typeof LINT)[number] | undefined;
  readonly strict: boolean;
  readonly showValues: boolean;
  readonly failOn: Threshold | undefined;
  readonly failOnChange: readonly string[];
  readonly reports: readonly ReportFile[];
  readonly sarif: string | undefined;
  /** Folders with the indexes of all applications of the organization. */
  readonly organization: readonly string[];
  /** Name of the application in them. */
  readonly application: string | undefined;
  readonly owner: string | undefined;
  /** Folder to write the application's own index into. */
  readonly index: string | undefined;
  /** File to write the pack into. */
  readonly pack: string | undefined;
  readonly redact: boolean;
  readonly comment: boolean;
  readonly token: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the inputs as the runner passes them: in the environment, never in a command line. */
export function readInputs(env: Env): Inputs {
  const text = (name: string): string | undefined => env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]?.trim() || undefined;
  const lines = (name: string): readonly string[] =>
    (text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const choice = <T extends string>(name: string, value: string, choices: readonly T[]): T => {
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) throw new InputError(`the input \`${name}\` is \`${value}\`: write ${choices.join(', ')}`);
    return found;
  };
  const ids = (name: string): Ids | undefined =>
    lines(name).length === 0 ? undefined : { ids: lines(name), origin: `the input \`${name}\`` };
  const isTrue = (name: string): boolean => choice(name, text(name) ?? 'false', ['true', 'false']) === 'true';
  const lint = text('lint');
  const failOn = text('fail-on');
  const assemblies = lines('assemblies');
  const before = text('before');
  if (before !== undefined && assemblies.length > 1) throw new InputError('the input `before` can be used with one assembly only');
  return {
    assemblies,
    templates: lines('templates').length === 0 ? undefined : lines('templates'),
    before,
    config: text('config'),
    baseline: text('baseline'),
    assemblySuppressions: !isTrue('no-assembly-suppressions'),
    only: ids('only'),
    skip: ids('skip'),
    stacks: ids('stack'),
    lint: lint === undefined ? undefined : choice('lint', lint, LINT),
    strict: isTrue('strict'),
    showValues: isTrue('show-values'),
    failOn: failOn === undefined ? undefined : choice('fail-on', failOn, THRESHOLDS),
    failOnChange: lines('fail-on-change').map((reason) => choice('fail-on-change', reason, REASONS)),
    reports: lines('reports').map(toReportFile),
    sarif: text('sarif-file'),
    organization: lines('organization'),
    application: text('application'),
    owner: text('owner'),
    index: text('index'),
    pack: text('pack'),
    redact: isTrue('redact'),
    comment: isTrue('comment'),
    token: text('token'),
  };
}

function toReportFile(line: string): ReportFile {
  const report = parseReportFile(line);
  if (report === undefined)
    throw new InputError(`the input \`reports\` has the line \`${line}\`: write FORMAT=FILE with ${namesOf(FINDING_FORMATS).join(', ')}`);
  return report;
}
