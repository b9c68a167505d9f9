import type { RolePermission } from '../../facts/admission/role-permission.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { policiesAbout } from './about.js';
import { decide } from './decide.js';
import { ownPoliciesOf, policiesAttachedTo } from './of-role.js';
import { objectOf, roleUsesOf } from './role-lacks.js';

/** A role that gets what a service tests from policies that are not there for certain when it is tested. */
export interface LateRolePolicy {
  readonly row: RolePermission;
  readonly at: Property;
  readonly role: Resource;
  readonly action: string;
  /** The policies that allow it, resources of the same deployed stack. */
  readonly holders: readonly Resource[];
}

/** One for each row that applies, by its first place. */
export function* lateRolePoliciesOf(resource: Resource): Generator<LateRolePolicy> {
  const done = new Set<RolePermission>();
  for (const { row, at, role, used } of roleUsesOf(resource)) {
    // The policy of a key may allow its use as well.
    if (!row.fails || row.key !== undefined || done.has(row)) continue;
    const late = lateFor(resource, role, used, row);
    if (late === undefined) continue;
    done.add(row);
    yield { row, at, role, ...late };
  }
}

function lateFor(
  resource: Resource,
  role: Resource,
  used: Resource | undefined,
  { actions }: RolePermission,
): Pick<LateRolePolicy, 'action' | 'holders'> | undefined {
  const attached = policiesAttachedTo(role);
  if (!attached.some(({ holder }) => mayBeLate(holder, resource))) return undefined;
  const own = used !== undefined && policiesAbout(used)?.length !== 0 ? undefined : ownPoliciesOf(role);
  if (own === undefined) return undefined;
  for (const action of actions) {
    const request = { action, resource: objectOf(used, action), context: new Map() };
    if (decide(own, request).allows !== false) continue;
    const holders = attached.filter(({ policy }) => decide([policy], request).allows !== false).map(({ holder }) => holder);
    if (holders.length > 0 && holders.every((holder) => mayBeLate(holder, resource))) return { action, holders };
  }
  return undefined;
}

/** Of another deployed stack, the order of the stacks says more than a missing dependency. */
function mayBeLate(holder: Resource, resource: Resource): boolean {
  return rootStackOf(holder.stack) === rootStackOf(resource.stack) && !resource.graph.order.createdBefore(holder, resource);
}
