import type { Json } from '../../assembly/model.js';
import { RULE_DIRECTIONS } from '../../facts/security-group-rules.js';
import { own } from '../../graph/model/json.js';
import type { TemplatePath } from '../../graph/model/property.js';

/**
 * Lists whose order means nothing to the service: policy elements
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html), tags, rules of security groups, and `DependsOn`.
 */
const UNORDERED: ReadonlySet<string> = new Set([
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Statement',
  'AWS',
  'Service',
  'Federated',
  'ManagedPolicyArns',
  'Tags',
  'TagSet',
  ...RULE_DIRECTIONS.map(({ list }) => list),
  'SecurityGroupIds',
  'DependsOn',
  'Replicas',
  'AttributeDefinitions',
]);

export function isUnordered(path: TemplatePath): boolean {
  const last = path.at(-1);
  return typeof last === 'string' && UNORDERED.has(last);
}

/** Properties that name an element of a list. */
const NAMES = ['Key', 'Region', 'Sid', 'Id', 'Name', 'IndexName', 'AttributeName', 'RuleName', 'DomainName', 'ContainerName', 'PolicyName'];

interface Alignment {
  /** Indexes before and after. */
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Finds which elements of two lists are the same: those that are equal, then those of one name, then what is left in its order. */
export function alignItems(
  before: readonly Json[],
  after: readonly Json[],
  [textsBefore, textsAfter]: readonly [readonly string[], readonly string[]],
  isUnordered: boolean,
): Alignment {
  const [removed, added] = [new Set(before.keys()), new Set(after.keys())];
  const pairs: [number, number][] = [];
  const pairBy = (keyBefore: (index: number) => string | undefined, keyAfter: (index: number) => string | undefined): void => {
    const open = new Map<string, number[]>();
    for (const index of added) {
      const key = keyAfter(index);
      if (key === undefined) continue;
      const group = open.get(key);
      if (group === undefined) open.set(key, [index]);
      else group.push(index);
    }
    // Taken from the end: the first comes first.
    for (const group of open.values()) group.reverse();
    for (const index of removed) {
      const key = keyBefore(index);
      const match = key === undefined ? undefined : open.get(key)?.pop();
      if (match === undefined) continue;
      pairs.push([index, match]);
      removed.delete(index);
      added.delete(match);
    }
  };
  pairBy(
    (index) => textsBefore[index],
    (index) => textsAfter[index],
  );
  pairBy(
    (index) => nameOfElement(before[index]),
    (index) => nameOfElement(after[index]),
  );
  if (!isUnordered || removed.size === added.size) {
    const rest = [...added];
    for (const [position, index] of [...removed].entries()) {
      const match = rest[position];
      if (match === undefined) break;
      pairs.push([index, match]);
      removed.delete(index);
      added.delete(match);
    }
  }
  pairs.sort(([one], [other]) => one - other);
  return { pairs, removed: [...removed], added: [...added] };
}

/** By the property that names it: `Id archive`. */
export function nameOfElement(item: Json | undefined): string | undefined {
  for (const name of NAMES) {
    const value = own(item, name);
    if (typeof value === 'string') return `${name} ${value}`;
  }
  return undefined;
}
