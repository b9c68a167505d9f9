import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { groupBy } from '../../../src/group-by.js';
import { labelOf } from '../../../src/queries/deletion.js';

/** A problem of one resource. */
export interface ResourceProblem {
  readonly resource: Resource;
  readonly problem: Problem;
}

/**
 * Problems that say the same of several resources of a type, as one: its place is the first resource, the others are related places.
 * Seventeen buckets that nothing empties have one cause.
 */
export function oneForAlike(problems: readonly ResourceProblem[]): readonly Problem[] {
  const groups = groupBy(problems, ({ resource, problem }) =>
    [resource.type, problem.severity, problem.message.replace(labelOf(resource), '')].join('\n'),
  );
  return [...groups.values()].map(([{ problem }, ...others]) => {
    if (others.length === 0) return problem;
    return {
      ...problem,
      message: `${problem.message} The same applies to ${others.length} more.`,
      related: [
        ...(problem.related ?? []),
        ...others.map(({ resource, problem: { at } }) => ({ at, message: `The same applies to ${labelOf(resource)}.` })),
      ],
    };
  });
}
