import type { Value } from './value.js';

/** Characters, and boundaries on the way, that count as much as one value. */
const TEXT_UNIT = 16;
const VIA_UNIT = 8;

/**
 * How much a value holds, counted no further than the limit. Values that are used in several places are shared, so that a few lines of
 * references to references can stand for billions.
 */
export function sizeOf(value: Value, limit: number): number {
  let size = 0;
  const add = (part: Value | string): void => {
    if (size > limit) return;
    size += 1;
    if (typeof part === 'string') size += part.length / TEXT_UNIT;
    else if (part.kind === 'literal') size += typeof part.value === 'string' ? part.value.length / TEXT_UNIT : 0;
    else if (part.kind === 'reference') size += part.via.length / VIA_UNIT;
    else if (part.kind === 'unknown') for (const reference of part.from) add(reference);
    else if (part.kind === 'concatenation') for (const piece of part.parts) add(piece);
    else if (part.kind === 'list') for (const item of part.items) add(item);
    else if (part.kind === 'map') {
      for (const [key, entry] of part.entries) {
        add(key);
        add(entry);
      }
    }
  };
  add(value);
  return Math.ceil(size);
}
