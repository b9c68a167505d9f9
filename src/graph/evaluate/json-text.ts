import type { Json } from '../../assembly/model.js';
import { concatenate } from '../model/concatenate.js';
import { literal, type Part, partsOf, type Value } from '../model/value.js';

/** Private characters, which no template holds: an expression in a JSON text stands between them by its number. */
const START = '\uE000';
const END = '\uE001';
const MARKED = /\uE000(\d+)\uE001/g;
const MAX_DEPTH = 100;

/**
 * The value that a JSON text stands for; expressions that were put into it stay in its strings. Undefined when it is not JSON.
 * The CDK writes such texts with `Stack.toJsonString`: calls of `AwsCustomResource`, definitions of state machines.
 */
export function parseJsonText(value: Value): Value | undefined {
  const expressions: Part[] = [];
  const text = markExpressions(partsOf(value) ?? [], expressions);
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return toValue(JSON.parse(text) as Json, expressions, 0);
  } catch {
    return undefined;
  }
}

/** What stands outside of quotation marks gets its own. */
function markExpressions(parts: readonly Part[], expressions: Part[]): string | undefined {
  let text = '';
  let isInString = false;
  for (const part of parts) {
    if (typeof part !== 'string') {
      expressions.push(part);
      const mark = `${START}${expressions.length - 1}${END}`;
      text += isInString ? mark : `"${mark}"`;
      continue;
    }
    if (part.includes(START)) return undefined;
    for (let index = 0; index < part.length; index++) {
      if (part[index] === '\\' && isInString) index++;
      else if (part[index] === '"') isInString = !isInString;
    }
    text += part;
  }
  return text;
}

function toValue(json: Json, expressions: readonly Part[], depth: number): Value {
  if (depth > MAX_DEPTH) throw new RangeError('too deep');
  if (typeof json === 'string') return toText(json, expressions);
  if (typeof json !== 'object' || json === null) return literal(json);
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item) => toValue(item as Json, expressions, depth + 1)) };
  return { kind: 'map', entries: new Map(Object.entries(json).map(([key, item]) => [key, toValue(item as Json, expressions, depth + 1)])) };
}

function toText(text: string, expressions: readonly Part[]): Value {
  if (!text.includes(START)) return literal(text);
  const pieces: Value[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const expression = expressions[Number(match[1])];
    pieces.push(literal(text.slice(end, match.index)));
    if (expression !== undefined && typeof expression !== 'string') pieces.push(expression);
    end = match.index + match[0].length;
  }
  return concatenate([...pieces, literal(text.slice(end))]);
}
