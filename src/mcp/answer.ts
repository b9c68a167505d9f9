import { z } from 'zod';
import { grouped } from '../counted.js';
import { escapeControlCharacters } from '../report/text/escape.js';

/** What a tool answers: words, and the same as data. */
export interface Answer<Data> {
  readonly text: string;
  readonly data: Data;
}

const BYTES_PER_TOKEN = 4;
const DEFAULT_TOKENS = 2_000;
const encoder = new TextEncoder();

export const maxTokens = z
  .number()
  .int()
  .min(250)
  .max(10_000)
  .default(DEFAULT_TOKENS)
  .describe('About how long the words may be, and the data; what has no room is counted');

/** How many bytes the words of an answer may take, and its data. */
export function bytesOf(tokens: number): number {
  return tokens * BYTES_PER_TOKEN;
}

/** The first items whose JSON has room; `left` counts the others. */
export function fitting<T>(items: readonly T[], bytes: number): { readonly shown: T[]; readonly left: number } {
  let room = bytes;
  const shown: T[] = [];
  for (const item of items) {
    room -= lengthOf(JSON.stringify(item)) + 1;
    if (room < 0) break;
    shown.push(item);
  }
  return { shown, left: items.length - shown.length };
}

/** The first lines that have room; the last one says how many more there are. */
export function fittingLines(lines: readonly string[], bytes: number): string {
  const most = encoder.encode('and 000,000 more lines').length;
  const escaped = lines.map(inOneLine);
  if (lengthOf(escaped.join('\n')) <= bytes) return escaped.join('\n');
  let room = bytes - most;
  const shown: string[] = [];
  for (const line of escaped) {
    room -= lengthOf(line) + 1;
    if (room < 0) break;
    shown.push(line);
  }
  return [...shown, `and ${grouped(lines.length - shown.length)} more lines`].join('\n');
}

const MAX_LINE = 500;

function inOneLine(text: string): string {
  const escaped = escapeControlCharacters(text);
  return escaped.length > MAX_LINE ? `${escaped.slice(0, MAX_LINE - 1)}…` : escaped;
}

function lengthOf(text: string): number {
  return encoder.encode(text).length;
}

/** The same data without characters that are not seen: names of templates may hold words that only a model reads. */
export function withVisibleControls<T>(value: T): T {
  if (typeof value === 'string') return escapeControlCharacters(value) as T;
  if (Array.isArray(value)) return value.map(withVisibleControls) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withVisibleControls(part)])) as T;
  return value;
}
