import type { Stack } from '../assembly/model.js';
import { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { CheckContext, ResourceCheck } from './check.js';
import type { Problem, Severity } from './problem.js';
import { type Undecided, undecidedIn } from './undecided.js';
import { viewsOf } from './views.js';

/**
 * What a check says of one resource, where the synthesized output leaves something open:
 * a problem counts when it is there whatever the open conditions turn out to be, and its message then names the condition;
 * one that is there only with the defaults of the template's parameters, which may be overridden, or if stacks without an account go to
 * one, is a warning;
 * and so is an error in one branch of a condition that no default decides.
 */
export function* resourceProblems(check: ResourceCheck, resource: Resource, context: CheckContext): Generator<Problem> {
  const open = undecidedIn(resource);
  const { outcomes, withDefaults } = viewsOf(resource);
  const cases = outcomes.map((assumed) => new Case(assumed, (assumed) => check.resource(assumed, context)));
  if (resource.existence === 'certain') {
    const certain = [...inEveryCase(check, resource, context, open, cases)];
    yield* certain;
    if (certain.length > 0) return;
  }
  if (withDefaults === undefined) {
    if (check.isAboutIntent !== true) yield* inOneBranch(check, resource, open, cases);
    return;
  }
  const assumption = open.defaults
    ? 'With the default of a template parameter, which a deployment may override'
    : `If both stacks are deployed to one ${resource.region === undefined ? 'account and region' : 'account'}`;
  for (const problem of check.resource(withDefaults, context)) {
    yield {
      ...problem,
      severity: milder(problem.severity ?? check.severity),
      message: `${problem.message} (${assumption}.)`,
    };
  }
}

/** One outcome of the open comparisons, and what the check finds in the resource then. Most cases are never asked. */
class Case {
  readonly assumed: Resource;
  readonly #find: (assumed: Resource) => Iterable<Problem>;
  #problems: readonly Problem[] | undefined;
  #places: ReadonlySet<string> | undefined;

  constructor(assumed: Resource, find: (assumed: Resource) => Iterable<Problem>) {
    this.assumed = assumed;
    this.#find = find;
  }

  get problems(): readonly Problem[] {
    this.#problems ??= [...this.#find(this.assumed)];
    return this.#problems;
  }

  /** Whether the check finds something at this place then. */
  has(place: string): boolean {
    this.#places ??= new Set(this.problems.map(placeOf));
    return this.#places.has(place);
  }
}

function* inEveryCase(
  check: ResourceCheck,
  resource: Resource,
  context: CheckContext,
  { conditions }: Undecided,
  cases: readonly Case[],
): Generator<Problem> {
  const [first] = cases;
  if (first === undefined) {
    yield* check.resource(resource, context);
    return;
  }
  const undecided = new Case(resource, (resource) => check.resource(resource, context));
  for (const problem of first.problems) {
    const place = placeOf(problem);
    if (!cases.every((each) => each.has(place))) continue;
    yield undecided.has(place)
      ? problem
      : { ...problem, message: `${problem.message} (Whether or not ${[...conditions].join(', ')} holds.)` };
  }
}

/**
 * Errors that are there whenever one of the conditions has one of its outcomes, as warnings: nothing says that a deployment has it.
 * What other stacks take part in may depend on the same condition there, and is left out.
 */
function* inOneBranch(check: ResourceCheck, { stack }: Resource, { conditions }: Undecided, cases: readonly Case[]): Generator<Problem> {
  const reported = new Set<string>();
  for (const condition of conditions) {
    for (const outcome of [true, false]) {
      const branch = cases.filter(({ assumed: { graph, assumptions } }) => {
        return graph.evaluator.conditions.named(condition, { stack, assumptions }) === outcome;
      });
      for (const problem of branch[0]?.problems ?? []) {
        const place = placeOf(problem);
        if ((problem.severity ?? check.severity) !== 'error' || reported.has(place)) continue;
        if (!branch.every((each) => each.has(place)) || !isInside(problem, stack)) continue;
        reported.add(place);
        yield {
          ...problem,
          severity: 'warning',
          message: `${problem.message} (When ${condition} ${outcome ? 'holds' : 'does not hold'}.)`,
        };
      }
    }
  }
}

/** Whether all places of a problem are in one stack. */
function isInside({ related = [] }: Problem, stack: Stack): boolean {
  return related.every(({ at }) => (at instanceof Property ? at.resource.stack : 'stack' in at ? at.stack : at) === stack);
}

/** The place without the branches it stands in, so that the same problem is recognised in each. */
function placeOf({ at }: Problem): string {
  return at instanceof Property ? at.path.filter((step, index, path) => step !== 'Fn::If' && path[index - 1] !== 'Fn::If').join('\n') : '';
}

function milder(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}
