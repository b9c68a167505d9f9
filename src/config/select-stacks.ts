import type { Stack } from '../assembly/model.js';
import { InputError } from '../diagnostic.js';
import { shortList } from '../short-list.js';
import { suggest } from '../suggestion.js';
import { stackMatcher } from './globs.js';
import type { Ids } from './select-checks.js';

/** Whether the findings of a stack are wanted. Throws `InputError` for a glob that fits no stack, whose findings would be missing in silence. */
export function selectStacks(stacks: readonly Stack[], globs: Ids | undefined): (stack: Stack) => boolean {
  if (globs === undefined) return () => true;
  const names = [...new Set(stacks.filter(({ parent }) => parent === undefined).map(({ name }) => name))];
  for (const glob of globs.ids) {
    if (stacks.some(stackMatcher([glob]))) continue;
    throw new InputError(
      `${globs.origin}: no stack matches \`${glob}\`${suggest(glob, names) || `: there are ${shortList(names, MAX_LISTED) || 'none'}`}`,
    );
  }
  return stackMatcher(globs.ids);
}

const MAX_LISTED = 10;
