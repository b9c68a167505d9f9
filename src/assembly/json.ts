import type { Attempt } from './attempt.js';
import type { Json, JsonObject } from './json-value.js';

/** `JSON.parse` takes a million levels; every walk of ours would overflow the stack at about ten thousand. CloudFormation has no need of 200. */
export const MAX_DEPTH = 200;

/** Parses JSON that may have been written by anybody. The problem never quotes the text, as the messages of `JSON.parse` do. */
export function parseJson(text: string): Attempt<Json> {
  let value: Json;
  try {
    value = JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch {
    return { problem: 'is not valid JSON' };
  }
  return isDeeperThan(value, MAX_DEPTH) ? { problem: `is nested more than ${MAX_DEPTH} levels deep` } : { value };
}

/** Some editors and PowerShell begin a file with U+FEFF, which `JSON.parse` refuses. */
export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Is it an object in the sense of JSON, that is neither null nor a list? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The property when the object itself has it: `constructor` and `__proto__` are names like any other in a template. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function ownString(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

export function ownObject(object: JsonObject, key: string): JsonObject | undefined {
  const value = own(object, key);
  return isObject(value) ? value : undefined;
}

export function ownList(object: JsonObject, key: string): readonly Json[] {
  const value = own(object, key);
  return Array.isArray(value) ? value : [];
}

export function ownBoolean(object: JsonObject, key: string): boolean | undefined {
  const value = own(object, key);
  return typeof value === 'boolean' ? value : undefined;
}

/** Recursive, but never deeper than the limit. Walking the value takes half the time of scanning the text. */
function isDeeperThan(value: Json, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (isDeeperThan(value[index], limit - 1)) return true;
    return false;
  }
  const object = value as JsonObject;
  for (const key in object) {
    const item = object[key] as Json;
    if (typeof item === 'object' && isDeeperThan(item, limit - 1)) return true;
  }
  return false;
}
