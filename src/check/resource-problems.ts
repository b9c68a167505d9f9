import type { Stack } from '../assembly/model.js';
import { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { WITH_DEFAULTS } from '../graph/model/scope.js';
import type { CheckContext, ResourceCheck } from './check.js';
import type { Problem, Severity } from './problem.js';
import { type Undecided, undecidedIn } from './undecided.js';

/** With more open comparisons than this in one resource, the open branches stay unknown, and checks silent. */
const MAX_COMPARISONS = 4;

/**
 * What a check says of one resource, where the synthesized output leaves something open:
 * a problem counts when it is there whatever the open conditions turn out to be, and its message then names the condition;
 * one that is there only with the defaults of the template's parameters, which may be overridden, or if stacks without an account go to
 * one, is a warning;
 * and so is an error in one branch of a condition that no default decides.
 */
export function* resourceProblems(check: ResourceCheck, resource: Resource, context: CheckContext): Generator<Problem> {
  const open = undecidedIn(resource);
  const cases = casesOf(check, resource, context, open);
  if (resource.existence === 'certain') {
    const certain = [...inEveryCase(check, resource, context, open, cases)];
    yield* certain;
    if (certain.length > 0) return;
  }
  const withDefaults = open.defaults || open.environment ? resource.assuming(WITH_DEFAULTS) : undefined;
  if (withDefaults?.existence !== 'certain' || undecidedIn(withDefaults).comparisons.size > 0) {
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

/** One outcome of the open comparisons, and what the check finds in the resource then. */
interface Case {
  readonly assumed: Resource;
  readonly problems: readonly Problem[];
  readonly places: ReadonlySet<string>;
}

/** Every outcome; none when nothing is open, or too much. */
function casesOf(check: ResourceCheck, resource: Resource, context: CheckContext, { comparisons }: Undecided): readonly Case[] {
  const open = [...comparisons];
  if (open.length === 0 || open.length > MAX_COMPARISONS || resource.existence !== 'certain') return [];
  return Array.from({ length: 2 ** open.length }, (_, bits) => {
    const outcome = new Map(open.map((comparison, bit) => [comparison, (bits & (1 << bit)) !== 0]));
    const assumed = resource.assuming({ comparisons: outcome, defaults: false });
    const problems = [...check.resource(assumed, context)];
    return { assumed, problems, places: new Set(problems.map(placeOf)) };
  });
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
  const unconditional = new Set([...check.resource(resource, context)].map(placeOf));
  for (const problem of first.problems) {
    const place = placeOf(problem);
    if (!cases.every(({ places }) => places.has(place))) continue;
    yield unconditional.has(place)
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
        if (!branch.every(({ places }) => places.has(place)) || !isInside(problem, stack)) continue;
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
