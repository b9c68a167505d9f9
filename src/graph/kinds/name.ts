import type { Resource } from '../model/resource.js';
import { IN_PLACE, type Value } from '../model/value.js';
import { inferred } from './kind.js';
import type { Walk } from './walk.js';

export const NAME = inferred('name');

/** A text that is the physical name of a resource. */
export function visitName(text: string, walk: Walk): void {
  const { names } = walk.graph;
  if (!names.has(text)) return;
  const types = walk.typesNamed;
  if (types === undefined && !isDistinctive(text)) return;
  const value: Value = { kind: 'literal', value: text };
  visitNamed('name', names.find(text, types, walk.stack.environment) ?? names.findExpected(value, walk.stack, types), value, walk);
}

/** A resource that a name or an ARN means: not the one that is walked, nor what the property that names it says. */
export function visitNamed(kind: 'arn' | 'name', resource: Resource | undefined, value: Value, walk: Walk): void {
  if (resource === undefined || walk.isSelf(resource) || (kind === 'name' && walk.isOwnName)) return;
  walk.stackLink(kind, resource.stack, value.kind === 'literal' ? String(value.value) : '');
  walk.link(kind, { kind: 'reference', resource, attribute: undefined, via: IN_PLACE });
}

/** Long and structured enough not to be a word that two templates share by chance. */
function isDistinctive(text: string): boolean {
  return text.length >= 8 && text.length <= 255 && /^[\w./-]+$/.test(text) && /[-_./]/.test(text);
}
