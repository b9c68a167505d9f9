import type { Json, JsonObject } from '../../assembly/model.js';
import type { Walk } from '../kinds/walk.js';
import type { Evaluator, GraphIndex } from '../model/resource-graph.js';
import type { Scope } from '../model/scope.js';
import type { Value } from '../model/value.js';

/** What the functions of templates need of the evaluator. */
export interface Evaluation extends Evaluator {
  readonly index: GraphIndex;
  /** A text as it stands in a template, with the dynamic references in it. */
  text(raw: string, scope: Scope): Value;
  /** A text that a function puts together, once for each place. */
  textOf(put: (argument: Json, evaluate: (raw: Json | undefined) => Value) => Value, argument: Json, scope: Scope): Value;
}

/** A function of CloudFormation's templates. */
export interface Intrinsic {
  evaluate(argument: Json, scope: Scope, evaluation: Evaluation): Value;
  /** Finds the links in its argument. Without it the argument is walked as any other value. */
  visit?(argument: Json, walk: Walk, raw: JsonObject): void;
}
