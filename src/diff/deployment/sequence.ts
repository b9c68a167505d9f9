import type { Stack } from '../../assembly/model.js';
import { rootStackOf } from '../../graph/model/root-stack.js';

/** One deployment after the other of one stack. */
export function sequenceOf(edits: readonly string[], stack: Stack): readonly string[] {
  const command = `cdk deploy ${rootStackOf(stack).displayName}`;
  return edits.map((edit, index) => `${index + 1}. ${edit}: \`${command}\``);
}
