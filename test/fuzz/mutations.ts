import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import type { Json } from './arbitraries.js';

/** One change of a JSON document. `at` and `from` choose places, as parts of the whole. */
export interface Edit {
  readonly operation: (typeof OPERATIONS)[number];
  readonly at: number;
  readonly from: number;
  readonly value: Json;
  readonly key: string;
}

const OPERATIONS = ['replace', 'remove', 'copy', 'rename', 'wrap', 'repeat'] as const;
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

export function editArbitrary(value: fc.Arbitrary<Json>, key: fc.Arbitrary<string>): fc.Arbitrary<Edit> {
  return fc.record({ operation: fc.constantFrom(...OPERATIONS), at: part, from: part, value, key });
}

type Container = Json[] | Record<string, Json>;
interface Slot {
  readonly container: Container;
  readonly key: string;
}

/** Changes places of a document. What cannot be parsed stays as it is. */
export function editJson(text: string, edits: readonly Edit[]): string {
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  for (const edit of edits) {
    const slots = slotsOf(root);
    // Repeated and copied into itself, a document of a few kilobytes becomes longer than a text can be.
    if (slots.length >= MAX_SLOTS) break;
    const slot = slots[Math.floor(edit.at * slots.length)];
    const other = slots[Math.floor(edit.from * slots.length)];
    if (slot !== undefined && other !== undefined) apply(edit, slot, other);
  }
  return JSON.stringify(root);
}

const MAX_SLOTS = 200_000;

function slotsOf(root: Json): readonly Slot[] {
  const slots: Slot[] = [];
  const visit = (value: Json): void => {
    if (typeof value !== 'object' || value === null || slots.length >= MAX_SLOTS) return;
    for (const [key, item] of Object.entries(value)) {
      slots.push({ container: value as Container, key });
      visit(item as Json);
    }
  };
  visit(root);
  return slots;
}

function apply({ operation, value, key }: Edit, { container, key: own }: Slot, other: Slot): void {
  const current = get(container, own);
  switch (operation) {
    case 'replace':
      set(container, own, value);
      return;
    case 'remove':
      if (Array.isArray(container)) container.splice(Number(own), 1);
      else delete container[own];
      return;
    case 'copy':
      set(container, own, structuredClone(get(other.container, other.key)));
      return;
    case 'rename':
      if (Array.isArray(container)) return;
      delete container[own];
      set(container, key, current);
      return;
    case 'wrap':
      set(container, own, key.startsWith('Fn::') || key.length % 2 === 0 ? [current] : { [key]: current });
      return;
    case 'repeat':
      set(container, own, Array.isArray(current) ? Array.from({ length: 30 }, () => current).flat() : [current, current]);
      return;
  }
}

function get(container: Container, key: string): Json {
  return Object.getOwnPropertyDescriptor(container, key)?.value as Json;
}

/** As `JSON.parse` does it, also for `__proto__`. */
function set(container: Container, key: string, value: Json): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

/** One change of a file's bytes. */
export interface ByteEdit {
  readonly operation: (typeof BYTE_OPERATIONS)[number];
  readonly at: number;
  readonly length: number;
  readonly byte: number;
  readonly text: string;
}

const BYTE_OPERATIONS = ['flip', 'set', 'delete', 'duplicate', 'insert', 'truncate', 'quote'] as const;

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\\ud800',
  'null',
  'true',
  '1e999',
  '-0',
  '\uFEFF',
  '\0',
  '\u2028',
  '"__proto__":{"polluted":1},',
  '"Ref":"A",',
  '"Fn::Join":',
  '9'.repeat(400),
  '['.repeat(300),
  '{"a":'.repeat(300),
  '&a *a',
  '!Ref ',
  '---\n',
  '\n',
  '%',
  '<<: ',
] as const;

export const byteEditArbitrary: fc.Arbitrary<ByteEdit> = fc.record({
  operation: fc.constantFrom(...BYTE_OPERATIONS),
  at: part,
  length: fc.nat({ max: 40 }),
  byte: fc.nat({ max: 255 }),
  text: fc.constantFrom(...TOKENS),
});

export function editBytes(content: string, edits: readonly ByteEdit[]): Buffer {
  return edits.reduce<Buffer>((bytes, { operation, at, length, byte, text }) => {
    const start = Math.floor(at * bytes.length);
    const [head, tail] = [bytes.subarray(0, start), bytes.subarray(start)];
    switch (operation) {
      case 'flip':
        return Buffer.concat([head, Buffer.from([(tail[0] ?? 0) ^ (1 << (byte % 8))]), tail.subarray(1)]);
      case 'set':
        return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
      case 'delete':
        return Buffer.concat([head, tail.subarray(length)]);
      case 'duplicate':
        return Buffer.concat([head, tail.subarray(0, length * 10), tail]);
      case 'insert':
        return Buffer.concat([head, Buffer.from(text), tail]);
      case 'truncate':
        return head;
      default:
        return Buffer.concat([head, Buffer.from('"'), tail]);
    }
  }, Buffer.from(content));
}
