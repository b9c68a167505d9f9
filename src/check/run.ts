import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';
import type { Check, CheckContext } from './check.js';
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
  const asked = checks.map((check) => questionsOf(check, context));
  let count = 0;
  // Not by `for of`, which makes an object for each step until V8 optimizes it: there are a million.
  for (const [subjects, questions] of bySubjects(asked.flat())) {
    for (let index = 0; index < subjects.length; index++) {
      const subject = subjects[index] as Subject;
      const isOpen = open.has(subject);
      for (let next = 0; next < questions.length; next++) {
        const question = questions[next] as Question;
        if (!question.isMeant(subject, isOpen)) continue;
        if (count++ % STEP === 0) onStep?.(question.asking(subject));
        question.ask(subject, isOpen);
      }
    }
  }
  const problems = checks.flatMap((check, index) => {
    const found = (asked[index] ?? []).flatMap((question) => question.problems);
    return onePerCause(found, check.severity).map((problem) => ({ check, problem }));
  });
  return { problems, failures: asked.flat().flatMap(({ failures }) => failures) };
}

type Subject = ResourceGraph | Stack | Resource;

/** What one check says of the things of one kind: the graph, the stacks, the resources of a type. */
class Question {
  readonly check: Check;
  readonly subjects: readonly Subject[];
  readonly problems: Problem[] = [];
  readonly failures: CheckFailure[] = [];
  readonly #problemsOf: (subject: Subject, isOpen: boolean) => Iterable<Problem>;
  readonly #needs: readonly string[] | undefined;
  /** Those of which it may say something while nothing about them is open; undefined where all may be. */
  readonly #among: Pick<ReadonlySet<Subject>, 'has'> | undefined;

  constructor(
    check: Check,
    subjects: readonly Subject[],
    problemsOf: (subject: Subject, isOpen: boolean) => Iterable<Problem>,
    among?: Pick<ReadonlySet<Subject>, 'has'>,
  ) {
    this.check = check;
    this.subjects = subjects;
    this.#problemsOf = problemsOf;
    this.#needs = 'needs' in check ? check.needs : undefined;
    this.#among = among;
  }

  /** Whether it may have something to say of a subject. */
  isMeant(subject: Subject, isOpen: boolean): boolean {
    if (this.#needs?.some((property) => (subject as Resource).hasProperty(property)) === false) return false;
    return isOpen || this.#among === undefined || this.#among.has(subject);
  }

  ask(subject: Subject, isOpen: boolean): void {
    try {
      for (const problem of this.#problemsOf(subject, isOpen)) this.problems.push(problem);
    } catch (error) {
      this.fail(subject, error);
    }
  }

  /** What is going on, in words. */
  asking(subject: Subject): () => string {
    return () => `running ${this.check.id} on ${nameOf(subject)}`;
  }

  fail(subject: Subject, error: unknown): void {
    this.failures.push({ checkId: this.check.id, reading: nameOf(subject), error });
  }
}

function questionsOf(check: Check, context: CheckContext): readonly Question[] {
  const { graph } = context;
  if ('graph' in check) return [new Question(check, [graph], () => check.graph(context))];
  if ('stack' in check) return [new Question(check, graph.stacks, (stack) => check.stack(stack as Stack, context))];
  try {
    const among = check.among?.(graph);
    const problemsOf = (subject: Subject, isOpen: boolean) =>
      isOpen ? resourceProblems(check, subject as Resource, context) : check.resource(subject as Resource, context);
    return typesIn(check.types, graph).map((type) => new Question(check, graph.resourcesOfType(type), problemsOf, among));
  } catch (error) {
    const question = new Question(check, [], () => []);
    question.fail(graph, error);
    return [question];
  }
}

/** All that is asked of a thing is asked in one go, while the processor has it at hand. */
function bySubjects(questions: readonly Question[]): ReadonlyMap<readonly Subject[], readonly Question[]> {
  return groupBy(questions, ({ subjects }) => subjects);
}

/** The types that the graph has: those themselves, and for one that ends with `*` all that begin like it and are not named themselves. */
function typesIn(types: readonly string[], graph: ResourceGraph): readonly string[] {
  const named = types.filter((type) => graph.resourcesOfType(type).length > 0);
  const prefixes = types.filter((type) => type.endsWith('*')).map((type) => type.slice(0, -1));
  if (prefixes.length === 0) return named;
  const more = [...graph.types()].filter((type) => prefixes.some((prefix) => type.startsWith(prefix)));
  return [...new Set([...named, ...more])];
}

/** Of which synthesis does not decide all that they say. */
function openResources(graph: ResourceGraph): ReadonlySet<Subject> {
  const open = new Set<Subject>();
  for (const resource of graph.resources()) if (!isDecided(resource)) open.add(resource);
  return open;
}

function nameOf(place: Subject): string {
  if ('assemblies' in place) return 'the graph';
  return 'logicalId' in place ? (place.constructPath ?? place.id) : place.displayName;
}
