import type { Json, JsonObject } from '../../assembly/model.js';
import { intrinsicOf } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { referencesIn } from '../../graph/model/value.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';

/**
 * The entry with what it reads from other stacks as `${Stack/LogicalId.Arn}`, so that policies which name the same resource by an import,
 * an output or its ARN are seen as the same, and people can read them.
 */
export function withForeign(entry: JsonObject, { graph, stack }: Resource, naming: Naming): JsonObject {
  const write = (raw: Json): Json => {
    if (typeof raw !== 'object' || raw === null) return raw;
    if (Array.isArray(raw)) return raw.map((item) => write(item as Json));
    if (intrinsicOf(raw) !== undefined) {
      const value = graph.evaluator.evaluate(raw, { stack, assumptions: NO_ASSUMPTIONS });
      const isExternal = referencesIn(value).some(({ resource }) => resource.stack !== stack);
      if (isExternal && value.kind !== 'list' && value.kind !== 'map') return canonicalOf(value, naming).text;
    }
    return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, write(value)]));
  };
  return write(entry) as JsonObject;
}
