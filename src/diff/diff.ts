import type { Stack } from '../assembly/model.js';
import { boundDiagnostics } from '../finding/bounds.js';
import { describeFailure } from '../finding/failures.js';
import { compareText } from '../finding/order.js';
import type { ReportDiagnostic } from '../finding/report.js';
import { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { CheckGraphOptions } from '../run/check-graph.js';
import { ownVersion } from '../version.js';
import type { Change } from './changes.js';
import { Lookups } from './compare/lookups.js';
import { canRefactor } from './consequence/refactor.js';
import { predictFailure } from './deployment/failure.js';
import { findProblems } from './deployment/find-problems.js';
import { compareConnections } from './deployment/links.js';
import { orderOf } from './deployment/order.js';
import type { DiffContext } from './deployment/problem.js';
import { describeAssembly } from './describe-assembly.js';
import { boundCompared, compareFindings } from './findings.js';
import { FoldedCounts } from './folded-counts.js';
import { findChanges } from './impact/find-changes.js';
import { pairResources } from './pair/resource-pairs.js';
import { Places } from './places.js';
import { CONSEQUENCES, type DiffReport } from './report.js';
import { findSecurityChanges } from './security/find-security.js';
import { stackChanges } from './stacks.js';
import { countUnchanged, summarize } from './summary.js';
import { withoutUpgrade } from './upgrade.js';
import { writeChange, writeConnection, writeFailure, writeProblem, writeSecurity } from './write.js';

export interface DiffInput {
  readonly before: ResourceGraph;
  /** The same graph when the two assemblies are the same. */
  readonly after: ResourceGraph;
  /** The folder before, as the user named it. */
  readonly beforePath: string;
  readonly checking: CheckGraphOptions;
}

/** Everything that two graphs differ in. */
export async function diffGraphs({ before, after, beforePath, checking }: DiffInput): Promise<DiffReport> {
  const diagnostics: ReportDiagnostic[] = [];
  const { counts, ...differences } = before === after ? NOTHING : await compare(before, after, checking, diagnostics);
  return {
    version: 1,
    tool: { name: 'synthcheck', version: ownVersion() },
    before: { ...describeAssembly(before), path: beforePath },
    after: describeAssembly(after),
    summary: summarize(differences, countUnchanged(differences.stacks, after.stacks), counts),
    ...differences,
    diagnostics: boundDiagnostics([...diagnosticsOf(before, after), ...diagnostics]),
  };
}

interface Differences extends Pick<DiffReport, 'stacks' | 'resources' | 'security' | 'deployment' | 'findings' | 'folded'> {
  readonly counts: DiffReport['summary']['findings'];
}

const NOTHING: Differences = {
  stacks: [],
  resources: [],
  security: [],
  deployment: { order: [], problems: [], failure: null, links: { added: [], removed: [] } },
  findings: { new: [], fixed: [], unchanged: null },
  counts: { new: 0, fixed: 0, unchanged: null },
  folded: [],
};

async function compare(
  before: ResourceGraph,
  after: ResourceGraph,
  checking: CheckGraphOptions,
  diagnostics: ReportDiagnostic[],
): Promise<Differences> {
  const folded = new FoldedCounts();
  const pairing = pairResources(before, after);
  const compared = compareFindings(before, after, pairing.matches, checking);
  diagnostics.push(...compared.failures.map(describeFailure), ...compared.diagnostics);
  for (const { parent, name } of pairing.unknown) {
    const message = `The template of the nested stack ${parent?.logicalId ?? name} is in one of the two assemblies only: its resources are not compared.`;
    diagnostics.push({ severity: 'warning', message });
  }
  const lookups = new Lookups(before, after);
  const found = findChanges(before, after, pairing, folded, lookups);
  const changes = [...found.changes].sort(compareChanges);
  const stacks = stackChanges(before, after, pairing, changes, folded, lookups);
  const { order, ordered, changed } = orderOf(after.stacks, pairing, changes, stacks);
  const onFailure = ({ stack, displayName }: Resource): void => {
    const message = `The permissions of ${displayName} in ${stack.name} could not be compared: its policy is malformed.`;
    diagnostics.push({ severity: 'warning', message });
  };
  const security = await findSecurityChanges(after, pairing, found, { lookups, onFailure });
  const context: DiffContext = {
    before,
    after,
    pairing,
    changes,
    canRefactor: canRefactor(changes, pairing),
    recreated: found.recreated,
    lookups,
  };
  const problems = findProblems(context, (root) => changed.has(root));
  const failure = predictFailure(ordered, problems, context);
  const blocked = new Set(problems.flatMap(({ level, at }) => (level === 'blocked' && at instanceof Resource ? [at.base] : [])));
  const isBlocked = ({ after: one }: Change): boolean => one !== undefined && blocked.has(one.base);
  const bounded = boundCompared(withoutUpgrade(compared.findings, before, after, folded));
  diagnostics.push(...bounded.diagnostics);
  const places = new Places(placed(changes, [...security, ...problems, ...(failure?.leftBehind ?? [])]), compared.sources);
  const connections = compareConnections(before, after, pairing);
  diagnostics.push(...lookups.diagnostics());
  return {
    stacks,
    resources: changes.map((change) => writeChange(isBlocked(change) ? onceUnblocked(change) : change, after, places)),
    security: security.map((note) => writeSecurity(note, places)),
    deployment: {
      order,
      problems: problems.map((problem) => writeProblem(problem, places)),
      failure: failure === undefined ? null : writeFailure(failure, places),
      links: { added: connections.added.map(writeConnection), removed: connections.removed.map(writeConnection) },
    },
    findings: bounded.listed,
    counts: bounded.counts,
    folded: folded.list(),
  };
}

/** A rejected update does nothing yet. */
function onceUnblocked(change: Change): Change {
  if (!LOSSES.includes(change.consequence)) return change;
  return {
    ...change,
    message: `Once unblocked: ${change.message[0]?.toLowerCase()}${change.message.slice(1)}`,
  };
}

const LOSSES: readonly Change['consequence'][] = ['data-loss', 'orphaned', 'replaced'];

function* placed(changes: readonly Change[], others: readonly { readonly at: Resource | Stack }[]): Generator<Resource> {
  for (const { before, after, cause } of changes)
    for (const resource of [before, after, cause]) if (resource !== undefined) yield resource.base;
  for (const { at } of others) if (at instanceof Resource) yield at.base;
}

/** Worst first, then by stack and logical id. */
function compareChanges(one: Change, other: Change): number {
  const keys = (change: Change): readonly [number, string, string] => {
    const place = change.after ?? change.before;
    return [CONSEQUENCES.indexOf(change.consequence), place?.stack.id ?? '', place?.logicalId ?? ''];
  };
  const [a, b] = [keys(one), keys(other)];
  return a[0] - b[0] || compareText(a[1], b[1]) || compareText(a[2], b[2]);
}

/** Asked last: what is read only when needed may have complained since. */
function diagnosticsOf(before: ResourceGraph, after: ResourceGraph): readonly ReportDiagnostic[] {
  const graphs = before === after ? [after] : [before, after];
  return graphs.flatMap(({ assemblies }) => assemblies.flatMap(({ diagnostics }) => diagnostics));
}
