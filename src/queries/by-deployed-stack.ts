import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { groupBy } from '../group-by.js';

/** Resources by the stack that is deployed with them: nested stacks count as their root. */
export function byDeployedStack(resources: readonly Resource[]): ReadonlyMap<Stack, readonly Resource[]> {
  return groupBy(resources, ({ stack }) => rootStackOf(stack));
}
