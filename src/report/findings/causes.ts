import { namesOfResource } from '../../finding/names.js';
import type { Finding } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';

/** Findings of one check that one change of the app repairs, the first in the order of the report before the others. */
export type Cause = readonly [Finding, ...Finding[]];

/**
 * Puts together what one line of the app makes in several places: the same check and property at the same line. Where the line is not known for
 * certain, only what has the same message, too.
 */
export function groupByCause(findings: readonly Finding[]): readonly Cause[] {
  return [...groupBy(findings, causeOf).values()];
}

function causeOf(finding: Finding): string {
  const { severity, checkId, source, propertyPath, resource, stack } = finding;
  const message = withoutNames(finding);
  if (source === null) return JSON.stringify([severity, checkId, message]);
  const line = [severity, checkId, source.file, source.line, source.column];
  if (source.approximate) return JSON.stringify([...line, message]);
  // What has no resource is about a stack or an output: each has its own message.
  if (resource === null) return JSON.stringify([...line, stack.id, propertyPath, message]);
  return JSON.stringify([...line, propertyPath]);
}

/** The message without the names that differ from place to place. */
function withoutNames({ message, stack, resource }: Finding): string {
  const names = [...namesOfResource(resource), stack.name, stack.account, stack.region];
  return names.reduce<string>((text, name) => (name ? text.replaceAll(name, '…') : text), message);
}

/** `39 findings from 2 lines`; undefined where each finding has a cause of its own. */
export function countCauses(causes: readonly Cause[]): string | undefined {
  const count = causes.reduce((sum, cause) => sum + cause.length, 0);
  if (count === causes.length) return undefined;
  return `${count} findings with ${causes.length === 1 ? 'one cause' : `${causes.length} causes`}`;
}

/** How many stacks a cause is in. */
export function countStacks(places: readonly Pick<Finding, 'stack'>[]): number {
  return new Set(places.map(({ stack }) => JSON.stringify([stack.assembly, stack.id]))).size;
}
