import type { Json } from '../../assembly/model.js';
import { isObject, own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { type Assumptions, NO_ASSUMPTIONS } from '../../graph/model/scope.js';

/** Outcomes of comparisons that only the deployment decides, each `+comparison` or `-comparison`. Empty: always. */
export type When = readonly string[];

export interface Branch {
  readonly when: When;
  readonly assumptions: Assumptions;
}

/** An entry that hangs on more open comparisons stays undecided. */
const MAX_COMPARISONS = 4;

const ALWAYS: readonly Branch[] = [{ when: [], assumptions: NO_ASSUMPTIONS }];

/** The ways a resource may turn out at deployment: none when its own condition does not hold, one when nothing is open. */
export function branchesOf({ graph, stack, raw }: Resource): readonly Branch[] {
  const { conditions } = graph.evaluator;
  const condition = own(raw, 'Condition');
  const guard = typeof condition === 'string' ? condition : undefined;
  const isThere = (assumptions: Assumptions): boolean => guard === undefined || conditions.named(guard, { stack, assumptions }) !== false;
  if (!isThere(NO_ASSUMPTIONS)) return [];
  const names = stack.template.conditions.size === 0 ? new Set<string>() : conditionsIn(own(raw, 'Properties'));
  if (guard !== undefined) names.add(guard);
  const open = new Set([...names].flatMap((name) => [...conditions.undecided(name, { stack, assumptions: NO_ASSUMPTIONS })]));
  if (open.size === 0 || open.size > MAX_COMPARISONS) return ALWAYS;
  return outcomesOf([...open]).flatMap((comparisons) => {
    const assumptions = { comparisons, defaults: false };
    const when = [...comparisons].map(([comparison, holds]) => `${holds ? '+' : '-'}${comparison}`);
    return isThere(assumptions) ? [{ when, assumptions }] : [];
  });
}

function outcomesOf(comparisons: readonly string[]): readonly ReadonlyMap<string, boolean>[] {
  return Array.from(
    { length: 2 ** comparisons.length },
    (_, bits) => new Map(comparisons.map((comparison, index) => [comparison, (bits & (1 << index)) === 0])),
  );
}

function conditionsIn(raw: Json | undefined): Set<string> {
  const names = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item as Json);
    else if (isObject(value)) {
      const branch = own(value, 'Fn::If');
      if (Array.isArray(branch) && typeof branch[0] === 'string') names.add(branch[0]);
      for (const key of Object.keys(value)) visit(own(value, key));
    }
  };
  visit(raw);
  return names;
}

/** Puts together what holds for one outcome of a comparison and for the other: `A` and `not A` are always. */
export function simplify(terms: readonly When[]): readonly When[] {
  const open = new Map(terms.map((term) => [keyOf(term), term]));
  for (const term of open.values()) {
    for (const literal of term) {
      const flipped = term.map((other) => (other === literal ? flip(other) : other));
      if (!open.has(keyOf(flipped))) continue;
      const merged = term.filter((other) => other !== literal);
      open.set(keyOf(merged), merged);
    }
  }
  const all = [...open.values()];
  return all.filter((term) => !all.some((other) => other.length < term.length && isWithin(term, other)));
}

/** Whether what holds under the one holds under the other, too. */
export function isWithin(term: When, other: When): boolean {
  return other.every((literal) => term.includes(literal));
}

/** Whether the two never hold at once. */
export function isApart(term: When, other: When): boolean {
  return term.some((literal) => other.includes(flip(literal)));
}

function keyOf(term: When): string {
  return [...term].sort().join('\n');
}

function flip(literal: string): string {
  return `${literal.startsWith('+') ? '-' : '+'}${literal.slice(1)}`;
}
