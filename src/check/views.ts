import type { Resource } from '../graph/model/resource.js';
import { WITH_DEFAULTS } from '../graph/model/scope.js';
import { undecidedIn } from './undecided.js';

/** With more open comparisons than this in one resource, the open branches stay unknown, and checks report nothing of them. */
const MAX_COMPARISONS = 4;

/** A resource under assumptions that decide what the synthesized output leaves open in it. */
export interface Views {
  /** Under each outcome of the open comparisons; none when nothing is open, or too much, or when it may not be there itself. */
  readonly outcomes: readonly Resource[];
  /** With the defaults of parameters, where these leave nothing open. */
  readonly withDefaults: Resource | undefined;
}

/** Many checks look at one resource, each under the same assumptions. */
const known = new WeakMap<Resource, Views>();

export function viewsOf(resource: Resource): Views {
  const found = known.get(resource) ?? { outcomes: outcomesOf(resource), withDefaults: withDefaultsOf(resource) };
  known.set(resource, found);
  return found;
}

function outcomesOf(resource: Resource): readonly Resource[] {
  const open = [...undecidedIn(resource).comparisons];
  if (open.length === 0 || open.length > MAX_COMPARISONS || resource.existence !== 'certain') return [];
  return Array.from({ length: 2 ** open.length }, (_, bits) => {
    const comparisons = new Map(open.map((comparison, bit) => [comparison, (bits & (1 << bit)) !== 0]));
    return resource.assuming({ comparisons, defaults: false });
  });
}

function withDefaultsOf(resource: Resource): Resource | undefined {
  const { stack, graph } = resource;
  const { conditions, defaults, environment } = undecidedIn(resource);
  if (!defaults && !environment) return undefined;
  const scope = { stack, assumptions: WITH_DEFAULTS };
  const isOpen = [...conditions].some((name) => graph.evaluator.conditions.undecided(name, scope).size > 0);
  const assumed = isOpen ? undefined : resource.assuming(WITH_DEFAULTS);
  return assumed?.existence === 'certain' ? assumed : undefined;
}
