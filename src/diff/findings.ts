import type { Json } from '../assembly/model.js';
import { boundFindings } from '../finding/bounds.js';
import { namesOfResource } from '../finding/names.js';
import type { Finding, ReportDiagnostic } from '../finding/report.js';
import type { Sources } from '../finding/sources.js';
import { own, stepInto } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';
import { memoizeByKey } from '../memoize.js';
import { type CheckGraphOptions, checkGraph } from '../run/check-graph.js';
import { sha256 } from '../sha256.js';
import { nameOfElement } from './compare/lists.js';
import type { Matches } from './pair/matches.js';
import type { DiffReport } from './report.js';

export interface ComparedFindings {
  readonly findings: DiffReport['findings'];
  readonly failures: ReturnType<typeof checkGraph>['failures'];
  readonly diagnostics: readonly ReportDiagnostic[];
  readonly sources: Sources;
}

/** Of each assembly. A list cut at its end would make new and fixed findings of those beyond. */
const MAX_COMPARED = 100_000;

/** Runs the checks over both, and finds which findings are new: a finding of a resource that only has another name or place is not. */
export function compareFindings(
  before: ResourceGraph,
  after: ResourceGraph,
  matches: Matches,
  checking: CheckGraphOptions,
): ComparedFindings {
  const options = { ...checking, mostFindings: MAX_COMPARED };
  const current = checkGraph(after, options);
  const old = checkGraph(before, options);
  const [was, is] = [resourcesById(before), resourcesById(after)];
  const placeOf = (resource: Resource | undefined, finding: Finding, path: readonly unknown[] | undefined): string | undefined =>
    resource && path && JSON.stringify([finding.checkId, resource.id, path]);
  let [added, fixed]: readonly [readonly Finding[], readonly Finding[]] = [current.findings, old.findings];
  // What stands in a list moves in it: first its elements that are equal, then those of one name, then those at one place.
  for (const nameElement of [hashOfElement(), nameOfElement]) {
    [added, fixed] = leftOver(
      added,
      fixed,
      (finding) => placeOf(is(finding), finding, pathByElements(is(finding), finding, nameElement)),
      (finding) => placeOf(partnerOf(was(finding), matches), finding, pathByElements(was(finding), finding, nameElement)),
    );
  }
  [added, fixed] = leftOver(added, fixed, placeKey, placeKey);
  [added, fixed] = leftOver(
    added,
    fixed,
    (finding) => placeOf(is(finding), finding, finding.propertyPath),
    (finding) => placeOf(partnerOf(was(finding), matches), finding, finding.propertyPath),
  );
  // In a stage or stack of another name, nothing has a partner.
  [added, fixed] = leftOver(
    added,
    fixed,
    (finding) => (isPaired(is(finding), (resource) => matches.originOf(resource)) ? undefined : alikeKey(finding)),
    (finding) => (isPaired(was(finding), (resource) => matches.partnerOf(resource)) ? undefined : alikeKey(finding)),
  );
  return {
    findings: { new: added, fixed, unchanged: current.findings.length - added.length },
    failures: [...current.failures, ...old.failures],
    diagnostics: current.diagnostics,
    sources: current.sources,
  };
}

/** The worst 10,000 of the new and of the fixed ones, the number of all, and what to say of the others. */
export function boundCompared(findings: DiffReport['findings']): {
  readonly listed: DiffReport['findings'];
  readonly counts: DiffReport['summary']['findings'];
  readonly diagnostics: readonly ReportDiagnostic[];
} {
  const [added, fixed] = [boundFindings(findings.new), boundFindings(findings.fixed)];
  return {
    listed: { new: added.listed, fixed: fixed.listed, unchanged: findings.unchanged },
    counts: { new: findings.new.length, fixed: findings.fixed.length, unchanged: findings.unchanged },
    diagnostics: [...added.diagnostics, ...fixed.diagnostics],
  };
}

/** What is left when those of one key are taken together, each with one of the other side. */
function leftOver(
  added: readonly Finding[],
  fixed: readonly Finding[],
  keyAdded: (finding: Finding) => string | undefined,
  keyFixed: (finding: Finding) => string | undefined,
): readonly [readonly Finding[], readonly Finding[]] {
  const open = new Map<string | undefined, Finding[]>([...groupBy(fixed, keyFixed)].map(([key, findings]) => [key, [...findings]]));
  open.delete(undefined);
  const matched = new Set<Finding>();
  const rest = added.filter((finding) => {
    const key = keyAdded(finding);
    const found = key === undefined ? undefined : open.get(key)?.shift();
    if (found !== undefined) matched.add(found);
    return found === undefined;
  });
  return [rest, fixed.filter((finding) => !matched.has(finding))];
}

function placeKey({ fingerprint, propertyPath }: Finding): string {
  return JSON.stringify([fingerprint, propertyPath]);
}

/** Equal for elements that are written the same. There may be many findings in one element, so that each is read once. */
function hashOfElement(): (element: Json | undefined) => string | undefined {
  return memoizeByKey((element: Json | undefined) =>
    element === undefined ? undefined : sha256().update(JSON.stringify(element)).digest('base64'),
  );
}

/** The path of a finding with the elements of lists by what they are, not by where they are; undefined when one of them has no such name. */
function pathByElements(
  resource: Resource | undefined,
  { propertyPath }: Finding,
  nameElement: (element: Json | undefined) => string | undefined,
): readonly string[] | undefined {
  if (resource === undefined || !propertyPath.some((step) => typeof step === 'number')) return undefined;
  let value: Json | undefined = own(resource.raw, 'Properties');
  const path: string[] = [];
  for (const step of propertyPath) {
    value = stepInto(value, step);
    const name = typeof step === 'number' ? nameElement(value) : step;
    if (name === undefined) return undefined;
    path.push(name);
  }
  return path;
}

function resourcesById(graph: ResourceGraph): (finding: Finding) => Resource | undefined {
  const stacks = new Map(graph.stacks.map((stack) => [`${stack.assembly.path} ${stack.id}`, stack]));
  return ({ stack, resource }) => {
    const found = stack === null ? undefined : stacks.get(`${stack.assembly} ${stack.id}`);
    return found === undefined || resource === null ? undefined : graph.resource(found, resource.logicalId);
  };
}

function partnerOf(resource: Resource | undefined, matches: Matches): Resource | undefined {
  return resource && matches.partnerOf(resource);
}

function isPaired(resource: Resource | undefined, find: (resource: Resource) => Resource | undefined): boolean {
  return resource !== undefined && find(resource) !== undefined;
}

/** The same check on the same kind of place, in the same words but for names. */
function alikeKey({ checkId, severity, resource, propertyPath, message, stack }: Finding): string {
  const names = [...namesOfResource(resource), stack?.id, stack?.name].flatMap((name) => (name ? [name] : []));
  const [stage = ''] = resource?.constructPath?.split('/') ?? [];
  const words = names.reduce((text, name) => text.replaceAll(name, '#'), message);
  const text = (stage === '' ? words : words.replaceAll(stage, '#')).replace(/\b[A-Za-z0-9]+[0-9A-F]{8}\b/g, '#');
  return JSON.stringify([checkId, severity, resource?.type, propertyPath, text]);
}
