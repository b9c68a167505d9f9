import { isWithinRanges } from '../../../queries/ip-ranges.js';
import { isCovered } from '../../../queries/policies/pattern.js';
import type { Written } from '../texts.js';
import type { Conditions } from './grant.js';

/** One test of a condition block: what a key of the request must be. All must hold. */
interface Test {
  readonly operator: string;
  /** In lower case: the case of keys means nothing. */
  readonly key: string;
  readonly name: string;
  readonly values: readonly string[];
  /** `ForAllValues:`, `ForAnyValue:` or empty. */
  readonly quantifier: string;
  /** Whether it also holds for a request without the key. */
  readonly isIfExists: boolean;
}

/**
 * Whether a request that meets the first conditions always meets the second ones; undefined when that is not known. Operators:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isNarrower(
  conditions: Conditions | undefined,
  others: Conditions | undefined,
  isOpen: (text: string) => boolean,
): boolean | undefined {
  const [tests, wanted] = [testsOf(conditions), testsOf(others)];
  const answers = wanted.map((test) => {
    const same = tests.filter(({ key }) => key === test.key);
    // Another key may say the same: an ARN names its account.
    if (same.length === 0) return tests.some(({ key }) => !wanted.some((other) => other.key === key)) ? undefined : false;
    const found = same.map((one) => implies(one, test, isOpen));
    return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** `StringEquals aws:SourceAccount 111122223333`, joined by "and". */
export function conditionsInWords(conditions: Conditions | undefined): string {
  return testsOf(conditions)
    .map(
      ({ operator, name, values, quantifier, isIfExists }) =>
        `${name} ${quantifier}${operator}${isIfExists ? 'IfExists' : ''} ${values.join(' or ')}`,
    )
    .sort()
    .join(' and ');
}

/** Keys that say how a request is made, and not by whom. */
const NO_LIMIT: ReadonlySet<string> = new Set(['aws:securetransport', 'lambda:functionurlauthtype', 'lambda:invokedviafunctionurl']);

/** Whether nothing in a condition block says who makes the request. */
export function limitsNobody(conditions: Conditions | undefined): boolean {
  return testsOf(conditions).every(
    ({ key, values }) => NO_LIMIT.has(key) || (key === 'aws:sourceip' && values.some((value) => /\/0$/.test(value))),
  );
}

/** Whether a permission of a function holds for requests to its URL alone. */
export function isViaFunctionUrl(conditions: Conditions | undefined): boolean {
  return testsOf(conditions).some(({ key, values }) => key === 'lambda:invokedviafunctionurl' && values.includes('true'));
}

function testsOf(conditions: Conditions | undefined): readonly Test[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) => {
    const [, quantifier = '', kind = operator, ifExists] = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return [];
    return Object.entries(keys as { readonly [key: string]: Written }).map(([key, value]) => ({
      operator: kind,
      key: key.toLowerCase(),
      name: key,
      values: (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))),
      quantifier,
      isIfExists: ifExists !== undefined,
    }));
  });
}

function implies(one: Test, other: Test, isOpen: (text: string) => boolean): boolean | undefined {
  if (one.quantifier !== other.quantifier) return undefined;
  // One that also holds without the key lets in what the other does not.
  const isLooser = one.isIfExists && !other.isIfExists;
  const family = familyOf(one.operator);
  if (family === undefined || family.name !== familyOf(other.operator)?.name) return undefined;
  const answer = family.implies(one, other);
  if (answer) return !isLooser || undefined;
  const isKnown = ![...one.values, ...other.values].some(isOpen);
  return isKnown && family.isExact ? false : undefined;
}

interface Family {
  readonly name: string;
  readonly implies: (one: Test, other: Test) => boolean;
  /** Whether a `no` is a no: values that do not contain each other are different ones. */
  readonly isExact: boolean;
}

const every = (items: readonly string[], others: readonly string[], is: (item: string, other: string) => boolean): boolean =>
  items.every((item) => others.some((other) => is(item, other)));

/** Operators of which one may imply another. The values of one are alternatives; of a negated one all must differ. */
function familyOf(operator: string): Family | undefined {
  const positive = (name: string, is: (item: string, other: Test, value: string) => boolean): Family => ({
    name,
    implies: (one, other) => every(one.values, other.values, (item, value) => is(item, other, value)),
    isExact: true,
  });
  const like = (item: string, { operator: wide }: Test, value: string): boolean =>
    /Like$|^Arn/.test(wide) ? isCovered(value, item) : value === item;
  switch (operator) {
    case 'StringEquals':
    case 'StringLike':
      return positive('string', like);
    case 'StringEqualsIgnoreCase':
      return positive('string, any case', (item, _, value) => item.toLowerCase() === value.toLowerCase());
    case 'ArnEquals':
    case 'ArnLike':
      return positive('arn', like);
    case 'Bool':
    case 'Null':
      return positive(operator, (item, _, value) => item.toLowerCase() === value.toLowerCase());
    case 'NumericEquals':
    case 'DateEquals':
    case 'BinaryEquals':
      return positive(operator, (item, _, value) => item === value);
    case 'IpAddress':
      return { name: operator, implies: (one, other) => one.values.every((value) => isWithinRanges(value, other.values)), isExact: true };
    case 'NotIpAddress':
      return { name: operator, implies: (one, other) => other.values.every((value) => isWithinRanges(value, one.values)), isExact: true };
    case 'StringNotEquals':
    case 'StringNotLike':
    case 'ArnNotEquals':
    case 'ArnNotLike':
      return {
        name: operator.replace(/Equals|Like/, ''),
        implies: (one, other) => every(other.values, one.values, (item, value) => like(item, one, value)),
        isExact: true,
      };
    case 'NumericLessThan':
    case 'NumericLessThanEquals':
    case 'NumericGreaterThan':
    case 'NumericGreaterThanEquals':
      return { name: operator, implies: (one, other) => isNearer(operator.includes('Less'), one.values, other.values), isExact: true };
    default:
      return undefined;
  }
}

function isNearer(isLess: boolean, [one]: readonly string[], [other]: readonly string[]): boolean {
  return isLess ? Number(one) <= Number(other) : Number(one) >= Number(other);
}
