import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { Json, JsonObject } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import { groupBy } from '../../group-by.js';
import { simplify, type When } from './branches.js';
import type { Entry } from './entries.js';
import { type Rule, readRules } from './network/rule.js';
import { type Conditions, type Grant, MANAGED_POLICY, type Target } from './permissions/grant.js';
import type { TemplateDiffer } from './template-diff.js';

/** What resources say of who may do what, and what traffic may pass. */
export interface Access {
  readonly grants: readonly Grant[];
  readonly rules: readonly Rule[];
}

/** A statement of very many is not taken apart. */
const MAX_OF_STATEMENT = 5_000;

/** Lets `@aws-cdk/cloudformation-diff` read policies and rules. `onFailure` gets each resource that it cannot read. */
export function readAccess(entries: readonly Entry[], differ: TemplateDiffer, onFailure: (resource: Resource) => void): Access {
  const grants: Grant[] = [];
  const rules: Rule[] = [];
  for (const group of groupBy(entries, ({ when }) => when.join('\n')).values()) {
    const { when } = group[0] as Entry;
    for (const { iamChanges, securityGroupChanges } of readGroup(group, differ, onFailure)) {
      grants.push(...grantsOf(iamChanges, when));
      rules.push(...readRules(securityGroupChanges, when));
    }
  }
  return { grants: merge(grants), rules: merge(rules) };
}

const NOTHING: ReadonlyMap<string, JsonObject> = new Map();

/** The package goes through all changes once for each of them (`DifferenceCollection.filter`), so it gets a few at a time. */
const MAX_AT_ONCE = 100;

function* readGroup(group: readonly Entry[], differ: TemplateDiffer, onFailure: (resource: Resource) => void): Generator<TemplateDiff> {
  for (let start = 0; start < group.length; start += MAX_AT_ONCE) {
    yield* readPart(group.slice(start, start + MAX_AT_ONCE), differ, onFailure);
  }
}

/** All at once, and one by one when the package fails on the whole. */
function* readPart(part: readonly Entry[], differ: TemplateDiffer, onFailure: (resource: Resource) => void): Generator<TemplateDiff> {
  const template = (entries: readonly Entry[]) =>
    new Map(entries.map(({ alias, type, properties }) => [alias, { Type: type, Properties: properties as Json } satisfies JsonObject]));
  const whole = differ(NOTHING, template(part));
  if (whole !== undefined) {
    yield whole;
    return;
  }
  for (const entry of part) {
    const single = differ(NOTHING, template([entry]));
    if (single === undefined) onFailure(entry.resource);
    else yield single;
  }
}

function* grantsOf({ statements, managedPolicies }: TemplateDiff['iamChanges'], when: When): Generator<Grant> {
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
