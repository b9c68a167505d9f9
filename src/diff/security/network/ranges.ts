import { isIP } from 'node:net';

/** Addresses that share their first bits. */
interface Range {
  readonly bits: bigint;
  readonly length: 32 | 128;
  readonly prefix: number;
}

/** Reads `10.0.0.0/8`, `10.0.0.1` or `2001:db8::/32`; undefined for anything else. */
function parseRange(text: string): Range | undefined {
  const [address = '', size, ...rest] = text.trim().split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || address.includes('%')) return undefined;
  const length = family === 4 ? 32 : 128;
  const prefix = size === undefined ? length : /^\d{1,3}$/.test(size) ? Number(size) : Number.NaN;
  if (!(prefix <= length)) return undefined;
  const bits = family === 4 ? bitsOf(address.split('.').map(Number), 8n) : bitsOf(wordsOf(address), 16n);
  return { bits: first(bits, length, prefix), length, prefix };
}

function bitsOf(pieces: readonly number[], size: bigint): bigint {
  return pieces.reduce((bits, piece) => (bits << size) | BigInt(piece), 0n);
}

/** The eight words of an IPv6 address. https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function wordsOf(address: string): readonly number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((word) => word.toString(16)).join(':'),
  );
  const [head = '', tail] = hex.split('::');
  const read = (part: string): readonly number[] => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const [start, end] = [read(head), read(tail ?? '')];
  return tail === undefined ? start : [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}

function first(bits: bigint, length: number, prefix: number): bigint {
  const rest = BigInt(length - prefix);
  return (bits >> rest) << rest;
}

function contains(range: Range, other: Range): boolean {
  return range.length === other.length && range.prefix <= other.prefix && first(other.bits, range.length, range.prefix) === range.bits;
}

/** Whether a range lies in others, taken together: two halves are the whole. What is no range is only within its equal. */
export function isWithinRanges(text: string, others: readonly string[]): boolean {
  const range = parseRange(text);
  if (range === undefined) return others.includes(text);
  return isCoveredBy(
    range,
    others.flatMap((other) => parseRange(other) ?? []),
  );
}

function isCoveredBy(range: Range, others: readonly Range[]): boolean {
  if (others.some((other) => contains(other, range))) return true;
  const inside = others.filter((other) => contains(range, other));
  // Each half is covered by at least one of them.
  if (inside.length < 2) return false;
  const prefix = range.prefix + 1;
  const upper = range.bits | (1n << BigInt(range.length - prefix));
  return [range.bits, upper].every((bits) => isCoveredBy({ bits, length: range.length, prefix }, inside));
}
