import type { Json, JsonObject } from '../../../src/assembly/model.js';

/** `{ a: [{ b: value }] }` for the steps of `a.*.b`, with further keys beside the value. */
export function nested([step, ...rest]: readonly string[], value: Json, beside: JsonObject = {}): Json {
  if (step === undefined) return value;
  const below = nested(rest, value, beside);
  return step === '*' ? [below] : { [step]: below, ...(rest.length === 0 && beside) };
}
