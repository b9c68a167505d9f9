import type { Ids } from '../config/select-checks.js';
import { FINDING_FORMATS, type FindingFormat, namesOf } from '../report/formats.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** One value each time, so that a folder after it is not taken for another. */
export const LIST = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

/** What `check` and `graph` read. */
export const INPUTS = {
  type: 'string',
  array: true,
  describe: 'Folders that cdk synth wrote, CloudFormation templates, or folders of them',
  defaultDescription: 'cdk.out',
} as const;
export const TEMPLATE = {
  ...LIST,
  describe: 'A template with the regions that it is deployed to, as in `orders.yaml@us-east-1,eu-west-1`; may be given several times',
} as const;

export const OUTPUT = { alias: 'o', type: 'string', requiresArg: true } as const;

/** Of the commands that check. */
export const TIMEOUT = {
  type: 'number',
  describe: 'Seconds after which the run gives up, with exit code 2',
  defaultDescription: '600',
  requiresArg: true,
} as const;

/** `s3/*,region` as ids; `origin` is the option, for messages. */
export function listOf(values: readonly string[] | undefined, origin: string): Ids | undefined {
  if (values === undefined) return undefined;
  const ids = values.flatMap((value) => value.split(',')).map((id) => id.trim());
  return { ids: ids.filter((id) => id !== ''), origin };
}

/** Throws `UsageError` for what is no number of seconds. */
export function timeoutOf({ timeout }: { readonly timeout?: number | undefined }, command: string): number | undefined {
  if (timeout !== undefined && !(timeout > 0)) throw new UsageError('--timeout takes a number of seconds above 0', command);
  return timeout;
}

export const MAX_TOKENS = {
  type: 'number',
  describe: 'About how long the format agent may be',
  defaultDescription: '4000',
  requiresArg: true,
} as const;
const BYTES_PER_TOKEN = 4;
/** The numbers, and what to do next. */
const LEAST_TOKENS = 250;

/** Throws `UsageError` for less than says anything. */
export function bytesOf({ maxTokens }: { readonly maxTokens?: number | undefined }, command: string): number | undefined {
  if (maxTokens === undefined) return undefined;
  if (!(maxTokens >= LEAST_TOKENS)) throw new UsageError(`--max-tokens takes a number from ${LEAST_TOKENS} on`, command);
  return maxTokens * BYTES_PER_TOKEN;
}

/** A report that goes into a file, besides the one on standard output. */
export interface ReportFile {
  readonly format: FindingFormat;
  readonly file: string;
}

/** Reads `sarif=out.sarif`. Undefined when it is not of this form. */
export function parseReportFile(text: string): ReportFile | undefined {
  const [, name, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
  const format = namesOf(FINDING_FORMATS).find((candidate) => candidate === name);
  return format === undefined || file === undefined ? undefined : { format, file };
}

/** Of commands whose answer is read or parsed, and nothing else. */
export const TERMINAL_OR_JSON = {
  alias: 'f',
  choices: ['terminal', 'json'],
  default: 'terminal',
  describe: 'Output format',
  requiresArg: true,
} as const;

/** Throws `UsageError` for a page that would fill a terminal. */
export function refuseTerminal(format: string, output: string | undefined, { stdout }: Pick<Io, 'stdout'>, command: string): void {
  if (format === 'html' && output === undefined && stdout.isTTY)
    throw new UsageError('--format html is a page for a browser: name a file with --output', command);
}

/** `--time` in milliseconds. Throws `UsageError` for what is no date. */
export function timeOf({ time }: { readonly time?: string | undefined }, command: string): number | undefined {
  if (time === undefined) return undefined;
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) throw new UsageError('--time takes a date, as in 2026-01-31T12:00:00Z', command);
  return milliseconds;
}
