import { own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { type Assumptions, NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { conditionsIn, openComparisons, outcomesOf } from '../compare/outcomes.js';

/** Outcomes of comparisons that only the deployment decides, each `+comparison` or `-comparison`. Empty: always. */
export type When = readonly string[];

export interface Branch {
  readonly when: When;
  readonly assumptions: Assumptions;
}

const ALWAYS: readonly Branch[] = [{ when: [], assumptions: NO_ASSUMPTIONS }];

/** The ways a resource may turn out at deployment: none when its own condition does not hold, one when nothing is open. */
export function branchesOf(resource: Resource): readonly Branch[] {
  const { graph, stack, raw } = resource;
  const { conditions } = graph.evaluator;
  const condition = own(raw, 'Condition');
  const guard = typeof condition === 'string' ? condition : undefined;
  const isThere = (assumptions: Assumptions): boolean => guard === undefined || conditions.named(guard, { stack, assumptions }) !== false;
  if (!isThere(NO_ASSUMPTIONS)) return [];
  const names = stack.template.conditions.size === 0 ? new Set<string>() : conditionsIn(own(raw, 'Properties'));
  if (guard !== undefined) names.add(guard);
  const open = openComparisons(resource, names);
  if (open === undefined || open.size === 0) return ALWAYS;
  return outcomesOf([...open]).flatMap((assumptions) => {
    const when = [...assumptions.comparisons].map(([comparison, holds]) => `${holds ? '+' : '-'}${comparison}`);
    return isThere(assumptions) ? [{ when, assumptions }] : [];
  });
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
