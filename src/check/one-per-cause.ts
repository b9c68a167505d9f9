import { Resource } from '../graph/model/resource.js';
import { type Problem, SEVERITIES, type Severity } from './problem.js';

/** Reports problems of one cause once, at the first of them, in the order of the first ones; the other places become related ones. */
export function onePerCause(problems: readonly Problem[], usual: Severity): readonly Problem[] {
  const groups = new Map<unknown, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  if (groups.size === problems.length) return problems;
  return [...groups.values()].map((group) => merged(group, usual));
}

function keyOf(problem: Problem): unknown {
  const key = problem.cause?.key ?? problem;
  return key instanceof Resource ? key.base : key;
}

function merged(group: readonly Problem[], usual: Severity): Problem {
  const [first, ...others] = group as [Problem, ...Problem[]];
  if (others.length === 0) return first;
  const severities = group.map(({ severity = usual }) => severity);
  return {
    ...first,
    severity: SEVERITIES.find((severity) => severities.includes(severity)) ?? usual,
    message: `${first.message} ${others.length === 1 ? 'One more place has' : `${others.length} more places have`} the same cause.`,
    related: [...(first.related ?? []), ...others.map(({ at, cause }) => ({ at, message: cause?.here ?? 'The same cause.' }))],
  };
}
