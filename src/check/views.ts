import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { type Assumptions, WITH_DEFAULTS } from '../graph/model/scope.js';
import { oncePerResource } from '../graph/once-per-resource.js';
import { type Undecided, undecidedIn } from './undecided.js';

/** With more open comparisons than this in one resource, the open branches stay unknown, and checks report nothing of them. */
const MAX_COMPARISONS = 4;

/** A resource under assumptions that decide what the synthesized output leaves open in it. */
export interface Views {
  readonly open: Undecided;
  /** Whether it is certainly there. */
  readonly isCertain: boolean;
  /** Under each outcome of the open comparisons; none when nothing is open, or too much, or when it may not be there itself. */
  readonly outcomes: readonly Resource[];
  /** With the defaults of parameters, where these leave nothing open. */
  readonly withDefaults: Resource | undefined;
}

/** Many checks look at one resource, each under the same assumptions. */
export const viewsOf: (resource: Resource) => Views = oncePerResource((resource) => {
  const open = undecidedIn(resource);
  const isCertain = resource.existence === 'certain';
  return { open, isCertain, outcomes: isCertain ? outcomesOf(resource, open) : [], withDefaults: withDefaultsOf(resource, open) };
});

function outcomesOf(resource: Resource, { comparisons }: Undecided): readonly Resource[] {
  if (comparisons.size === 0 || comparisons.size > MAX_COMPARISONS) return [];
  const known = resource.graph.memo(knownOutcomes);
  const open = [...comparisons];
  const key = open.join('\n');
  const outcomes = known.get(key) ?? combine(open);
  known.set(key, outcomes);
  return outcomes.map((outcome) => resource.assuming(outcome));
}

/** What resources with the same open comparisons have in common: conditions are decided once under each outcome. */
function knownOutcomes(_: ResourceGraph): Map<string, readonly Assumptions[]> {
  return new Map();
}

/** All ways in which comparisons may turn out. */
function combine(open: readonly string[]): readonly Assumptions[] {
  return Array.from({ length: 2 ** open.length }, (_, bits) => ({
    comparisons: new Map(open.map((comparison, bit) => [comparison, (bits & (1 << bit)) !== 0])),
    defaults: false,
  }));
}

function withDefaultsOf(resource: Resource, { conditions, defaults, environment }: Undecided): Resource | undefined {
  const { stack, graph } = resource;
  if (!defaults && !environment) return undefined;
  const scope = { stack, assumptions: WITH_DEFAULTS };
  const isOpen = [...conditions].some((name) => graph.evaluator.conditions.undecided(name, scope).size > 0);
  const assumed = isOpen ? undefined : resource.assuming(WITH_DEFAULTS);
  return assumed?.existence === 'certain' ? assumed : undefined;
}
