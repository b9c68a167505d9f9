import type { Stack } from '../../assembly/model.js';

/** The stack of the manifest that a nested stack is deployed with; any other stack itself. */
export function rootStackOf(stack: Stack): Stack {
  return stack.parent === undefined ? stack : rootStackOf(stack.parent.stack);
}
