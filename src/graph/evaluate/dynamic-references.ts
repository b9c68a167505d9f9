import type { Stack } from '../../assembly/model.js';
import { concatenate } from '../model/concatenate.js';
import type { Producers } from '../model/resource-graph.js';
import { beyondLimit, literal, partsOf, unknownSecret, type Value } from '../model/value.js';

/**
 * `{{resolve:ssm:name:version}}` and its kin inside a text.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
const DYNAMIC_REFERENCE = /\{\{resolve:([a-z-]{1,20}):([^{}]*)\}\}/g;

/** CloudFormation takes 60 in a template. */
const MAX_REFERENCES = 200;

/** SSM parameters named in a text. */
export function ssmNamesIn(text: string): readonly string[] {
  return [...text.matchAll(DYNAMIC_REFERENCE)].flatMap(([, service, rest = '']) =>
    service === 'ssm' || service === 'ssm-secure' ? [parameterName(rest)] : [],
  );
}

/** Names never hold a colon, so that the first one starts the version. */
function parameterName(rest: string): string {
  return rest.split(':', 1)[0] ?? rest;
}

/** Replaces the dynamic references in a text by what they stand for, or by unknowns. */
export function evaluateDynamicReferences(value: Value, stack: Stack, producers: Producers): Value {
  const parts = partsOf(value);
  if (parts === undefined || !parts.some((part) => typeof part === 'string' && part.includes('{{resolve:'))) return value;
  const [only] = parts;
  // A reference put together from expressions, usually the ARN of a secret: `{{resolve:secretsmanager:${Secret}:SecretString:password::}}`.
  if (parts.length > 1 || typeof only !== 'string') return unknownSecret(undefined, [value]);
  const values: Value[] = [];
  let end = 0;
  for (const match of only.matchAll(DYNAMIC_REFERENCE)) {
    if (values.length > MAX_REFERENCES) return beyondLimit('a text with too many dynamic references');
    const [whole, service, rest = ''] = match;
    values.push(literal(only.slice(end, match.index)));
    values.push(service === 'ssm' ? ssmValue(rest, stack, producers) : secret(service ?? '', rest));
    end = match.index + whole.length;
  }
  values.push(literal(only.slice(end)));
  return concatenate(values);
}

/** Another version may be another value. */
function ssmValue(rest: string, stack: Stack, producers: Producers): Value {
  const value = producers.ssm(parameterName(rest), stack);
  return value.kind === 'unknown' && value.reason === 'ssm' ? { ...value, name: rest } : value;
}

function secret(service: string, rest: string): Value {
  const id = parameterName(rest);
  return unknownSecret({ service, id, rest: rest.slice(id.length) });
}
