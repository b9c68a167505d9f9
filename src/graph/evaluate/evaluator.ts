import type { Json, JsonObject, Stack, Template } from '../../assembly/model.js';
import type { Evaluation } from '../intrinsics/intrinsic.js';
import { INTRINSICS } from '../intrinsics/intrinsics.js';
import { intrinsicOf, NOT_LOOKED_UP, own } from '../model/json.js';
import type { GraphIndex } from '../model/resource-graph.js';
import { NO_ASSUMPTIONS, type Scope } from '../model/scope.js';
import { ABSENT, type Boundary, beyondLimit, literal, throughBoundary, unknown, type Value } from '../model/value.js';
import { sizeOf } from '../model/value-size.js';
import { Conditions } from './conditions.js';
import { evaluateDynamicReferences } from './dynamic-references.js';

/** Chains through templates (nested output → export → import → nested parameter …) add to the depth of the templates themselves. */
const MAX_DEPTH = 500;
/** The largest value that one place takes from another: CloudFormation's parameters have 4,096 characters, its exports 1,024. */
const MAX_SHARED_WEIGHT = 1_000;
/** All values that are taken from elsewhere together, each counted where it is used. */
const MAX_TOTAL_WEIGHT = 10_000_000;

interface Shared {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Evaluates expressions as far as the synthesized output allows: intrinsic functions, parameters, and values that come
 * from other stacks. What it does not hold becomes `unknown`, never a guess.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class TemplateEvaluator implements Evaluation {
  readonly conditions: Conditions = new Conditions(this);
  readonly index: GraphIndex;
  readonly #known = new Map<string, Shared>();
  readonly #underway = new Set<string>();
  /** By stack: of `Fn::Sub` by its text, which CDK repeats in resource after resource, of `Fn::Join` by its place, which check after check looks at. */
  readonly #resolvedStrings = new Map<Stack, Map<Json, Value>>();
  #depth = 0;
  #totalWeight = 0;

  constructor(index: GraphIndex) {
    this.index = index;
  }

  evaluate(raw: Json | undefined, scope: Scope): Value {
    if (raw === undefined) return ABSENT;
    if (typeof raw === 'string') return mayHaveMarks(scope.stack.template) ? this.text(raw, scope) : literal(raw);
    if (typeof raw !== 'object' || raw === null) return literal(raw);
    if (this.#depth >= MAX_DEPTH) return beyondLimit('an expression that is too deep');
    this.#depth++;
    try {
      if (Array.isArray(raw)) {
        return { kind: 'list', items: raw.map((item) => this.evaluate(item, scope)).filter((item) => item.kind !== 'absent') };
      }
      const intrinsic = intrinsicOf(raw);
      return intrinsic === undefined ? this.#dictionary(raw as JsonObject, scope) : this.#intrinsic(intrinsic[0], intrinsic[1], scope);
    } finally {
      this.#depth--;
    }
  }

  /** The value of an output, as a stack of the graph that reads it sees it. */
  output(stack: Stack, key: string, boundary: Boundary): Value | undefined {
    const output = stack.template.outputs.get(key);
    if (output === undefined) return undefined;
    return throughBoundary(
      boundary,
      this.shared(`${this.index.idOf(stack)} Outputs ${key}`, () =>
        this.evaluate(own(output, 'Value'), { stack, assumptions: NO_ASSUMPTIONS }),
      ),
    );
  }

  /** Which branch of an `Fn::If` counts: the path to it and its expression; undefined when its condition is open. */
  branch(argument: Json, scope: Scope): { readonly index: 1 | 2; readonly raw: Json | undefined } | undefined {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') return undefined;
    const holds = this.conditions.named(argument[0], scope);
    if (holds === undefined) return undefined;
    return holds ? { index: 1, raw: argument[1] } : { index: 2, raw: argument[2] };
  }

  /** A value that several places use: evaluated once. One that needs itself is unknown, and so is one that would grow without end. */
  shared(key: string, evaluate: () => Value): Value {
    let known = this.#known.get(key);
    if (known === undefined) {
      if (this.#underway.has(key)) return unknown('cycle', key);
      if (this.#depth >= MAX_DEPTH) return beyondLimit('an expression that is too deep');
      this.#underway.add(key);
      this.#depth++;
      try {
        const value = evaluate();
        const weight = sizeOf(value, MAX_SHARED_WEIGHT);
        known = weight > MAX_SHARED_WEIGHT ? { value: beyondLimit('a value that is too large'), weight: 1 } : { value, weight };
        this.#known.set(key, known);
      } finally {
        this.#depth--;
        this.#underway.delete(key);
      }
    }
    this.#totalWeight += known.weight;
    return this.#totalWeight > MAX_TOTAL_WEIGHT ? beyondLimit('more values than are followed') : known.value;
  }

  /** A text as it stands in a template, with the dynamic references in it. */
  text(raw: string, scope: Scope): Value {
    if (raw.startsWith(NOT_LOOKED_UP)) return unknown('lookup', raw);
    return raw.includes('{{resolve:') ? evaluateDynamicReferences(literal(raw), scope.stack, this.index.producers) : literal(raw);
  }

  #dictionary(raw: JsonObject, scope: Scope): Value {
    const entries = new Map<string, Value>();
    for (const key of Object.keys(raw)) {
      const value = this.evaluate(raw[key], scope);
      if (value.kind !== 'absent') entries.set(key, value);
    }
    return { kind: 'map', entries };
  }

  #intrinsic(name: string, argument: Json, scope: Scope): Value {
    const intrinsic = INTRINSICS.get(name);
    return intrinsic === undefined
      ? unknown('function', name, [this.evaluate(argument, scope)])
      : intrinsic.evaluate(argument, scope, this);
  }

  /** A text that a function puts together, once for each place. */
  textOf(put: Parameters<Evaluation['textOf']>[0], argument: Json, scope: Scope): Value {
    const known = scope.assumptions === NO_ASSUMPTIONS ? this.#resolvedStringsIn(scope.stack) : undefined;
    let value = known?.get(argument);
    if (value === undefined) {
      const written = put(argument, (raw) => this.evaluate(raw, scope));
      value = scope.stack.template.hasDynamicReferences ? evaluateDynamicReferences(written, scope.stack, this.index.producers) : written;
      known?.set(argument, value);
    }
    return value;
  }

  #resolvedStringsIn(stack: Stack): Map<Json, Value> {
    const known = this.#resolvedStrings.get(stack);
    if (known !== undefined) return known;
    const none = new Map<Json, Value>();
    this.#resolvedStrings.set(stack, none);
    return none;
  }
}

/** Whether texts of a template may stand for something else: dynamic references, and the CDK's mark of what was not looked up. */
function mayHaveMarks({ hasDynamicReferences, mayHaveTokens }: Template): boolean {
  return hasDynamicReferences || mayHaveTokens;
}
