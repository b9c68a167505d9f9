import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { Check, CheckContext, ResourceCheck } from './check.js';
import { onePerCause } from './one-per-cause.js';
import type { Problem } from './problem.js';
import { resourceProblems } from './resource-problems.js';
import type { Settings } from './settings.js';
import { isDecided } from './undecided.js';

/** Things that checks read from one step to the next: there are a million. */
const STEP = 64;

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

/**
 * Runs checks over a graph. A check that throws is reported, and the others still run. `onStep` is called now and then, with what
 * is going on, and ends the run when it throws.
 */
export function runChecks(
  graph: ResourceGraph,
  checks: readonly Check[],
  settings: Settings,
  onStep?: (doing: () => string) => void,
): RunResult {
  const context: CheckContext = { graph, settings };
  const open = openResources(graph);
  const problems: CheckedProblem[] = [];
  const failures: CheckFailure[] = [];
  let own: Problem[] = [];
  let asked = 0;
  const ask = <T extends Subject>(
    check: Check,
    subjects: Iterable<T>,
    problemsOf: (subject: T) => Iterable<Problem>,
    isMeant?: (subject: T) => boolean,
  ): void => {
    for (const subject of subjects) {
      if (isMeant?.(subject) === false) continue;
      if (asked++ % STEP === 0) onStep?.(() => `running ${check.id} on ${nameOf(subject)}`);
      try {
        for (const problem of problemsOf(subject)) own.push(problem);
      } catch (error) {
        failures.push({ checkId: check.id, reading: nameOf(subject), error });
      }
    }
  };
  const findAmong = (check: ResourceCheck): ((resource: Resource) => boolean) | undefined => {
    try {
      const among = check.among?.(graph);
      return among && ((resource) => among.has(resource) || open.has(resource));
    } catch (error) {
      failures.push({ checkId: check.id, reading: nameOf(graph), error });
      return () => false;
    }
  };
  for (const check of checks) {
    own = [];
    if ('graph' in check) ask(check, [graph], () => check.graph(context));
    else if ('stack' in check) ask(check, graph.stacks, (stack) => check.stack(stack, context));
    else {
      // Most resources leave nothing open, and some checks are asked about thousands.
      const problemsOf =
        open.size === 0
          ? (resource: Resource) => check.resource(resource, context)
          : (resource: Resource) => (open.has(resource) ? resourceProblems(check, resource, context) : check.resource(resource, context));
      const isMeant = findAmong(check);
      for (const type of typesIn(check.types, graph)) ask(check, graph.resourcesOfType(type), problemsOf, isMeant);
    }
    for (const problem of onePerCause(own, check.severity)) problems.push({ check, problem });
  }
  return { problems, failures };
}

/** The types themselves, and for one that ends with `*` those of the graph that begin like it and are not named themselves. */
function typesIn(types: readonly string[], graph: ResourceGraph): readonly string[] {
  const prefixes = types.filter((type) => type.endsWith('*')).map((type) => type.slice(0, -1));
  if (prefixes.length === 0) return types;
  const more = [...graph.types()].filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));
  return [...new Set([...types, ...more])];
}

type Subject = ResourceGraph | Stack | Resource;

function openResources(graph: ResourceGraph): ReadonlySet<Resource> {
  const open = new Set<Resource>();
  for (const resource of graph.resources()) if (!isDecided(resource)) open.add(resource);
  return open;
}

function nameOf(place: Subject): string {
  if ('assemblies' in place) return 'the graph';
  return 'logicalId' in place ? (place.constructPath ?? place.id) : place.displayName;
}
