import type { Stack } from '../../assembly/model.js';
import { deployCommand } from '../commands.js';

/** One deployment after the other of one stack. */
export function sequenceOf(edits: readonly string[], stack: Stack): readonly string[] {
  const command = deployCommand(stack);
  return edits.map((edit, index) => `${index + 1}. ${edit}: \`${command}\``);
}
