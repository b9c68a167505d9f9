import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { isObject, ownString } from '../assembly/json.js';
import type { Json } from '../assembly/model.js';
import type { LoadedConfig } from '../config/load-config.js';
import { InputError } from '../diagnostic.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { type BaselineEntry, compareEntries } from './baseline.js';

/** `path` is absolute, `origin` what to call it. */
export interface BaselineFile {
  readonly path: string;
  readonly origin: string;
}

export interface OpenBaseline {
  readonly file: BaselineFile;
  /** Undefined when the file is to be written for the first time. */
  readonly known: { readonly entries: readonly BaselineEntry[]; readonly origin: string } | undefined;
}

export interface BaselineOptions {
  /** In place of what the configuration says, relative to the working directory. */
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly only?: unknown;
  readonly skip?: unknown;
  readonly stacks?: unknown;
  readonly workingDirectory: string;
}

/** The baseline of a run, if it has one. */
export function openBaseline(loaded: LoadedConfig, options: BaselineOptions): OpenBaseline | undefined {
  const file = findBaseline(loaded, options);
  if (options.updateBaseline) {
    if (file === undefined) throw new InputError('--update-baseline needs a file: --baseline FILE, or `baseline` in the configuration');
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
  const { baseline, workingDirectory } = options;
  if (baseline !== undefined) return { path: resolve(workingDirectory, baseline), origin: baseline };
  if (config.baseline === undefined) return undefined;
  const path = resolve(folder, config.baseline);
  if (!isTrusted && (isAbsolute(config.baseline) || relative(folder, path).startsWith('..')))
    throw new InputError(`${origin}: \`baseline\` leads out of its folder`);
  return { path, origin: relative(workingDirectory, path) || path };
}

/** Writes the baseline anew, or says why not: one of a run that could not see everything would lack what it did not see. */
export function updateBaselineFile(
  file: BaselineFile,
  entries: readonly BaselineEntry[],
  diagnostics: readonly ReportDiagnostic[],
): ReportDiagnostic | undefined {
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { severity: 'error', message: 'The baseline is not written, since not everything could be checked.', file: file.origin };
  writeBaseline(file, entries);
  return undefined;
}

/** Undefined when there is no such file. */
function readBaseline({ path, origin }: BaselineFile): readonly BaselineEntry[] | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return undefined;
    throw new InputError(`${origin} cannot be read (${code})`);
  }
  let content: Json;
  try {
    content = JSON.parse(text) as Json;
  } catch {
    throw new InputError(`${origin} is not valid JSON: mend it, or write it anew with --update-baseline`);
  }
  const findings = isObject(content) && content.version === 1 ? content.findings : undefined;
  if (!Array.isArray(findings)) throw new InputError(`${origin} is no baseline of version 1: write it with --update-baseline`);
  return (findings as readonly Json[]).map((entry, index) => readEntry(entry, `${origin}: \`findings[${index}]\``));
}

function readEntry(entry: Json, where: string): BaselineEntry {
  const [check, environment, at, property] = ['check', 'environment', 'at', 'property'].map((key) =>
    isObject(entry) ? ownString(entry, key) : undefined,
  );
  if (check === undefined || environment === undefined || at === undefined || property === undefined)
    throw new InputError(`${where} needs \`check\`, \`environment\`, \`at\` and \`property\``);
  return { check, environment, at, property };
}

/** One line a finding, in a fixed order: a pull request shows which were added and which went. */
function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(compareEntries).map(({ environment, at, property, check }) => {
    const fields = { check, at, property, environment };
    return `    { ${Object.entries(fields)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(', ')} }`;
  });
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** In one step, so that nobody reads half of it. */
function writeBaseline({ path, origin }: BaselineFile, entries: readonly BaselineEntry[]): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, baselineText(entries));
    renameSync(temporary, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(`${origin} cannot be written (${code})`);
  }
}
