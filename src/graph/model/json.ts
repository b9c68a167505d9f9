import { isObject } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';

export { isObject };

/** An own property: keys such as `constructor` and `__proto__` are data here. */
export function own(object: Json | undefined, key: string): Json | undefined {
  // Not by `isObject`: nothing is called more often.
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  const value: unknown = (object as JsonObject)[key];
  // What JSON objects inherit is functions, and one object. Asking this way takes half the time of `Object.hasOwn`.
  if (typeof value !== 'function' && key !== '__proto__') return value as Json | undefined;
  return Object.hasOwn(object, key) ? (value as Json) : undefined;
}

/** Name and argument of an intrinsic function: an object with one key, `Ref` or `Fn::…`. */
export function intrinsicOf(raw: Json | undefined): readonly [name: string, argument: Json] | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  let only: string | undefined;
  for (const key in raw) {
    if (only !== undefined) return undefined;
    only = key;
  }
  if (only === undefined || (only !== 'Ref' && !only.startsWith('Fn::'))) return undefined;
  return [only, (raw as JsonObject)[only] as Json];
}

/** The two halves of `Fn::GetAtt`, written as a list or as `A.B`. The attribute may hold dots and slashes, and be an expression. */
export function getAttArguments(argument: Json): readonly [logicalId: string, attribute: Json] | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 1 ? undefined : [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || argument[1] === undefined) return undefined;
  return [
    argument[0],
    argument.length > 2 && argument.every((part) => typeof part === 'string') ? argument.slice(1).join('.') : argument[1],
  ];
}

/** Whether a text anywhere in a value fits. Keys are no texts. */
export function hasText(value: Json | undefined, fits: (text: string) => boolean): boolean {
  if (typeof value === 'string') return fits(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (hasText(value[index], fits)) return true;
    return false;
  }
  for (const key in value) if (hasText((value as JsonObject)[key], fits)) return true;
  return false;
}

/** All texts in a value, in their order. Keys are no texts. */
export function textsIn(value: Json | undefined, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value);
  else if (Array.isArray(value)) for (const item of value) textsIn(item as Json, found);
  else if (isObject(value)) for (const key in value) textsIn(value[key], found);
  return found;
}

/** CDK's marker for a lookup that was not done (https://docs.aws.amazon.com/cdk/v2/guide/context.html). */
export const NOT_LOOKED_UP = 'dummy-value-for-';

/** Whether a text of a template is its own value. */
export function isWrittenOut(text: Json): text is string {
  return typeof text === 'string' && !text.startsWith(NOT_LOOKED_UP) && !text.includes('{{resolve:');
}

/** What stands one step further down: an element of a list, or an own property. */
export function stepInto(raw: Json | undefined, step: string | number): Json | undefined {
  return Array.isArray(raw) ? (raw[Number(step)] as Json | undefined) : own(raw, String(step));
}
