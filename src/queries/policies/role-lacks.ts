import type { RolePermission } from '../../facts/admission/role-permission.js';
import { ROLE_PERMISSIONS } from '../../facts/admission/role-permissions.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { oncePerResource } from '../../graph/once-per-resource.js';
import { placesAt } from '../region-of.js';
import { SECRET, secretAt } from '../secrets.js';
import { stepsOf } from '../steps-of.js';
import { keyAt } from './callee-at.js';
import { knownPoliciesOf } from './of-role.js';
import { ANYTHING, type Text } from './pattern.js';
import { type Answer, mayRole, mayRoleUseGuarded } from './role-access.js';
import { arnOf, objectOfAction } from './texts.js';

/** A role that does not have what a service needs, for certain. */
export interface RoleLack {
  readonly row: RolePermission;
  readonly at: Property;
  readonly role: Resource;
  readonly used: Resource | undefined;
  /** The first action that it lacks. */
  readonly action: string;
  readonly answer: Answer;
}

/** One for each row that applies, by its first place. */
export function* roleLacksOf(resource: Resource): Generator<RoleLack> {
  const lacking = new Set<string>();
  const done = new Set<RolePermission>();
  for (const use of roleUsesOf(resource)) {
    const { row, role, used } = use;
    // Whoever grants the use of a queue with the CDK grants that of its key.
    if (done.has(row) || (row.key !== undefined && lacking.has(row.path))) continue;
    const lack = lackOf(role, used, row);
    if (lack === undefined) continue;
    lacking.add(row.path);
    done.add(row);
    yield { ...use, ...lack };
  }
}

/** A role at work for a service, on what a place names. */
interface RoleUse {
  readonly row: RolePermission;
  readonly at: Property;
  readonly role: Resource;
  readonly used: Resource | undefined;
}

/** The places at which rows apply, row by row. */
export const roleUsesOf: (resource: Resource) => readonly RoleUse[] = oncePerResource((resource) => {
  // Rows of one type are about few paths and fewer roles.
  const places = new Map<string, readonly Property[]>();
  const roles = new Map<string, Resource | undefined>();
  const roleOf = (at: Property, row: RolePermission): Resource | undefined => {
    if (row.role.startsWith('.')) return roleAt(at, row);
    if (!roles.has(row.role)) roles.set(row.role, roleAt(at, row));
    return roles.get(row.role);
  };
  const found: RoleUse[] = [];
  for (const row of ROLE_PERMISSIONS[resource.type] ?? []) {
    const known = places.get(row.path) ?? placesAt(resource, row.path);
    places.set(row.path, known);
    for (const at of known) {
      if (at.isAbsent) continue;
      const text = row.mentions === undefined && row.omits === undefined ? '' : at.textWith('');
      if (row.mentions?.test(text) === false || row.omits?.test(text) || isOff(resource, row)) continue;
      const role = roleOf(at, row);
      if (role?.existence !== 'certain') continue;
      for (const used of usedAt(at, row)) found.push({ row, at, role, used });
    }
  }
  return found;
});

function isOff(resource: Resource, { unless }: RolePermission): boolean {
  if (unless === undefined) return false;
  const [path, off] = unless;
  const setting = resource.property(...stepsOf(path));
  return !setting.isAbsent && (setting.text ?? off) === off;
}

/** What the place names, or its key; undefined where the actions are about no single resource. */
function usedAt(at: Property, row: RolePermission): readonly (Resource | undefined)[] {
  if (row.of === undefined) return [undefined];
  const named = row.before !== undefined ? namedIn(at, row.of, row.before) : [row.of === SECRET ? secretAt(at) : at.target(row.of)];
  const certain = named.flatMap((one) => (one?.existence === 'certain' ? [one] : []));
  const { key } = row;
  return key === undefined ? certain : certain.flatMap((one) => keyAt(one.property(...stepsOf(key))) ?? []);
}

/** The resources of a type that a longer text names behind another text. */
function namedIn(place: Property, type: string, before: RegExp): readonly Resource[] {
  const parts = place.parts ?? [];
  return parts.flatMap((part, index) => {
    const last = parts[index - 1];
    if (typeof part === 'string' || part.kind !== 'reference' || part.resource.type !== type) return [];
    return typeof last === 'string' && before.test(last.slice(-LONGEST_BEFORE)) ? [part.resource] : [];
  });
}

/** No row's text before a name is longer. */
const LONGEST_BEFORE = 100;

function lackOf(role: Resource, used: Resource | undefined, row: RolePermission): Pick<RoleLack, 'action' | 'answer'> | undefined {
  // A role without any policy may get its policies elsewhere, and the place of such a row says no more than that there is a role.
  if (row.path === row.role && knownPoliciesOf(role).length === 0) return undefined;
  const isTrust = used?.type === 'AWS::IAM::Role';
  if (isTrust && used.base === role.base) return undefined;
  const may = row.key === undefined && !isTrust ? mayRole : mayRoleUseGuarded;
  let first: Pick<RoleLack, 'action' | 'answer'> | undefined;
  for (const action of row.actions) {
    const answer = may(role, { action, to: objectOf(used, action), owner: used });
    // What the other account lacks is access/role-not-admitted.
    const isOurs = answer.lacks !== 'resource' || (isTrust && used.account === role.account);
    if (answer.isAllowed === false && isOurs) first ??= { action, answer };
    else if (row.isOneEnough) return undefined;
    if (first !== undefined && !row.isOneEnough) return first;
  }
  return first;
}

function roleAt({ resource, path }: Property, { role }: RolePermission): Resource | undefined {
  if (role === 'function') {
    const lambda = resource.property('FunctionName').target('AWS::Lambda::Function');
    return lambda?.property('Role').target('AWS::IAM::Role');
  }
  const steps = role.startsWith('.') ? [...path.slice(1, -1), role.slice(1)] : stepsOf(role);
  return resource.property(...steps).target('AWS::IAM::Role');
}

/** A task is run by its definition, a function by any of its versions, and a table's stream has an ARN of its own, as the streams of a log group. */
const USED_BY_PARTS: ReadonlySet<string> = new Set(['AWS::ECS::Cluster', 'AWS::Events::ApiDestination', 'AWS::Logs::LogGroup']);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const STREAM_ACTION = /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator)$/;

/** The ARN that an action is about. */
export function objectOf(used: Resource | undefined, action: string): Text {
  if (used === undefined || USED_BY_PARTS.has(used.type)) return [ANYTHING];
  if (used.type === 'AWS::DynamoDB::Table') return [...arnOf(used), ...(STREAM_ACTION.test(action) ? ['/stream/', ANYTHING] : [ANYTHING])];
  // Who names a function may mean a version of it.
  if (used.type === 'AWS::Lambda::Function') return [...arnOf(used), ANYTHING];
  return objectOfAction(used, action);
}
