import type { GlobBudget } from '../config/glob.js';
import { matcher } from '../config/globs.js';

/** Whether an id is one of these, or fits a glob among them. Ids such as `cdk-nag/IAM5[Action::s3:*]` are letters before they are globs. */
export function idMatcher(ids: readonly string[], budget?: GlobBudget): (id: string) => boolean {
  const exact = new Set(ids);
  let matches: ((id: string) => boolean) | undefined;
  /** Many findings have few ids. */
  const known = new Map<string, boolean>();
  const fitsGlob = (id: string): boolean => {
    const fits = known.get(id) ?? matches?.(id) ?? false;
    known.set(id, fits);
    return fits;
  };
  return (id) => {
    if (exact.has(id)) return true;
    matches ??= matcher(
      ids.filter((glob) => /[*?{[]/.test(glob)),
      budget,
    );
    return fitsGlob(id);
  };
}
