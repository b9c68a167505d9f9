import type { Json } from '../assembly/model.js';
import { boundFindings } from '../finding/bounds.js';
import { locateFindings, type OrderedFinding, orderFindings } from '../finding/findings.js';
import { namesOfResource } from '../finding/names.js';
import type { Finding, ReportDiagnostic } from '../finding/report.js';
import { Sources } from '../finding/sources.js';
import { own, stepInto } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';
import { memoizeByKey } from '../memoize.js';
import { numbering } from '../numbering.js';
import {
  type CheckGraphOptions,
  filterAccepted,
  NO_EXTERNAL_FINDINGS,
  type OwnResult,
  planChecks,
  runOwnChecks,
} from '../run/check-graph.js';
import { nameOfElement } from './compare/lists.js';
import type { Matches } from './pair/matches.js';
import { describeResource } from './places.js';
import type { DiffReport } from './report.js';

export interface ComparedFindings {
  readonly findings: DiffReport['findings'];
  readonly failures: OwnResult['failures'];
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
  const current = findIn(after, checking);
  const old = findIn(before, checking);
  const placeOf = (resource: Resource | undefined, { checkId }: OrderedFinding, path: readonly unknown[] | undefined): string | undefined =>
    resource && path && JSON.stringify([checkId, resource.id, path]);
  const partnerOf = ({ resource }: OrderedFinding): Resource | undefined => resource && matches.partnerOf(resource);
  let [added, fixed] = [current.found, old.found];
  // What stands in a list moves in it: first its elements that are equal, then those of one name, then those at one place.
  for (const nameElement of [numberOfElement(), nameOfElement]) {
    [added, fixed] = leftOver(
      added,
      fixed,
      (finding) => placeOf(finding.resource, finding, pathByElements(finding, nameElement)),
      (finding) => placeOf(partnerOf(finding), finding, pathByElements(finding, nameElement)),
    );
  }
  [added, fixed] = leftOver(added, fixed, placeKey, placeKey);
  [added, fixed] = leftOver(
    added,
    fixed,
    (finding) => placeOf(finding.resource, finding, finding.propertyPath),
    (finding) => placeOf(partnerOf(finding), finding, finding.propertyPath),
  );
  // In a stage or stack of another name, nothing has a partner.
  const isPaired = (resource: Resource | undefined): boolean => resource !== undefined && matches.originOf(resource) !== undefined;
  [added, fixed] = leftOver(
    added,
    fixed,
    (finding) => (isPaired(finding.resource) ? undefined : alikeKey(finding)),
    (finding) => (partnerOf(finding) === undefined ? alikeKey(finding) : undefined),
  );
  const sources = new Sources(checking.workingDirectory);
  const locate = (found: readonly OrderedFinding[]): readonly Finding[] =>
    locateFindings(found, (place) => sources.find(place)).map(({ finding }) => finding);
  return {
    findings: { new: locate(added), fixed: locate(fixed), unchanged: current.found.length - added.length },
    failures: [...current.failures, ...old.failures],
    diagnostics: current.diagnostics,
    sources,
  };
}

interface Found extends Pick<ComparedFindings, 'failures' | 'diagnostics'> {
  readonly found: readonly OrderedFinding[];
}

function findIn(graph: ResourceGraph, checking: CheckGraphOptions): Found {
  const plan = planChecks(graph, checking);
  const own = runOwnChecks(plan, checking.deadline);
  const { reported, diagnostics } = filterAccepted(plan, own, NO_EXTERNAL_FINDINGS);
  const bounded = boundFindings(reported, MAX_COMPARED);
  return { found: orderFindings(bounded.listed), failures: own.failures, diagnostics: [...diagnostics, ...bounded.diagnostics] };
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
  added: readonly OrderedFinding[],
  fixed: readonly OrderedFinding[],
  keyAdded: (finding: OrderedFinding) => string | undefined,
  keyFixed: (finding: OrderedFinding) => string | undefined,
): readonly [readonly OrderedFinding[], readonly OrderedFinding[]] {
  const open = new Map<string | undefined, OrderedFinding[]>([...groupBy(fixed, keyFixed)].map(([key, findings]) => [key, [...findings]]));
  open.delete(undefined);
  const matched = new Set<OrderedFinding>();
  const rest = added.filter((finding) => {
    const key = keyAdded(finding);
    const found = key === undefined ? undefined : open.get(key)?.shift();
    if (found !== undefined) matched.add(found);
    return found === undefined;
  });
  return [rest, fixed.filter((finding) => !matched.has(finding))];
}

function placeKey({ key, propertyPath }: OrderedFinding): string {
  return JSON.stringify([key, propertyPath]);
}

/** Equal for elements that are written the same. There may be many findings in one element, so that each is read once and has a short name. */
function numberOfElement(): (element: Json | undefined) => string | undefined {
  const numberOf = numbering();
  return memoizeByKey((element: Json | undefined) => numberOf(JSON.stringify(element)));
}

/** The path of a finding with the elements of lists by what they are, not by where they are; undefined when one of them has no such name. */
function pathByElements(
  { resource, propertyPath }: OrderedFinding,
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

/** The same check on the same kind of place, in the same words but for names. */
function alikeKey({ checkId, severity, resource, propertyPath, message, stack }: OrderedFinding): string {
  const namesOf = resource === undefined ? [] : namesOfResource(describeResource(resource));
  const names = [...namesOf, stack.id, stack.name].filter((name) => name !== '');
  const [stage = ''] = resource?.constructPath?.split('/') ?? [];
  const words = names.reduce((text, name) => text.replaceAll(name, '#'), message);
  const text = (stage === '' ? words : words.replaceAll(stage, '#')).replace(/\b[A-Za-z0-9]+[0-9A-F]{8}\b/g, '#');
  return JSON.stringify([checkId, severity, resource?.type, propertyPath, text]);
}
