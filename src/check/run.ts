import type { Stack } from '../assembly/model.js';
import type { ResourceGraph } from '../graph/graph.js';
import type { Resource } from '../graph/resource.js';
import type { Check, CheckContext } from './check.js';
import { leavesNothingOpen } from './open-questions.js';
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
  for (const check of checks) {
    const problemsOf = asker(check, context);
    for (const subjects of subjectsOf(check, graph)) {
      for (const subject of subjects) {
        try {
          for (const problem of problemsOf(subject)) problems.push({ check, problem });
        } catch (error) {
          failures.push({ checkId: check.id, reading: nameOf(subject), error });
        }
      }
    }
  }
  return { problems, failures };
}

type Subject = ResourceGraph | Stack | Resource;

function subjectsOf(check: Check, graph: ResourceGraph): readonly (readonly Subject[])[] {
  if ('graph' in check) return [[graph]];
  return 'stack' in check ? [graph.stacks] : check.types.map((type) => graph.declared(type));
}

function asker(check: Check, context: CheckContext): (subject: Subject) => Iterable<Problem> {
  if ('graph' in check) return () => check.graph(context);
  if ('stack' in check) return (stack) => check.stack(stack as Stack, context);
  const open = context.graph.memo(openResources);
  // Most resources leave nothing open, and some checks are asked about thousands.
  return (resource) =>
    open.has(resource) ? resourceProblems(check, resource as Resource, context) : check.resource(resource as Resource, context);
}

function openResources(graph: ResourceGraph): ReadonlySet<Subject> {
  return new Set([...graph.resources()].filter((resource) => !leavesNothingOpen(resource)));
}

function nameOf(place: Subject): string {
  if ('assemblies' in place) return 'the graph';
  return 'displayName' in place ? place.displayName : (place.constructPath ?? place.id);
}
