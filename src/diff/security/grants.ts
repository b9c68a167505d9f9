import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';

type Statement = TemplateDiff['iamChanges']['statements']['additions'][number];

/** One principal, one action, one resource. */
export interface Grant {
  readonly effect: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly condition: string;
}

/** A policy may list many of each: what cannot be taken apart in reasonable time is compared as a whole. */
const MAX_GRANTS = 5_000;

/**
 * The package compares whole statements, so that taking one action out of a statement looks like a new grant. Here a statement is taken
 * apart, and only what no statement of the other side covers counts.
 */
export function compareGrants(
  additions: readonly Statement[],
  removals: readonly Statement[],
): { readonly added: readonly Grant[]; readonly removed: readonly Grant[] } {
  const [current, old] = [grantsOf(additions), grantsOf(removals)];
  return { added: uncovered(current, old), removed: uncovered(old, current) };
}

function grantsOf(statements: readonly Statement[]): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { effect, principals, actions, resources, condition } of statements) {
    const text = condition === undefined ? '' : JSON.stringify(condition);
    for (const principal of valuesOf(principals))
      for (const action of valuesOf(actions))
        for (const resource of valuesOf(resources)) {
          if (grants.length < MAX_GRANTS) grants.push({ effect, principal, action, resource, condition: text });
        }
  }
  return grants;
}

function valuesOf({ values, not }: Statement['actions']): readonly string[] {
  const all = values.length === 0 ? ['?'] : [...new Set(values)];
  return not ? [`everything but ${all.join(', ')}`] : all;
}

function uncovered(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const exact = new Set(others.map((grant) => JSON.stringify(grant)));
  const wide = others.filter(
    ({ principal, action, resource, condition }) => condition === '' || `${principal}${action}${resource}`.includes('*'),
  );
  return grants.filter((grant) => !exact.has(JSON.stringify(grant)) && !wide.some((other) => covers(other, grant)));
}

function covers(other: Grant, grant: Grant): boolean {
  return (
    other.effect === grant.effect &&
    (other.condition === '' || other.condition === grant.condition) &&
    other.principal === grant.principal &&
    matches(other.action.toLowerCase(), grant.action.toLowerCase()) &&
    matches(other.resource, grant.resource)
  );
}

/** `*` stands for anything: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function matches(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true;
  if (!pattern.includes('*')) return false;
  const [start = '', ...rest] = pattern.split('*');
  if (!text.startsWith(start)) return false;
  let from = start.length;
  for (const [index, piece] of rest.entries()) {
    if (index === rest.length - 1) return text.length - piece.length >= from && text.endsWith(piece);
    const found = text.indexOf(piece, from);
    if (found === -1) return false;
    from = found + piece.length;
  }
  return true;
}
