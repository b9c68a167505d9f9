import { ROLE_PERMISSIONS, type RolePermission } from '../../facts/admission/role-permissions.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { placesAt } from '../region-of.js';
import { stepsOf } from '../steps-of.js';
import { keyAt } from './callee-at.js';
import { ANYTHING, type Text } from './pattern.js';
import { type Answer, mayRole, mayRoleUseKey } from './role-access.js';
import { arnOf } from './texts.js';

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
  // Rows of one type are about few paths.
  const places = new Map<string, readonly Property[]>();
  const lacking = new Set<string>();
  for (const row of ROLE_PERMISSIONS[resource.type] ?? []) {
    const found = places.get(row.path) ?? placesAt(resource, row.path);
    places.set(row.path, found);
    // Whoever grants the use of a queue with the CDK grants that of its key.
    if (row.key !== undefined && lacking.has(row.path)) continue;
    const lack = firstLack(found, row);
    if (lack === undefined) continue;
    lacking.add(row.path);
    yield lack;
  }
}

function firstLack(places: readonly Property[], row: RolePermission): RoleLack | undefined {
  for (const at of places) {
    const named = row.of === undefined ? undefined : at.target(row.of);
    if (row.of !== undefined && named?.existence !== 'certain') continue;
    const used = row.key === undefined ? named : named && keyAt(named.property(...stepsOf(row.key)));
    if (row.key !== undefined && used === undefined) continue;
    if (row.mentions?.test(at.textWith('')) === false) continue;
    const role = roleAt(at, row);
    if (role?.existence !== 'certain') continue;
    for (const action of row.actions) {
      const may = row.key === undefined ? mayRole : mayRoleUseKey;
      const answer = may(role, { action, to: objectOf(used, action), owner: used });
      // What the other account lacks is access/role-not-admitted.
      if (answer.isAllowed === false && answer.lacks !== 'resource') return { row, at, role, used, action, answer };
    }
  }
  return undefined;
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

function objectOf(used: Resource | undefined, action: string): Text {
  if (used === undefined || USED_BY_PARTS.has(used.type)) return [ANYTHING];
  if (used.type === 'AWS::DynamoDB::Table') return [...arnOf(used), '/stream/', ANYTHING];
  return action.endsWith('Object') ? [...arnOf(used), '/', ANYTHING] : arnOf(used);
}
