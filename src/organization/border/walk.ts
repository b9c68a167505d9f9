import type { Json, Stack } from '../../assembly/model.js';
import { parseJsonText } from '../../graph/evaluate/json-text.js';
import { intrinsicOf, isObject } from '../../graph/model/json.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { partsOf, type Value } from '../../graph/model/value.js';

/** A text of a template, or what an expression gives in its place. */
export interface Text {
  readonly value: Value;
  readonly path: TemplatePath;
  /** Whether it counts whatever the open conditions turn out to be. */
  readonly isCertain: boolean;
}

/** The texts below a place, and those inside of JSON texts. Both branches of an `Fn::If` that cannot be decided. */
export function* textsBelow(raw: Json | undefined, path: TemplatePath, stack: Stack, graph: ResourceGraph): Generator<Text> {
  const scope = { stack, assumptions: NO_ASSUMPTIONS };
  function* visit(raw: Json | undefined, path: TemplatePath, isCertain: boolean): Generator<Text> {
    if (typeof raw === 'string') yield* texts(graph.evaluator.evaluate(raw, scope), path, isCertain);
    else if (Array.isArray(raw)) for (const [index, item] of raw.entries()) yield* visit(item as Json, [...path, index], isCertain);
    else if (isObject(raw)) {
      const [name, argument] = intrinsicOf(raw) ?? [];
      if (name === undefined) for (const key of Object.keys(raw)) yield* visit(raw[key], [...path, key], isCertain);
      else if (name === 'Fn::If' && Array.isArray(argument)) {
        const branch = graph.evaluator.branch(argument, scope);
        for (const index of branch === undefined ? [1, 2] : [branch.index])
          yield* visit(argument[index] as Json | undefined, [...path, name, index], isCertain && branch !== undefined);
      } else yield* texts(graph.evaluator.evaluate(raw, scope), path, isCertain);
    }
  }
  yield* visit(raw, path, true);
}

function* texts(value: Value, path: TemplatePath, isCertain: boolean): Generator<Text> {
  if (value.kind === 'list') for (const item of value.items) yield* texts(item, path, isCertain);
  else if (value.kind === 'map') for (const entry of value.entries.values()) yield* texts(entry, path, isCertain);
  else {
    const [first] = partsOf(value) ?? [];
    const json = typeof first === 'string' && /^\s*[[{]/.test(first) ? parseJsonText(value) : undefined;
    if (json === undefined) yield { value, path, isCertain };
    else yield* texts(json, path, isCertain);
  }
}
