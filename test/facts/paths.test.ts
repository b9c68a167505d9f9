import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { expect, it } from 'vitest';
import { ADMITTED_BY_LIST, TO_OTHER_ACCOUNTS } from '../../src/facts/admission/other-accounts.js';
import { FIFO_PAIRS } from '../../src/facts/fifo.js';
import { IDENTITY_TYPES, identityRowsOf } from '../../src/facts/identities/identities.js';
import { IMPLICIT_LOG_GROUPS } from '../../src/facts/implicit-log-groups.js';
import { MANAGED_KEY_SHARING } from '../../src/facts/managed-key-sharing.js';
import { ONCE_PER_REGION } from '../../src/facts/once-per-region.js';
import { ATTACHED_DOCUMENTS, OWN_DOCUMENTS } from '../../src/facts/policy-documents.js';
import { POLICY_QUOTAS } from '../../src/facts/policy-quotas.js';
import { SUBNET_ZONES } from '../../src/facts/subnet-zones.js';
import { TARGET_TYPES } from '../../src/facts/target-types.js';
import { VPC_MEMBERS, VPC_OF } from '../../src/facts/vpc-members.js';

interface Typed {
  readonly type?: string;
  readonly element?: Typed;
  readonly types?: readonly Typed[];
  readonly reference?: { readonly $ref: string };
}

const database = loadAwsServiceSpecSync();
const types = new Map([...database.all('resource')].map((resource) => [resource.cloudFormationType, resource]));

/** What a property leads to: the properties of the types that its value, or an element of it, may have. */
function below({ type, element, types: union = [], reference }: Typed): readonly object[] {
  if (type === 'array' && element !== undefined) return below(element);
  if (type === 'union') return union.flatMap(below);
  if (type === 'ref' && reference !== undefined) return [database.get('typeDefinition', reference.$ref).properties];
  return [];
}

/** Whether a type has a property at a path, in which indexes and `*` stand for elements of lists. */
function exists(type: string, path: string): boolean {
  let levels: readonly object[] = [types.get(type)?.properties ?? {}];
  const steps = path.split('.').filter((step) => step !== '*' && !/^\d+$/.test(step));
  for (const [index, step] of steps.entries()) {
    const found = levels.flatMap((level) => (Reflect.get(level, step) as { readonly type: Typed } | undefined) ?? []);
    // What is only `json` has no more to say.
    if (found.length === 0) return index > 0 && levels.length === 0;
    levels = found.flatMap(({ type: value }) => below(value));
  }
  return true;
}

const paths: readonly (readonly [type: string, path: string])[] = [
  ...IDENTITY_TYPES.flatMap(identityRowsOf).flatMap(({ type, parts, each, when }) => [
    ...parts
      .flatMap(({ of }) => of.map((path) => (path.startsWith('.') ? `${each}${path === '.' ? '' : path}` : path)))
      .map((path) => [type, path] as const),
    ...when.map(([path]) => [type, path] as const),
  ]),
  ...Object.values(ADMITTED_BY_LIST).flatMap(({ holder, about, principals, orAdmits }) =>
    [about, principals, orAdmits ?? []].flat().map((path) => [holder, path] as const),
  ),
  ...Object.entries(TO_OTHER_ACCOUNTS).flatMap(([type, rows]) =>
    rows.flatMap(({ path, role }) => [path, role ?? []].flat().map((each) => [type, each] as const)),
  ),
  ...ATTACHED_DOCUMENTS.flatMap(({ type, names, document }) => [names, document].map((path) => [type, path] as const)),
  ...Object.entries(OWN_DOCUMENTS).map(([type, steps]) => [type, steps.join('.')] as const),
  ...FIFO_PAIRS.flatMap(({ type, source, target }) => [target, source ?? []].flat().map((path) => [type, path] as const)),
  ...Object.entries(MANAGED_KEY_SHARING).flatMap(([type, { key }]) => (key === undefined ? [] : [[type, key] as const])),
  ...POLICY_QUOTAS.flatMap(({ type, list }) => [
    [type, 'ManagedPolicyArns'] as const,
    ...['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].map((policy) => [policy, list] as const),
  ]),
  ...IMPLICIT_LOG_GROUPS.flatMap(({ type, when, unless }) => [when ?? [], unless ?? []].flat().map((path) => [type, path] as const)),
  ...ONCE_PER_REGION.map(({ type, list, element }) => [type, `${list}.*.${element}`] as const),
  ...SUBNET_ZONES.flatMap(({ type, subnets, when }) => [...subnets, ...(when ? [when[0]] : [])].map((path) => [type, path] as const)),
  ...TARGET_TYPES.map(({ type, list, element }) => [type, element === undefined ? list : `${list}.*.${element}`] as const),
  ...VPC_MEMBERS.flatMap(({ type, places }) => places.map((path) => [type, path] as const)),
  ...Object.entries(VPC_OF).filter(([, path]) => path !== ''),
];

it('names properties that the specification has', () => {
  expect(paths.length).toBeGreaterThan(700);
  const missing = paths.filter(([type, path]) => type.startsWith('AWS::') && !exists(type, path));
  expect(missing.map(([type, path]) => `${type} ${path}`)).toEqual([]);
});
