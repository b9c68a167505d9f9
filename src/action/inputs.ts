import { REASONS } from '../commands/diff.js';
import { THRESHOLDS, type Threshold } from '../commands/exit-code.js';
import { FORMATS, parseReportFile, type ReportFile } from '../commands/formats.js';
import { InputError } from '../diagnostic.js';

/** What `action.yml` takes. */
export interface Inputs {
  /** As they are written; none when the working directory is to say. */
  readonly assemblies: readonly string[];
  readonly before: string | undefined;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  /** Whether suppressions that the assembly itself holds count. */
  readonly assemblySuppressions: boolean;
  readonly failOn: Threshold | undefined;
  readonly failOnChange: readonly string[];
  readonly reports: readonly ReportFile[];
  readonly sarif: string | undefined;
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
  const failOn = text('fail-on');
  const assemblies = lines('assemblies');
  const before = text('before');
  if (before !== undefined && assemblies.length > 1) throw new InputError('the input `before` goes with one assembly');
  return {
    assemblies,
    before,
    config: text('config'),
    baseline: text('baseline'),
    assemblySuppressions: choice('no-assembly-suppressions', text('no-assembly-suppressions') ?? 'false', ['true', 'false']) === 'false',
    failOn: failOn === undefined ? undefined : choice('fail-on', failOn, THRESHOLDS),
    failOnChange: lines('fail-on-change').map((reason) => choice('fail-on-change', reason, REASONS)),
    reports: lines('reports').map(toReportFile),
    sarif: text('sarif-file'),
    comment: choice('comment', text('comment') ?? 'false', ['true', 'false']) === 'true',
    token: text('token'),
  };
}

function toReportFile(line: string): ReportFile {
  const report = parseReportFile(line);
  if (report === undefined)
    throw new InputError(`the input \`reports\` has the line \`${line}\`: write FORMAT=FILE with ${FORMATS.join(', ')}`);
  return report;
}
