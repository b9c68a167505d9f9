import type { Finding } from './report.js';

/** How messages may name a resource: its construct path, whole and from each construct on, and its logical ID. The longest first. */
export function namesOfResource(resource: Finding['resource']): readonly string[] {
  if (resource === null) return [];
  const { constructPath, logicalId } = resource;
  if (constructPath === null) return [logicalId];
  const steps = constructPath.replace(/\/(?:Resource|Default)$/, '').split('/', MAX_STEPS);
  return [constructPath, ...steps.map((_, index) => steps.slice(index).join('/')), logicalId];
}

/** Keeps a hostile path of a million slashes from costing their square. */
const MAX_STEPS = 50;
