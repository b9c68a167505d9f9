import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { isObject, own } from '../model/json.js';
import type { Evaluator } from '../model/resource-graph.js';
import type { Assumptions, Scope } from '../model/scope.js';
import { identityOf } from '../model/value.js';

/** Chains of conditions that are longer stay open. */
const MAX_DEPTH = 60;
/** More open comparisons than anybody goes through. */
const MAX_UNDECIDED = 16;

interface Decision {
  readonly holds: boolean | undefined;
  readonly undecided: ReadonlySet<string>;
}

const OPEN: Decision = { holds: undefined, undecided: new Set() };

/**
 * Decides conditions from what the synthesized output holds. Undefined where it cannot be decided.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export class Conditions {
  readonly #evaluator: Evaluator;
  /** What is known of the conditions of a template, for each set of assumptions. */
  readonly #known = new WeakMap<Assumptions, Map<Stack, Map<string, Decision>>>();
  #depth = 0;

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** The condition of this name in the scope's template. */
  named(name: string, scope: Scope): boolean | undefined {
    return this.#decideNamed(name, scope).holds;
  }

  /** The comparisons that the condition of this name hangs on and that cannot be decided. */
  undecided(name: string, scope: Scope): ReadonlySet<string> {
    return this.#decideNamed(name, scope).undecided;
  }

  /** Decided once: a condition may use another several times, which may do the same. One that needs itself stays open. */
  #decideNamed(name: string, scope: Scope): Decision {
    const decisions = this.#decisions(scope);
    const known = decisions.get(name);
    if (known !== undefined) return known;
    const declared = scope.stack.template.conditions.get(name);
    if (declared === undefined) return OPEN;
    decisions.set(name, OPEN);
    const undecided = new Set<string>();
    const decision = { holds: this.#decide(declared, scope, undecided), undecided };
    decisions.set(name, decision);
    return decision;
  }

  #decisions({ assumptions, stack }: Scope): Map<string, Decision> {
    const known = this.#known.get(assumptions)?.get(stack);
    if (known !== undefined) return known;
    const none = new Map<string, Decision>();
    const byStack = this.#known.get(assumptions) ?? new Map<Stack, Map<string, Decision>>();
    this.#known.set(assumptions, byStack.set(stack, none));
    return none;
  }

  #decide(raw: Json | undefined, scope: Scope, undecided: Set<string>): boolean | undefined {
    if (typeof raw === 'boolean') return raw;
    if (!isObject(raw) || this.#depth >= MAX_DEPTH) return undefined;
    this.#depth++;
    try {
      return this.#decideObject(raw, scope, undecided);
    } finally {
      this.#depth--;
    }
  }

  #decideObject(raw: JsonObject, scope: Scope, undecided: Set<string>): boolean | undefined {
    const name = own(raw, 'Condition');
    if (typeof name === 'string') {
      const decision = this.#decideNamed(name, scope);
      for (const comparison of decision.undecided) if (undecided.size < MAX_UNDECIDED) undecided.add(comparison);
      return decision.holds;
    }
    const operands = (key: string): readonly (boolean | undefined)[] | undefined => {
      const list = own(raw, key);
      return Array.isArray(list) ? list.map((operand) => this.#decide(operand, scope, undecided)) : undefined;
    };
    const not = operands('Fn::Not');
    if (not !== undefined) return not[0] === undefined ? undefined : !not[0];
    const and = operands('Fn::And');
    if (and !== undefined) return and.includes(false) ? false : and.includes(undefined) ? undefined : true;
    const or = operands('Fn::Or');
    if (or !== undefined) return or.includes(true) ? true : or.includes(undefined) ? undefined : false;
    return this.#equals(raw, scope, undecided);
  }

  #equals(raw: JsonObject, scope: Scope, undecided: Set<string>): boolean | undefined {
    const operands = own(raw, 'Fn::Equals');
    if (!Array.isArray(operands) || operands.length !== 2) return undefined;
    const [left, right] = operands.map((operand) => this.#evaluator.evaluate(operand as Json, scope));
    if (left === undefined || right === undefined) return undefined;
    const [leftText, rightText] = [identityOf(left), identityOf(right)];
    // Two references to different resources may still have equal values; only literals prove a difference.
    if (leftText !== undefined && leftText === rightText) return true;
    if (left.kind === 'literal' && right.kind === 'literal') return false;
    const text = `${scope.stack.id} ${JSON.stringify(operands)}`;
    const assumed = scope.assumptions.comparisons.get(text);
    if (assumed === undefined && undecided.size < MAX_UNDECIDED) undecided.add(text);
    return assumed;
  }
}
