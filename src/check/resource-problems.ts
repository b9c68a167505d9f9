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
 * one that is there only with the defaults of the template's parameters, which may be overridden, is a warning.
 */
export function* resourceProblems(check: ResourceCheck, resource: Resource, context: CheckContext): Generator<Problem> {
  const open = undecidedIn(resource);
  if (resource.existence === 'certain') {
    const certain = open.comparisons.size === 0 ? [...check.resource(resource, context)] : [...inEveryCase(check, resource, context, open)];
    yield* certain;
    if (certain.length > 0) return;
  }
  if (!open.defaults) return;
  const withDefaults = resource.assuming(WITH_DEFAULTS);
  if (withDefaults.existence !== 'certain' || undecidedIn(withDefaults).comparisons.size > 0) return;
  for (const problem of check.resource(withDefaults, context)) {
    yield {
      ...problem,
      severity: milder(problem.severity ?? check.severity),
      message: `${problem.message} (With the default of a template parameter, which a deployment may override.)`,
    };
  }
}

function* inEveryCase(
  check: ResourceCheck,
  resource: Resource,
  context: CheckContext,
  { comparisons, conditions }: Undecided,
): Generator<Problem> {
  const open = [...comparisons];
  if (open.length > MAX_COMPARISONS) {
    yield* check.resource(resource, context);
    return;
  }
  const cases = Array.from(
    { length: 2 ** open.length },
    (_, bits) => new Map(open.map((comparison, bit) => [comparison, (bits & (1 << bit)) !== 0])),
  );
  const found = cases.map((comparisons) => [...check.resource(resource.assuming({ comparisons, defaults: false }), context)]);
  const places = found.map((problems) => new Set(problems.map(placeOf)));
  const unconditional = new Set([...check.resource(resource, context)].map(placeOf));
  for (const problem of found[0] ?? []) {
    const place = placeOf(problem);
    if (!places.every((others) => others.has(place))) continue;
    yield unconditional.has(place)
      ? problem
      : { ...problem, message: `${problem.message} (Whether or not ${[...conditions].join(', ')} holds.)` };
  }
}

/** The place without the branches it stands in, so that the same problem is recognised in each. */
function placeOf({ at }: Problem): string {
  return at instanceof Property ? at.path.filter((step, index, path) => step !== 'Fn::If' && path[index - 1] !== 'Fn::If').join('\n') : '';
}

function milder(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}
