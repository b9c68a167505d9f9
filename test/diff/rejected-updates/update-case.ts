type Properties = Readonly<Record<string, unknown>>;

/** An update of one resource, `It`, with what is around it in its stack. */
export interface UpdateCase {
  readonly type: string;
  readonly name: string;
  readonly before: Properties;
  readonly after: Properties;
  /** Level and message; null when AWS accepts the update, or nothing proves that it does not. */
  readonly expected: RegExp | null;
  readonly others?: { readonly [side in 'before' | 'after' | 'both']?: Properties };
}

export function rejects(
  type: string,
  name: string,
  before: Properties,
  after: Properties,
  expected: RegExp,
  others?: UpdateCase['others'],
): UpdateCase {
  return { type, name, before, after, expected, ...(others && { others }) };
}

export function accepts(type: string, name: string, before: Properties, after: Properties, others?: UpdateCase['others']): UpdateCase {
  return { type, name, before, after, expected: null, ...(others && { others }) };
}

/** A value that the assembly does not tell. */
export const UNKNOWN = { Ref: 'AWS::NotificationARNs' };
