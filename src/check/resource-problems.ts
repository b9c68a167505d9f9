import type { Stack } from '../assembly/model.js';
import { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { CheckContext, ResourceCheck } from './check.js';
import type { Problem, Severity } from './problem.js';
import { type Views, viewsOf } from './views.js';

/**
 * What a check says of one resource, where the synthesized output leaves something open:
 * a problem counts when it is there whatever the open conditions turn out to be, and its message then names the condition;
 * one that is there only with the defaults of the template's parameters, which may be overridden, or if stacks without an account go to
 * one, is a warning;
 * and so is an error in one branch of a condition that no default decides.
 */
export function resourceProblems(check: ResourceCheck, resource: Resource, context: CheckContext): Iterable<Problem> {
  const views = viewsOf(resource);
  const find: Find = (view) => check.resource(view, context);
  const cases = views.outcomes.map((outcome) => new Case(outcome, find));
  const certain = views.isCertain ? inEveryCase(resource, find, cases, views) : [];
  if (certain.length > 0) return certain;
  if (views.withDefaults === undefined)
    return check.isAboutIntent === true || cases.length === 0 ? [] : inOneBranch(check, resource, cases, views);
  return [...find(views.withDefaults)].map((problem) => ({
    ...problem,
    severity: milder(problem.severity ?? check.severity),
    message: `${problem.message} (${assumptionOf(resource, views)}.)`,
  }));
}

type Find = (view: Resource) => Iterable<Problem>;

function assumptionOf({ region }: Resource, { open }: Views): string {
  if (open.defaults) return 'With the default of a template parameter, which a deployment may override';
  return `If both stacks are deployed to one ${region === undefined ? 'account and region' : 'account'}`;
}

/** One outcome of the open comparisons, and what the check finds in the resource then. Most cases are never asked. */
class Case {
  readonly assumed: Resource;
  readonly #find: Find;
  #problems: readonly Problem[] | undefined;
  #places: ReadonlySet<string> | undefined;

  constructor(assumed: Resource, find: Find) {
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

function inEveryCase(resource: Resource, find: Find, cases: readonly Case[], { open: { conditions } }: Views): readonly Problem[] {
  const [first] = cases;
  const undecided = new Case(resource, find);
  if (first === undefined) return undecided.problems;
  const certain = first.problems.filter((problem) => cases.every((each) => each.has(placeOf(problem))));
  return certain.map((problem) => {
    const isApartFromThem = undecided.has(placeOf(problem));
    return isApartFromThem ? problem : { ...problem, message: `${problem.message} (Whether or not ${[...conditions].join(', ')} holds.)` };
  });
}

/**
 * Errors that are there whenever one of the conditions has one of its outcomes, as warnings: nothing says that a deployment has it.
 * What other stacks take part in may depend on the same condition there, and is left out.
 */
function* inOneBranch(
  check: ResourceCheck,
  { stack }: Resource,
  cases: readonly Case[],
  { open: { conditions } }: Views,
): Generator<Problem> {
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
