import { scopeOfResource } from './construct-index.js';
import type { Stack } from './model.js';

/** Path of the construct of a stack; of a nested one that of its resource in the parent. Undefined when no construct is known. */
export function constructPathOfStack({ parent, displayName }: Stack): string | undefined {
  return parent === undefined ? displayName : parent.stack.constructs.pathOf(parent.logicalId);
}

/** Path that the constructs of a stack are below: that of a nested stack is not that of the resource in its parent. */
export function scopeOfStack(stack: Stack): string | undefined {
  const path = constructPathOfStack(stack);
  return path === undefined ? undefined : (scopeOfResource(path) ?? path);
}
