import type { Json, JsonObject } from '../assembly/model.js';
import type { Evaluator } from './evaluate.js';
import { isObject, own } from './json.js';
import type { Scope } from './scope.js';
import { identityOf } from './value.js';

/**
 * Decides conditions from what the synthesized output holds. Undefined where it cannot be decided.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export class Conditions {
  readonly #evaluator: Evaluator;
  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** The condition of this name in the scope's template. */
  named(name: string, scope: Scope): boolean | undefined {
    return this.#decide({ Condition: name }, scope, new Set(), undefined);
  }

  /** The comparisons that the condition of this name hangs on and that cannot be decided. */
  undecided(name: string, scope: Scope): ReadonlySet<string> {
    const undecided = new Set<string>();
    this.#decide({ Condition: name }, scope, new Set(), undecided);
    return undecided;
  }

  #decide(raw: Json | undefined, scope: Scope, seen: ReadonlySet<string>, undecided: Set<string> | undefined): boolean | undefined {
    if (typeof raw === 'boolean') return raw;
    if (!isObject(raw)) return undefined;
    const name = own(raw, 'Condition');
    if (typeof name === 'string') {
      const declared = scope.stack.template.conditions.get(name);
      if (seen.has(name) || declared === undefined) return undefined;
      return this.#decide(declared, scope, new Set(seen).add(name), undecided);
    }
    const operands = (key: string): readonly (boolean | undefined)[] | undefined => {
      const list = own(raw, key);
      return Array.isArray(list) ? list.map((operand) => this.#decide(operand, scope, seen, undecided)) : undefined;
    };
    const not = operands('Fn::Not');
    if (not !== undefined) return not[0] === undefined ? undefined : !not[0];
    const and = operands('Fn::And');
    if (and !== undefined) return and.includes(false) ? false : and.includes(undefined) ? undefined : true;
    const or = operands('Fn::Or');
    if (or !== undefined) return or.includes(true) ? true : or.includes(undefined) ? undefined : false;
    return this.#equals(raw, scope, undecided);
  }

  #equals(raw: JsonObject, scope: Scope, undecided: Set<string> | undefined): boolean | undefined {
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
    if (assumed === undefined) undecided?.add(text);
    return assumed;
  }
}
