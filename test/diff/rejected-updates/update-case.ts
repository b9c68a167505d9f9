type Properties = Readonly<Record<string, unknown>>;

/** An update of one resource, `It`, with what is around it in its stack. */
export interface UpdateCase {
  readonly type: string;
  readonly name: string;
  readonly before: Properties;
  readonly after: Properties;
  /** Level and message; null when AWS accepts the update, or nothing proves that it does not. */
  readonly expected: RegExp | null;
  /** Further attributes of the resource. */
  readonly attributes?: Properties;
  readonly others?: { readonly [side in 'before' | 'after' | 'both']?: Properties };
}

export function rejects(
  type: string,
  name: string,
  before: Properties,
  after: Properties,
  expected: RegExp,
  others?: UpdateCase['others'],
  attributes?: Properties,
): UpdateCase {
  return { type, name, before, after, expected, ...(others && { others }), ...(attributes && { attributes }) };
}

export function accepts(
  type: string,
  name: string,
  before: Properties,
  after: Properties,
  others?: UpdateCase['others'],
  attributes?: Properties,
): UpdateCase {
  return { type, name, before, after, expected: null, ...(others && { others }), ...(attributes && { attributes }) };
}

/** A value that the assembly does not tell. */
export const UNKNOWN = { Ref: 'AWS::NotificationARNs' };
