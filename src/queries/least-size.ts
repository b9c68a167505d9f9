import type { Json, JsonObject } from '../assembly/model.js';
import { handsOnValues } from '../facts/custom-resources.js';
import { getAttArguments, intrinsicOf, stepInto } from '../graph/model/json.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { Part, Reference, Value } from '../graph/model/value.js';
import { tableOf } from '../table-of.js';

/** `leastSize` of the value at a place, without making the value: policies are long, and few of them too long. */
export function leastSizeAt(property: Property): number {
  const raw = rawAt(property);
  // What stands in another place, as that of an `Fn::FindInMap`, is not on the path.
  return raw === undefined ? leastSize(property.value) : (rawSize(raw, property.resource) ?? 0);
}

/** The least number of characters of a text in base64 before it is encoded. */
export function leastDecodedSizeAt(property: Property): number {
  const raw = rawAt(property);
  const [name, argument] = raw === undefined ? [] : (intrinsicOf(raw) ?? []);
  if (name !== 'Fn::Base64') return Math.floor(((leastSizeAt(property) - 2) * 3) / 4) - 2;
  return leastSize(property.resource.graph.evaluator.evaluate(argument, property.resource)) - 2;
}

function rawAt({ resource, path }: Property): Json | undefined {
  let raw: Json | undefined = resource.raw;
  for (const step of path) raw = stepInto(raw, step);
  return raw;
}

/** CloudFormation's exports have 1,024 characters at most, its parameters 4,096. */
const MOST_FROM_ELSEWHERE = 2_048;
const MOST_OF_PARAMETER = 4_096;
/** What `referenceSize` adds to a name has fewer. */
const MOST_AROUND_NAME = 64;
/** `AWS::StackName` has 128. */
const MOST_OF_PSEUDO_PARAMETER = 256;

/** More than `leastSizeAt` can be, by what the template writes: much cheaper, for what is far from a quota. */
export function mostSizeAt(property: Property): number {
  const { graph, stack } = property.resource;
  const { parameters } = stack.template;
  const mostOf = (id: unknown): number => {
    const target = graph.resource(stack, String(id));
    return target === undefined || handsOnValues(target.type) ? MOST_FROM_ELSEWHERE : MOST_AROUND_NAME + (target.physicalName?.length ?? 0);
  };
  const most = (raw: Json | undefined): number => {
    if (typeof raw === 'string') return raw.length + 4;
    if (typeof raw !== 'object' || raw === null) return 24;
    let sum = 4;
    if (Array.isArray(raw)) for (let index = 0; index < raw.length; index++) sum += most(raw[index] as Json) + 1;
    else for (const key in raw as JsonObject) sum += key.length + 4 + most((raw as JsonObject)[key]);
    const [name, argument] = intrinsicOf(raw) ?? [];
    if (name === undefined || name === 'Fn::Join') return sum;
    if (name === 'Ref' && String(argument).startsWith('AWS::')) return sum + MOST_OF_PSEUDO_PARAMETER;
    if (name === 'Ref') return sum + (parameters.has(String(argument)) ? MOST_OF_PARAMETER : mostOf(argument));
    return sum + (name === 'Fn::GetAtt' ? mostOf(getAttArguments(argument ?? null)?.[0]) : MOST_FROM_ELSEWHERE);
  };
  const raw = rawAt(property);
  return raw === undefined ? Number.POSITIVE_INFINITY : most(raw);
}

/** Undefined for what is absent. */
function rawSize(raw: Json, resource: Resource): number | undefined {
  if (Array.isArray(raw)) {
    const sizes = raw.map((item) => rawSize(item as Json, resource)).filter((size) => size !== undefined);
    return sizes.reduce((sum, size) => sum + size + 1, 2) - Math.min(sizes.length, 1);
  }
  if (typeof raw === 'object' && raw !== null && intrinsicOf(raw) === undefined) {
    let sum = 1;
    for (const key in raw as JsonObject) {
      const size = rawSize((raw as JsonObject)[key] as Json, resource);
      if (size !== undefined) sum += key.length + 4 + size;
    }
    return Math.max(sum, 2);
  }
  if (typeof raw === 'string' && !raw.startsWith('dummy-value-for-') && !raw.includes('{{resolve:')) return raw.length + 2;
  const { graph, stack, assumptions } = resource;
  const value = graph.evaluator.evaluate(raw, { stack, assumptions });
  return value.kind === 'absent' ? undefined : leastSize(value);
}

/** The least number of characters of a value as JSON without white space: what is only known at deployment counts as short as it can be. */
export function leastSize(value: Value): number {
  switch (value.kind) {
    case 'absent':
      return 0;
    case 'literal':
      return typeof value.value === 'string' ? value.value.length + 2 : String(value.value).length;
    case 'list':
      return value.items.reduce((sum, item) => sum + leastSize(item) + 1, 2) - Math.min(value.items.length, 1);
    case 'map': {
      let sum = 1;
      for (const [key, entry] of value.entries) sum += key.length + 4 + leastSize(entry);
      return Math.max(sum, 2);
    }
    case 'concatenation':
      return value.parts.reduce((sum, part) => sum + partSize(part), 2);
    default:
      return partSize(value) + 2;
  }
}

function partSize(part: Part): number {
  if (typeof part === 'string') return part.length;
  return part.kind === 'reference' ? referenceSize(part) : (PSEUDO[part.reason === 'pseudo-parameter' ? (part.name ?? '') : ''] ?? 1);
}

const PSEUDO: Readonly<Record<string, number>> = tableOf({
  'AWS::Partition': 'aws'.length,
  'AWS::AccountId': '123456789012'.length,
  'AWS::Region': 'us-east-1'.length,
});

function referenceSize({ resource, attribute }: Reference): number {
  const name = resource.physicalName?.length ?? 1;
  if (attribute === undefined) return name;
  if (!/Arn$/i.test(attribute)) return 1;
  if (resource.type === 'AWS::S3::Bucket') return 'arn:aws:s3:::'.length + name;
  return (resource.type.startsWith('AWS::IAM::') ? 'arn:aws:iam::123456789012:'.length : 'arn:aws:s:us-east-1:123456789012:'.length) + name;
}
