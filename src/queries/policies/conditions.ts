import type { Property } from '../../graph/model/property.js';
import { allOf, anyOf, type Maybe, negate } from './maybe.js';
import { covers, equals, type Text } from './pattern.js';
import { textAt } from './texts.js';

/** What is known of a request: condition keys in lower case, and their values. */
export type RequestContext = ReadonlyMap<string, Text>;

/**
 * Whether the conditions of a statement hold; keys and operators that nothing is known of are not decided.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds(condition: Property, context: RequestContext): Maybe {
  if (condition.isAbsent) return true;
  const operators = condition.entries;
  if (operators === undefined) return undefined;
  return allOf(operators, ([operator, keys]) => {
    const compare = OPERATORS.get(operator.replace(/IfExists$/, '').toLowerCase());
    if (compare === undefined || keys.entries === undefined) return undefined;
    return allOf(keys.entries, ([key, values]) => {
      const actual = context.get(key.toLowerCase());
      const wanted = values.items;
      return actual === undefined || wanted === undefined ? undefined : compare(wanted.map(textAt), actual);
    });
  });
}

type Operator = (wanted: readonly Text[], actual: Text) => Maybe;

const equal: Operator = (wanted, actual) => anyOf(wanted, (text) => equals(text, actual));
const like: Operator = (wanted, actual) => anyOf(wanted, (pattern) => covers(pattern, actual));
const lower = (text: Text): Text => text.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
const equalIgnoringCase: Operator = (wanted, actual) => equal(wanted.map(lower), lower(actual));
const not =
  (operator: Operator): Operator =>
  (wanted, actual) =>
    negate(operator(wanted, actual));

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['stringequals', equal],
  ['stringnotequals', not(equal)],
  ['stringequalsignorecase', equalIgnoringCase],
  ['stringlike', like],
  ['stringnotlike', not(like)],
  // "ArnEquals and ArnLike behave identically"
  ['arnequals', like],
  ['arnlike', like],
  ['arnnotequals', not(like)],
  ['arnnotlike', not(like)],
  ['bool', equalIgnoringCase],
]);
