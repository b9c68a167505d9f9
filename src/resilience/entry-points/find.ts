import type { Scope } from '../scope.js';
import { acceleratorsIn, eventEndpointsIn } from './accelerators.js';
import { distributionsIn } from './distributions.js';
import type { EntryPoint } from './entry-point.js';
import { recordsIn } from './records.js';

/** A plan of ARC switches regions in steps of its own, which are not read, and what they move may be anything. */
const PLAN = 'AWS::ARCRegionSwitch::Plan';

/** Every way in that leads to a region that may be lost. */
export function findEntryPoints(scope: Scope): readonly EntryPoint[] {
  const found = [...recordsIn(scope), ...distributionsIn(scope), ...acceleratorsIn(scope), ...eventEndpointsIn(scope)];
  if (scope.graph.resourcesOfType(PLAN).length === 0) return found;
  return found.map((entry) =>
    entry.movement.kind === 'stays' ? { ...entry, movement: { kind: 'unknown', because: 'a Region switch plan may move it' } } : entry,
  );
}
