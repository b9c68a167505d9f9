import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../check/settings.js';
import type { Config } from '../config/config.js';
import { describeConfig } from '../config/describe-config.js';
import { loadConfig } from '../config/load-config.js';
import { toSettings } from '../config/settings.js';
import type { Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { boundDiagnostics } from '../finding/bounds.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { GraphDocument } from '../graph/document.js';
import { type Answers, countProblems, problemsIn } from '../organization/assess.js';
import type { About } from '../organization/border/border.js';
import { deploymentOrder } from '../organization/cycles.js';
import { type Database, type IndexFolder, openDatabase, type Row } from '../organization/database.js';
import { findIndexes, holdsIndex } from '../organization/find-indexes.js';
import { partitionOf, TABLE_NAMES } from '../organization/index-folder.js';
import { mapOf } from '../organization/map.js';
import { writeTable } from '../organization/parquet/write.js';
import type { ApplicationEdge, IndexedApplication, OrganizationCounts, OrganizationReport } from '../organization/report.js';
import { text, textOrNull } from '../organization/row-fields.js';
import { ownVersion } from '../version.js';
import { indexApplications } from './index-applications.js';

export interface OrganizationOptions {
  /** Folders with indexes. */
  readonly indexes: readonly string[];
  /** What a changed application becomes: folders that `cdk synth` wrote, packs, or folders with indexes. */
  readonly change?: readonly string[] | undefined;
  /** Of the changed application, where `change` is no index. */
  readonly about: Omit<About, 'application'> & { readonly application?: string | undefined };
  readonly config?: string | undefined;
  readonly closedWorld?: boolean | undefined;
  readonly deadline: Deadline;
  readonly workingDirectory: string;
}

export interface AskedOrganization {
  readonly report: OrganizationReport;
  /** The applications and who uses whom, for the page. */
  readonly map: GraphDocument;
}

/** Asks the indexes of all applications. Throws `InputError` when there are none, DuckDB is not installed, or the change cannot be read whole. */
export async function askOrganization(options: OrganizationOptions): Promise<AskedOrganization> {
  const { workingDirectory } = options;
  const { indexes, nameless, others } = findIndexes(options.indexes, workingDirectory);
  if (indexes.length === 0) throw new InputError(`${options.indexes.join(', ')} holds no index: write one with \`synthcheck index\``);
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-org-'));
  try {
    const { changes, diagnostics } = await changesIn(options, folder);
    const database = await openDatabase({ indexes, changes });
    try {
      const unread = [
        ...database.refused.map(({ path, reason }) => ({ file: path, message: `The index cannot be read, and is left out: ${reason}` })),
        ...nameless.map((file) => ({ file, message: 'The index is left out: its folder is not named `application=NAME`.' })),
        ...others.map((file) => ({
          file,
          message: 'This file is no index, and is left out: `synthcheck index` makes one of a pack or cdk.out.',
        })),
      ];
      const errors = unread.map((one) => ({ severity: 'error' as const, ...one }));
      return await reportOf(database, options, changes, [...diagnostics, ...errors]);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Indexes of what changes, written where they can be loaded from. Throws `InputError` for what cannot be read whole. */
async function changesIn(
  { change = [], about, config, deadline, workingDirectory }: OrganizationOptions,
  folder: string,
): Promise<{ readonly changes: readonly IndexFolder[]; readonly diagnostics: readonly ReportDiagnostic[] }> {
  const written = change.filter((path) => holdsIndex(path, workingDirectory));
  const changes = [...findIndexes(written, workingDirectory).indexes];
  const paths = change.filter((path) => !written.includes(path));
  if (paths.length === 0) return { changes, diagnostics: [] };
  const { indexes, isWhole, diagnostics } = await indexApplications({ paths, config, about, otherwise: {}, deadline, workingDirectory });
  // All that could not be read would count as removed.
  if (!isWhole) throw new InputError(...diagnostics.filter(({ severity }) => severity === 'error').map(describeUnread));
  for (const { application, tables } of indexes) {
    const path = join(folder, partitionOf(application));
    mkdirSync(path);
    for (const table of TABLE_NAMES) writeFileSync(join(path, `${table}.parquet`), writeTable(table, tables[table] as never));
    changes.push({ path, application });
  }
  return { changes, diagnostics };
}

function describeUnread({ file, message }: ReportDiagnostic): string {
  return `--change: ${file === undefined ? '' : `${file}: `}${message}`;
}

async function reportOf(
  database: Database,
  { config: file, closedWorld = false, workingDirectory }: OrganizationOptions,
  changes: readonly IndexFolder[],
  diagnostics: readonly ReportDiagnostic[],
): Promise<AskedOrganization> {
  const [counts] = await database.ask('counts');
  const applications = await applicationsIn(database);
  const loaded = await loadConfig({ config: file, assemblies: [], workingDirectory });
  const missing = missingApplications(loaded.config, applications);
  const isListed = loaded.config.organization?.applications !== undefined && missing.length === 0;
  const isElsewhere = knownElsewhere(toSettings(loaded.config));
  const answers: Answers = {
    unresolved: (await database.ask('unresolved')).filter((row) => !isElsewhere(row)),
    duplicates: await database.ask('duplicates'),
    edges: await database.ask('edges'),
    impact: changes.length === 0 ? [] : await database.ask('impact'),
    prerequisites:
      changes.length === 0 ? [] : (await database.ask('prerequisites')).filter((row) => row.provider !== null || !isElsewhere(row)),
  };
  const problems = problemsIn(answers, { isClosed: closedWorld || isListed, isAboutChange: changes.length > 0 });
  const report: OrganizationReport = {
    version: 1,
    tool: { name: 'synthcheck', version: ownVersion() },
    counts: countsOf(counts),
    applications,
    changed: changes.length === 0 ? null : changes.map(({ application }) => application),
    problems,
    summary: countProblems(problems),
    edges: edgesOf(answers.edges),
    order: deploymentOrder(
      applications.map(({ name }) => name),
      answers.edges,
    ),
    diagnostics: boundDiagnostics([...describeConfig(loaded), ...diagnostics, ...missing]),
  };
  return { report, map: mapOf(await database.ask('stacks'), answers.edges) };
}

/** Applications that the configuration lists: what is not indexed may be defined by them. */
function missingApplications({ organization }: Config, indexed: readonly IndexedApplication[]): readonly ReportDiagnostic[] {
  const names = new Set(indexed.map(({ name }) => name));
  return (organization?.applications ?? [])
    .filter((name) => !names.has(name))
    .map((name) => ({ severity: 'error', message: `The configuration lists the application ${name}, of which there is no index.` }));
}

/** What the configuration says exists although nothing declares it. */
function knownElsewhere({ isExternal }: Settings): (row: Row) => boolean {
  return (row) => {
    const name = text(row.name);
    if (row.kind === 'export') return isExternal('exports', name);
    if (row.kind === 'parameter') return isExternal('ssm', name);
    if (row.kind === 'output') return isExternal('stacks', name.slice(0, Math.max(0, name.lastIndexOf('.'))));
    return row.type === 'AWS::S3::Bucket' && isExternal('s3', name);
  };
}

async function applicationsIn(database: Database): Promise<readonly IndexedApplication[]> {
  return (await database.ask('applications')).map((row) => ({
    name: text(row.application),
    owner: textOrNull(row.owner),
    repository: textOrNull(row.repository),
    commit: textOrNull(row.commit),
    synthesizedAt: textOrNull(row.synthesized_at),
  }));
}

function countsOf(row: Row | undefined): OrganizationCounts {
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    applications: count('application_count'),
    stacks: count('stack_count'),
    resources: count('resource_count'),
    definitions: count('definition_count'),
    references: count('reference_count'),
    resolved: count('resolved'),
    possiblyResolved: count('possibly_resolved'),
  };
}

/** From pairs of stacks to pairs of applications. */
function edgesOf(rows: readonly Row[]): readonly ApplicationEdge[] {
  const edges = new Map<string, ApplicationEdge>();
  for (const { application, provider, reference_count, blocking, certain } of rows) {
    const key = JSON.stringify([application, provider]);
    const before = edges.get(key);
    edges.set(key, {
      application: text(application),
      provider: text(provider),
      references: (before?.references ?? 0) + Number(reference_count),
      blocking: (before?.blocking ?? 0) + Number(blocking),
      certain: (before?.certain ?? false) || certain === true,
    });
  }
  return [...edges.values()];
}
