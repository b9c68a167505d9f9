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
  const fields: Part[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string' || fields.length === 6) {
      fields.at(-1)?.push(part);
      continue;
    }
    const pieces = part.split(':');
    const rest = 6 - fields.length;
    const head = pieces.slice(0, rest);
    const tail = pieces.slice(rest);
    head.forEach((piece, index) => {
      if (index === 0) fields.at(-1)?.push(piece);
      else fields.push([piece]);
    });
    if (tail.length > 0) fields.push([tail.join(':')]);
  }
  if (fields.length < 6) return undefined;
  const [, partition, service, region, account, resource] = fields.map((field) =>
    concatenate(field.map((part) => (typeof part === 'string' ? literal(part) : part))),
  ) as [Value, Value, Value, Value, Value, Value];
  return { partition: textOf(partition), service: textOf(service), region: textOf(region), account: textOf(account), resource };
}

function textOf(value: Value): string | undefined {
  return value.kind === 'literal' ? String(value.value) : undefined;
}
