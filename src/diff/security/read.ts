import type { Resource } from '../../graph/model/resource.js';
import { groupBy } from '../../group-by.js';
import { type ReadByPackage, readByPackage } from './access-reader.js';
import { simplify, type When } from './branches.js';
import type { Entry } from './entries.js';
import { type Rule, readRules } from './network/rule.js';
import { type Conditions, type Grant, MANAGED_POLICY, type Target } from './permissions/grant.js';

/** What resources say of who may do what, and what traffic may pass. */
export interface Access {
  readonly grants: readonly Grant[];
  readonly rules: readonly Rule[];
}

/** A statement of very many is not taken apart. */
const MAX_OF_STATEMENT = 5_000;

/** Lets `@aws-cdk/cloudformation-diff` read policies and rules. `onFailure` gets each resource that it cannot read. */
export function readAccess(entries: readonly Entry[], onFailure: (resource: Resource) => void): Access {
  const grants: Grant[] = [];
  const rules: Rule[] = [];
  for (const group of groupBy(entries, ({ when }) => when.join('\n')).values()) {
    const { when } = group[0] as Entry;
    for (const { iamChanges, securityGroupChanges } of readGroup(group, onFailure)) {
      grants.push(...grantsOf(iamChanges, when));
      rules.push(...readRules(securityGroupChanges, when));
    }
  }
  return { grants: merge(grants), rules: merge(rules) };
}

/** All at once, and one by one when the package fails on the whole. */
function* readGroup(group: readonly Entry[], onFailure: (resource: Resource) => void): Generator<ReadByPackage> {
  const whole = readByPackage(group);
  if (whole !== undefined) {
    yield whole;
    return;
  }
  for (const entry of group) {
    const single = readByPackage([entry]);
    if (single === undefined) onFailure(entry.resource);
    else yield single;
  }
}

function* grantsOf({ statements, managedPolicies }: ReadByPackage['iamChanges'], when: When): Generator<Grant> {
  for (const { effect, principals, actions, resources, condition, sid = '' } of statements.additions) {
    const [who, what, where] = [targetsOf(principals), targetsOf(actions), targetsOf(resources)];
    const rest = { effect: effect as string, condition: condition as Conditions | undefined, when, origin: sid };
    if (who.length * what.length * where.length > MAX_OF_STATEMENT) {
      yield { ...rest, principal: whole(who), action: whole(what), resource: whole(where) };
      continue;
    }
    for (const principal of who) for (const action of what) for (const resource of where) yield { ...rest, principal, action, resource };
  }
  for (const { identityArn, managedPolicyArn } of managedPolicies.additions) {
    const rest = { effect: 'Allow', principal: one(`AWS:${identityArn}`), condition: undefined, when, origin: identityArn };
    const isAdministrator = /^arn:(aws|aws-[a-z-]+|\$\{AWS::Partition\}):iam::aws:policy\/AdministratorAccess$/.test(managedPolicyArn);
    yield { ...rest, action: one(MANAGED_POLICY), resource: one(managedPolicyArn) };
    if (isAdministrator) yield { ...rest, action: one('*'), resource: one('*') };
  }
}

function targetsOf({ values, not }: { readonly values: readonly string[]; readonly not: boolean }): readonly Target[] {
  const all = [...new Set(values)];
  return not || all.length === 0 ? [{ not, values: all }] : all.map(one);
}

function one(value: string): Target {
  return { not: false, values: [value] };
}

function whole(targets: readonly Target[]): Target {
  return targets.length === 1 ? (targets[0] as Target) : { not: false, values: targets.flatMap(({ values }) => values) };
}

/** The same under several outcomes is one, under what they have in common. */
function merge<T extends { readonly when: When }>(items: readonly T[]): readonly T[] {
  if (items.every(({ when }) => when.length === 0)) return items;
  return [...groupBy(items, ({ when: _, ...rest }) => JSON.stringify(rest)).values()].flatMap((group) =>
    simplify(group.map(({ when }) => when)).map((when) => ({ ...(group[0] as T), when })),
  );
}
