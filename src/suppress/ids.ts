import { matcher } from '../config/globs.js';

/** Whether an id is one of these, or fits a glob among them. Ids such as `cdk-nag/IAM5[Action::s3:*]` are letters before they are globs. */
export function idMatcher(ids: readonly string[]): (id: string) => boolean {
  const exact = new Set(ids);
  let matches: ((id: string) => boolean) | undefined;
  return (id) => {
    if (exact.has(id)) return true;
    matches ??= matcher(ids.filter((glob) => /[*?{[]/.test(glob)));
    return matches(id);
  };
}
