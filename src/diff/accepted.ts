import { type AcceptedEntry, matchEntries } from '../finding/accepted-entries.js';
import { formatPath } from '../finding/format-path.js';
import type { Finding, ReportStack } from '../finding/report.js';
import { sha256 } from '../sha256.js';
import type { DeploymentProblem, DiffPlace, DiffReport, ResourceChange, SecurityChange } from './report.js';
import { summarize } from './summary.js';

/** What of a diff may be accepted: what a gate may fail on. */
export function acceptable(report: DiffReport): readonly AcceptedEntry[] {
  return partsOf(report).map(({ entry }) => entry);
}

/** The diff without what is accepted. */
export function withoutAccepted(report: DiffReport, entries: readonly AcceptedEntry[]): DiffReport {
  const { accepted } = matchEntries(partsOf(report), ({ entry }) => entry, entries);
  const hidden = new Set<unknown>([...accepted].map(({ part }) => part));
  const isOpen = (part: unknown): boolean => !hidden.has(part);
  const { deployment, findings } = report;
  const problems = deployment.problems.filter(isOpen);
  const rest = {
    ...report,
    deployment: { ...deployment, problems, failure: problems.some(({ level }) => level === 'blocked') ? deployment.failure : null },
    resources: report.resources.filter(isOpen),
    security: report.security.filter(isOpen),
    findings: { ...findings, new: findings.new.filter(isOpen) },
  };
  const { summary: before } = report;
  // What is beyond the list is counted, and no entry is compared with it.
  const counts = { ...before.findings, new: before.findings.new - findings.new.length + rest.findings.new.length };
  const summary = { ...summarize(rest, before.stacks.unchanged, counts, accepted.size), hasChanges: before.hasChanges };
  return { ...rest, summary };
}

interface AcceptablePart {
  readonly part: DeploymentProblem | ResourceChange | SecurityChange | Finding;
  readonly entry: AcceptedEntry;
}

function partsOf({ deployment, resources, security, findings }: DiffReport): readonly AcceptablePart[] {
  return [
    ...deployment.problems.map((part) => ({ part, entry: entryOfProblem(part) })),
    ...resources.filter(isLoss).map((part) => ({ part, entry: entryOfChange(part) })),
    ...security.filter(isWeaker).map((part) => ({ part, entry: entryOfSecurity(part) })),
    ...findings.new.map((part) => ({ part, entry: entryOfFinding(part) })),
  ];
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

/** Another message is not what was accepted. */
function hash(text: string): string {
  return sha256().update(text).digest('hex').slice(0, 12);
}
