import type { NeededFirst } from '../../../src/facts/needed-first.js';
import { parseJsonText } from '../../../src/graph/evaluate/json-text.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { Value } from '../../../src/graph/model/value.js';

/** Whether a pattern in the document of one resource covers the name of another. */
export function isCovering(covering: NonNullable<NeededFirst['covering']>, resource: Resource, other: Resource): boolean {
  const name = resource.property(covering.name).text;
  const { value } = other.property(covering.document);
  const patterns = textsIn(value.kind === 'map' ? value : parseJsonText(value)).filter((text) => text.startsWith(covering.prefix));
  return name !== undefined && patterns.some((pattern) => fits(pattern.slice(covering.prefix.length), name));
}

/** `*` stands at the end only. */
function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function textsIn(value: Value | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(textsIn);
  if (value?.kind === 'map') return [...value.entries.values()].flatMap(textsIn);
  return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
}
