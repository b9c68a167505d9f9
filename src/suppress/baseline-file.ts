import { isAbsolute, relative, resolve } from 'node:path';
import { isObject, ownString, parseJson } from '../assembly/json.js';
import type { Json } from '../assembly/model.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { counted } from '../counted.js';
import { InputError } from '../diagnostic.js';
import { isInside } from '../files/inside.js';
import { MAX_TEXT_BYTES, MISSING, readRegularText } from '../files/read-file.js';
import { writeFileSafely } from '../files/write-file.js';
import type { AcceptedEntry } from '../finding/accepted-entries.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { findRepository } from '../source/project-root.js';
import { compareEntries } from './baseline.js';

/** `path` is absolute, `origin` what to call it. */
export interface BaselineFile {
  readonly path: string;
  readonly origin: string;
  /** A folder that no link may lead out of, when the file is not one that the user named. */
  readonly within: string | undefined;
}

export interface OpenBaseline {
  readonly file: BaselineFile;
  /** Undefined when the file is to be written for the first time. */
  readonly known: { readonly entries: readonly AcceptedEntry[]; readonly origin: string } | undefined;
}

export interface BaselineOptions {
  /** In place of what the configuration says, relative to the working directory. */
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  /** What `--update-baseline` writes when no file is named. */
  readonly defaultBaseline?: string;
  readonly only?: unknown;
  readonly skip?: unknown;
  readonly stacks?: unknown;
  readonly workingDirectory: string;
}

/** The baseline of a run, if it has one. */
export function openBaseline(loaded: LoadedConfig, options: BaselineOptions): OpenBaseline | undefined {
  const file = findBaseline(loaded, options);
  if (options.updateBaseline) {
    if ([options.only, options.skip, options.stacks].some((list) => list !== undefined))
      throw new InputError('--update-baseline writes all findings: leave out --only, --skip and --stack');
  }
  if (file === undefined) return undefined;
  const entries = readBaseline(file);
  if (entries === undefined && !options.updateBaseline)
    throw new InputError(`${file.origin} does not exist: write it with --update-baseline`);
  return { file, known: entries && { entries, origin: file.origin } };
}

function findBaseline({ config, folder, origin, isTrusted }: LoadedConfig, options: BaselineOptions): BaselineFile | undefined {
  const { workingDirectory, updateBaseline, defaultBaseline } = options;
  const baseline = options.baseline ?? (updateBaseline && config.baseline === undefined ? defaultBaseline : undefined);
  if (baseline !== undefined) return toFile(resolve(workingDirectory, baseline), baseline, workingDirectory);
  if (config.baseline === undefined) return undefined;
  const path = resolve(folder, config.baseline);
  if (!isTrusted && (isAbsolute(config.baseline) || relative(folder, path).startsWith('..')))
    throw new InputError(`${origin}: \`baseline\` leads out of its folder`);
  const shown = relative(workingDirectory, path) || path;
  return isTrusted ? toFile(path, shown, workingDirectory) : { path, origin: shown, within: folder };
}

/** What is named inside of the checkout stays there, links included; what is named elsewhere is the user's. */
function toFile(path: string, origin: string, workingDirectory: string): BaselineFile {
  const root = findRepository(workingDirectory) ?? resolve(workingDirectory);
  return { path, origin, within: isInside(path, root) ? root : undefined };
}

/** Writes the baseline anew, or says why not: one of a run that could not see everything would lack what it did not see. */
export function updateBaselineFile(
  file: BaselineFile,
  entries: readonly AcceptedEntry[],
  diagnostics: readonly ReportDiagnostic[],
  workingDirectory: string,
): ReportDiagnostic | undefined {
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { severity: 'error', message: 'The baseline is not written, since not everything could be checked.', file: file.origin };
  writeFileSafely(file.path, baselineText(entries), workingDirectory);
  return undefined;
}

/** That the baseline is written, and how it is used where nothing names it yet. */
export function describeUpdate({ origin }: BaselineFile, count: number, isNamed: boolean): ReportDiagnostic {
  const use = isNamed ? '' : ` From now on, give --baseline ${origin}.`;
  return { severity: 'info', message: `The baseline is written, with ${counted(count, 'entry', 'entries')}.${use}`, file: origin };
}

/** Undefined when there is no such file. */
function readBaseline({ path, origin, within }: BaselineFile): readonly AcceptedEntry[] | undefined {
  const file = readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within });
  if ('problem' in file) {
    if (file.problem === MISSING) return undefined;
    throw new InputError(`${origin} ${file.problem}`);
  }
  const parsed = parseJson(file.text);
  if ('problem' in parsed) throw new InputError(`${origin} ${parsed.problem}: correct it, or write it again with --update-baseline`);
  const content = parsed.value;
  const findings = isObject(content) && content.version === 1 ? content.findings : undefined;
  if (!Array.isArray(findings)) throw new InputError(`${origin} is not a baseline of version 1: write it with --update-baseline`);
  return (findings as readonly Json[]).map((entry, index) => readEntry(entry, `${origin}: \`findings[${index}]\``));
}

function readEntry(entry: Json, where: string): AcceptedEntry {
  const [check, environment, at, property] = ['check', 'environment', 'at', 'property'].map((key) =>
    isObject(entry) ? ownString(entry, key) : undefined,
  );
  if (check === undefined || environment === undefined || at === undefined || property === undefined)
    throw new InputError(`${where} needs \`check\`, \`environment\`, \`at\` and \`property\``);
  return { check, environment, at, property };
}

/** One line a finding, in a fixed order: a pull request shows which were added and which went. */
function baselineText(entries: readonly AcceptedEntry[]): string {
  const lines = [...entries].sort(compareEntries).map(({ environment, at, property, check }) => {
    const fields = { check, at, property, environment };
    return `    { ${Object.entries(fields)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(', ')} }`;
  });
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
