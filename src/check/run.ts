import type { Stack } from '../assembly/model.js';
import type { ResourceGraph } from '../graph/graph.js';
import type { Resource } from '../graph/resource.js';
import type { Check, CheckContext, ResourceCheck } from './check.js';
import type { Problem } from './problem.js';
import { resourceProblems } from './resource-problems.js';
import type { Settings } from './settings.js';

/** A problem and the check that yielded it. */
export interface CheckedProblem {
  readonly check: Check;
  readonly problem: Problem;
}

/** A check that threw: a defect of the check, not of what it read. */
export interface CheckFailure {
  readonly checkId: string;
  /** What it was reading: a resource's construct path or logical id, or a stack. */
  readonly reading: string;
  readonly error: unknown;
}

export interface RunResult {
  readonly problems: readonly CheckedProblem[];
  readonly failures: readonly CheckFailure[];
}

/** Runs checks over a graph. A check that throws is reported, and the others still run. */
export function runChecks(graph: ResourceGraph, checks: readonly Check[], settings: Settings): RunResult {
  const context: CheckContext = { graph, settings };
  const problems: CheckedProblem[] = [];
  const failures: CheckFailure[] = [];
  const attempt = (check: Check, reading: () => string, find: () => Iterable<Problem>): void => {
    try {
      for (const problem of find()) problems.push({ check, problem });
    } catch (error) {
      failures.push({ checkId: check.id, reading: reading(), error });
    }
  };
  for (const check of checks) {
    if ('graph' in check)
      attempt(
        check,
        () => 'the graph',
        () => check.graph(context),
      );
    else if ('stack' in check)
      for (const stack of graph.stacks)
        attempt(
          check,
          () => nameOf(stack),
          () => check.stack(stack, context),
        );
    else
      for (const resource of subjects(graph, check))
        attempt(
          check,
          () => nameOf(resource),
          () => resourceProblems(check, resource, context),
        );
  }
  return { problems, failures };
}

function* subjects(graph: ResourceGraph, { types }: ResourceCheck): Generator<Resource> {
  for (const type of types) yield* graph.declared(type);
}

function nameOf(place: Stack | Resource): string {
  return 'displayName' in place ? place.displayName : (place.constructPath ?? place.id);
}
