import { SEVERITIES } from '../check/problem.js';
import type { PlaceParts } from './place.js';
import type { PropertyPath } from './report.js';
import type { UnlocatedFinding } from './unlocated-finding.js';

type Ordered = Pick<PlaceParts, 'stack' | 'resource' | 'propertyPath'> & Pick<UnlocatedFinding, 'severity' | 'checkId' | 'message'>;

/** Severity, stack, resource, property, check. A whole stack or resource comes before its parts. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.stack.id, b.stack.id) ||
    compareText(a.stack.assembly.path, b.stack.assembly.path) ||
    compareText(a.resource?.logicalId ?? '', b.resource?.logicalId ?? '') ||
    comparePaths(a.propertyPath, b.propertyPath) ||
    compareText(a.checkId, b.checkId) ||
    compareText(a.message, b.message)
  );
}

/** By code units: `localeCompare` depends on the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePaths(a: PropertyPath, b: PropertyPath): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = typeof step === 'number' && typeof other === 'number' ? step - other : compareText(String(step), String(other));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
