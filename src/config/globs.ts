import type { Stack } from '../assembly/model.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { compileGlob, type GlobBudget } from './glob.js';

/** Whether a name fits one of the globs; none fits an empty list. `*` stops at `/`, `**` does not, and `!` is a letter like any other. */
export function matcher(globs: readonly string[], budget?: GlobBudget): (name: string) => boolean {
  const matches = globs.map((glob) => compileGlob(glob, budget));
  return (name) => matches.some((fits) => fits(name));
}

/** The same for stacks, by any name that a user knows one by. A nested stack is a part of the one it is deployed with. */
export function stackMatcher(globs: readonly string[]): (stack: Stack) => boolean {
  if (globs.length === 0) return () => false;
  const matches = matcher(globs);
  return (stack) => {
    const { name, displayName, id } = rootStackOf(stack);
    return matches(name) || matches(displayName) || matches(id);
  };
}
