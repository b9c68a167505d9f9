import type { Json } from '../../assembly/model.js';
import { concatenate } from '../model/concatenate.js';
import { isObject } from '../model/json.js';
import { type List, literal, type Part, partsOf, unknown, type Value } from '../model/value.js';

type Evaluate = (raw: Json | undefined) => Value;

/** `Fn::Join`. The list may itself be the result of a function. */
export function join(argument: Json, evaluate: Evaluate): Value {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return unknown('function', 'Fn::Join', [evaluate(argument)]);
  const [delimiter, pieces] = argument;
  const list: Value = Array.isArray(pieces) ? { kind: 'list', items: pieces.map((piece) => evaluate(piece as Json)) } : evaluate(pieces);
  if (list.kind !== 'list') return unknown('function', 'Fn::Join', [list]);
  const values: Value[] = [];
  for (const item of list.items) {
    if (item.kind === 'absent') continue;
    if (values.length > 0 && delimiter !== '') values.push(literal(delimiter));
    values.push(item);
  }
  return concatenate(values);
}

/** `${Name}`, `${Name.Attribute}`, and `${!Literal}`, which stands for `${Literal}`. */
const VARIABLE = /\$\{(!?)([^{}]*)\}/g;

/** The names that an `Fn::Sub` text refers to and its own map does not define, as the intrinsics they stand for. */
export function substitutions(argument: Json): readonly Json[] {
  const [text, map] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== 'string' || !text.includes('${')) return [];
  return [...text.matchAll(VARIABLE)].flatMap(([, mark, name]) =>
    mark === '!' || (isObject(map) && Object.hasOwn(map, name ?? '')) ? [] : [variable((name ?? '').trim())],
  );
}

function variable(name: string): Json {
  const dot = name.indexOf('.');
  return dot > 0 ? { 'Fn::GetAtt': [name.slice(0, dot), name.slice(dot + 1)] } : { Ref: name };
}

/** `Fn::Sub`, with or without a map. */
export function substitute(argument: Json, evaluate: Evaluate): Value {
  const [text, map] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== 'string') return unknown('function', 'Fn::Sub', [evaluate(argument)]);
  const values: Value[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, mark, name = ''] = match;
    values.push(literal(text.slice(end, match.index)));
    if (mark === '!') values.push(literal(`\${${name}}`));
    else values.push(evaluate(isObject(map) && Object.hasOwn(map, name) ? map[name] : variable(name.trim())));
    end = match.index + whole.length;
  }
  values.push(literal(text.slice(end)));
  return concatenate(values);
}

/** Delimiters that no attribute's value holds, so that a reference beside one is a whole piece. CDK joins exported lists with `||`. */
const SAFE_DELIMITERS = new Set(['||', '|', ',']);

/** Types whose `Ref` is an id of letters, digits, `-`, `_` and `$`: the parts that CDK puts between the slashes of an API's URL. */
const PLAIN_IDS = new Set(['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage']);
/** Pseudo parameters that hold neither slashes nor colons. */
const PLAIN_PSEUDO_PARAMETERS = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix']);

/** Whether a part that is not known certainly holds no delimiter. */
function isWhole(part: Exclude<Part, string>, delimiter: string): boolean {
  const isPath = /^[/:]+$/.test(delimiter);
  if (part.kind === 'unknown') return isPath && part.reason === 'pseudo-parameter' && PLAIN_PSEUDO_PARAMETERS.has(part.name ?? '');
  return SAFE_DELIMITERS.has(delimiter) || (isPath && part.attribute === undefined && PLAIN_IDS.has(part.resource.type));
}

/** `Fn::Split`. The last piece stands for all behind it when something unknown may hold the delimiter. */
export function split(argument: Json, evaluate: Evaluate): Value {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || argument[0] === '')
    return unknown('function', 'Fn::Split', [evaluate(argument)]);
  const [delimiter] = argument;
  const source = evaluate(argument[1]);
  const parts = partsOf(source);
  if (parts === undefined) return unknown('function', 'Fn::Split', [source]);
  const pieces: Part[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (!isWhole(part, delimiter))
        return { kind: 'list', items: [...pieces.slice(0, -1).map(toValue), unknown('function', 'Fn::Split', [source])] };
      pieces.at(-1)?.push(part);
      continue;
    }
    const [head = '', ...tail] = part.split(delimiter);
    pieces.at(-1)?.push(head);
    for (const piece of tail) pieces.push([piece]);
  }
  return { kind: 'list', items: pieces.map(toValue) };
}

function toValue(parts: readonly Part[]): Value {
  return concatenate(parts.map((part) => (typeof part === 'string' ? literal(part) : part)));
}

/** `Fn::Select`. */
export function select(argument: Json, evaluate: Evaluate): Value {
  if (!Array.isArray(argument) || argument.length !== 2) return unknown('function', 'Fn::Select', [evaluate(argument)]);
  const [position, list] = [evaluate(argument[0]), evaluate(argument[1])];
  if (position.kind !== 'literal' || list.kind !== 'list') return unknown('function', 'Fn::Select', [list]);
  return itemAt(list, Number(position.value));
}

function itemAt({ items }: List, index: number): Value {
  const item = items[index];
  if (item !== undefined) return item;
  const last = items.at(-1);
  return unknown('function', 'Fn::Select', last === undefined ? [] : [last]);
}
