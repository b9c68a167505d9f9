import { beyondLimit, literal, type Part, type Reference, type Unknown, unknown, type Value } from './value.js';

/** The longest string that is put together; CloudFormation refuses templates over 1 MB anyway. */
const MAX_LENGTH = 65_536;
const MAX_PARTS = 1_000;

/** Puts strings, references and unknowns together; lists and maps cannot be part of a string. */
export function concatenate(values: readonly Value[]): Value {
  const parts: Part[] = [];
  let length = 0;
  for (const value of values) {
    if (value.kind === 'absent') continue;
    if (value.kind === 'list' || value.kind === 'map') return unknown('function', 'Fn::Join', values);
    if (value.kind === 'unknown' && value.reason === 'limit') return value;
    if (value.kind === 'concatenation') for (const part of value.parts) length += append(parts, part);
    else length += append(parts, value.kind === 'literal' ? String(value.value) : value);
    if (length > MAX_LENGTH || parts.length > MAX_PARTS) return beyondLimit('a string that is too long');
  }
  if (parts.length === 0) return literal('');
  const [first] = parts;
  if (parts.length > 1) return { kind: 'concatenation', parts };
  return typeof first === 'string' ? literal(first) : (first as Reference | Unknown);
}

/** Gives how much longer the whole is. */
function append(parts: Part[], part: Part): number {
  if (typeof part !== 'string') {
    parts.push(part);
    return 1;
  }
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + part;
  else if (part !== '') parts.push(part);
  return part.length;
}
