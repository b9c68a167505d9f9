import type { Stack } from '../assembly/model.js';
import { InputError } from '../diagnostic.js';
import { suggest } from '../suggestion.js';
import { stackMatcher } from './globs.js';
import type { Ids } from './select-checks.js';

/** Whether the findings of a stack are wanted. Throws `InputError` for a glob that fits no stack, whose findings would be missing in silence. */
export function selectStacks(stacks: readonly Stack[], globs: Ids | undefined): (stack: Stack) => boolean {
  if (globs === undefined) return () => true;
  const names = [...new Set(stacks.filter(({ parent }) => parent === undefined).map(({ name }) => name))];
  for (const glob of globs.ids) {
    if (stacks.some(stackMatcher([glob]))) continue;
    throw new InputError(`${globs.origin}: no stack matches \`${glob}\`${suggest(glob, names) || `: there are ${namesInWords(names)}`}`);
  }
  return stackMatcher(globs.ids);
}

function namesInWords(names: readonly string[]): string {
  const MAX = 10;
  return names.length <= MAX ? names.join(', ') || 'none' : `${names.slice(0, MAX).join(', ')} and ${names.length - MAX} more`;
}
