import { USED_BY_ROLES, type UsedByRoles } from '../../facts/admission/used-by-roles.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { secretAt } from '../secrets.js';
import { policiesAbout } from './about.js';
import { decide, isAllowed } from './decide.js';
import { mayInvokeFrom } from './function-permissions.js';
import { type Principal, rolePrincipal } from './principal.js';
import { hasSeveralAccounts } from './several-accounts.js';
import { coversAction, policyAt, type Statement } from './statement.js';
import { objectOfAction } from './texts.js';

/** A permission of a role to use something of another account, which does not let the role in. */
export interface UselessGrant {
  /** Where the resource is named in the role's policy. */
  readonly at: Property;
  readonly callee: Resource;
  readonly row: UsedByRoles;
  /** What the role may do and the callee does not allow, each of it. */
  readonly actions: readonly string[];
}

/** Permissions in a role, or in a policy of roles, that another account certainly does not grant: one for each resource. */
export function uselessGrantsOf(holder: Resource): readonly UselessGrant[] {
  if (!holder.graph.memo(hasSeveralAccounts)) return [];
  const documents = holder.type === 'AWS::IAM::Role' ? (holder.property('Policies').items ?? []) : [holder.property()];
  const found = new ResourceMap<UselessGrant>();
  for (const statement of documents.flatMap((place) => policyAt(place.get('PolicyDocument')).statements ?? [])) {
    for (const at of statement.effect === 'Allow' ? (statement.at?.get('Resource').items ?? []) : []) {
      const callee = calleeAt(at);
      const grant = callee === undefined || found.has(callee) ? undefined : uselessGrant(holder, statement, at, callee);
      if (grant !== undefined) found.set(grant.callee, grant);
    }
  }
  return [...found.values()];
}

function uselessGrant(holder: Resource, statement: Statement, at: Property, callee: Resource): UselessGrant | undefined {
  const row = USED_BY_ROLES[callee.type];
  const { account } = holder;
  if (row === undefined || account === undefined || callee.account === undefined || account === callee.account) return undefined;
  const actions = row.actions.filter((action) => coversAction(statement, action.toLowerCase()) === true);
  const roles = rolesOf(holder);
  if (actions.length === 0 || roles.length === 0 || callee.hasProperty('AccessControl')) return undefined;
  const isUseless = callee.type === 'AWS::Lambda::Function' ? mayInvokeFrom(callee, account) === false : isRefused(callee, actions, roles);
  return isUseless ? { at, callee, row, actions } : undefined;
}

/** Whether the policies about a resource allow none of the roles any of the actions, for certain. */
function isRefused(callee: Resource, actions: readonly string[], roles: readonly Principal[]): boolean {
  const policies = policiesAbout(callee);
  if (policies === undefined) return false;
  return actions.every((action) => {
    const request = { action, resource: objectOfAction(callee, action), context: new Map() };
    return roles.every((principal) => isAllowed(decide(policies, { ...request, principal })) === false);
  });
}

/** None when one of them is not declared here. */
function rolesOf(holder: Resource): readonly Principal[] {
  if (holder.type === 'AWS::IAM::Role') return [rolePrincipal(holder, true)];
  const places = holder.type === 'AWS::IAM::RolePolicy' ? [holder.property('RoleName')] : (holder.property('Roles').items ?? []);
  const roles = places.map((place) => place.target('AWS::IAM::Role'));
  return roles.every((role) => role !== undefined) ? roles.map((role) => rolePrincipal(role, true)) : [];
}

function calleeAt(at: Property): Resource | undefined {
  const callee = secretAt(at) ?? at.target(...Object.keys(USED_BY_ROLES));
  return callee?.existence === 'certain' ? callee : undefined;
}
