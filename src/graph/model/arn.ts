import { concatenate } from './concatenate.js';
import { literal, type Part, partsOf, type Value } from './value.js';

/** The fields of an ARN; an empty field is `''`, one that is not known is undefined. */
export interface Arn {
  readonly partition: string | undefined;
  readonly service: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** What stands behind the account: `table/payments`. */
  readonly resource: Value;
}

/**
 * Reads an ARN that is written out, wholly or with expressions in it (`arn:${AWS::Partition}:s3:::${Bucket}`).
 * Undefined for anything else, a reference to a resource's ARN included: see `Resource.arnOf`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(value: Value): Arn | undefined {
  const parts = partsOf(value);
  const [first] = parts ?? [];
  if (parts === undefined || typeof first !== 'string' || !first.startsWith('arn:')) return undefined;
  const fields = fieldsOf(parts);
  if (fields.length < FIELDS) return undefined;
  const [, partition, service, region, account] = fields.map(textOf);
  const resource = concatenate((fields.at(-1) ?? []).map((part) => (typeof part === 'string' ? literal(part) : part)));
  return { partition, service, region, account, resource };
}

const FIELDS = 6;

/** What stands between the first colons; the last field holds the others. */
function fieldsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  let field: Part[] = [];
  const fields = [field];
  for (const part of parts) {
    if (typeof part !== 'string') {
      field.push(part);
      continue;
    }
    let start = 0;
    for (let end = part.indexOf(':'); end !== -1 && fields.length < FIELDS; end = part.indexOf(':', start)) {
      field.push(part.slice(start, end));
      field = [];
      fields.push(field);
      start = end + 1;
    }
    field.push(part.slice(start));
  }
  return fields;
}

function textOf(field: readonly Part[]): string | undefined {
  return field.every((part) => typeof part === 'string') ? field.join('') : undefined;
}
