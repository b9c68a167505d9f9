import { createHash } from 'node:crypto';
import { formatPath } from '../finding/format-path.js';
import type { Finding, ReportStack } from '../finding/report.js';
import type { DeploymentProblem, DiffPlace, DiffReport, ResourceChange, SecurityChange } from './report.js';
import { summarize } from './summary.js';

/** What names a part of a diff over time, in the form of a baseline's entries. */
export interface AcceptedEntry {
  /** `diff/blocked/export-in-use`, `diff/data-loss`, `diff/broadened/permissions`, or the id of a check. */
  readonly check: string;
  readonly environment: string;
  readonly at: string;
  /** The properties, or a hash of the message: another message is not what was accepted. */
  readonly property: string;
}

/** What of a diff may be accepted: what a gate may fail on. */
export function acceptable(report: DiffReport): readonly AcceptedEntry[] {
  return [
    ...report.deployment.problems.map(entryOfProblem),
    ...report.resources.filter(isLoss).map(entryOfChange),
    ...report.security.filter(isWeaker).map(entryOfSecurity),
    ...report.findings.new.map(entryOfFinding),
  ];
}

/** The diff without what is accepted. An entry stands for one thing: two that are alike need two. */
export function withoutAccepted(report: DiffReport, entries: readonly AcceptedEntry[]): DiffReport {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  let accepted = 0;
  const isOpen = (entry: AcceptedEntry): boolean => {
    const count = left.get(keyOf(entry)) ?? 0;
    if (count === 0) return true;
    left.set(keyOf(entry), count - 1);
    accepted++;
    return false;
  };
  const { deployment, resources, security, findings } = report;
  const problems = deployment.problems.filter((problem) => isOpen(entryOfProblem(problem)));
  const rest = {
    ...report,
    deployment: { ...deployment, problems, failure: problems.some(({ level }) => level === 'blocked') ? deployment.failure : null },
    resources: resources.filter((change) => !isLoss(change) || isOpen(entryOfChange(change))),
    security: security.filter((change) => !isWeaker(change) || isOpen(entryOfSecurity(change))),
    findings: { ...findings, new: findings.new.filter((finding) => isOpen(entryOfFinding(finding))) },
  };
  const { summary: before } = report;
  // What is beyond the list is counted, and no entry is compared with it.
  const counts = { ...before.findings, new: before.findings.new - findings.new.length + rest.findings.new.length };
  const summary = { ...summarize(rest, before.stacks.unchanged, counts, accepted), hasChanges: before.hasChanges };
  return { ...rest, summary };
}

function isLoss({ consequence }: ResourceChange): boolean {
  return ['data-loss', 'orphaned', 'replaced', 'may-be-replaced'].includes(consequence);
}

function isWeaker({ direction }: SecurityChange): boolean {
  return direction === 'broadened' || direction === 'changed' || direction === 'weakened';
}

function entryOfProblem({ level, kind, place, stack, message }: DeploymentProblem): AcceptedEntry {
  return { check: `diff/${level}/${kind}`, environment: environmentOf(stack), at: atOf(place, stack), property: hash(message) };
}

function entryOfChange({ consequence, before, after, properties }: ResourceChange): AcceptedEntry {
  const place = (after ?? before) as DiffPlace;
  const property = [...new Set(properties.map(({ path }) => formatPath(path)))].join(', ');
  return { check: `diff/${consequence}`, environment: environmentOf(place.stack), at: atOf(place, place.stack), property };
}

function entryOfSecurity({ direction, area, place, subject, added, removed, message }: SecurityChange): AcceptedEntry {
  const stack = place?.stack;
  return {
    check: `diff/${direction}/${area}`,
    environment: stack === undefined ? '*/*' : environmentOf(stack),
    at: place === null ? subject : atOf(place, place.stack),
    property: hash([message, ...added, ...removed].join('\n')),
  };
}

function entryOfFinding({ checkId, stack, resource, propertyPath }: Finding): AcceptedEntry {
  const name = stack?.name ?? '';
  return {
    check: checkId,
    environment: stack === null ? '*/*' : environmentOf(stack),
    at: resource?.constructPath ?? (resource === null ? name : `${name}.${resource.logicalId}`),
    property: formatPath(propertyPath),
  };
}

function atOf(place: DiffPlace | null, stack: ReportStack): string {
  if (place === null || place.resource === null) return stack.name;
  return place.resource.constructPath ?? `${stack.name}.${place.resource.logicalId}`;
}

function environmentOf({ account, region }: ReportStack): string {
  return `${account ?? '*'}/${region ?? '*'}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function keyOf({ check, environment, at, property }: AcceptedEntry): string {
  return JSON.stringify([check, environment, at, property]);
}
