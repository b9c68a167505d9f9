import { MANAGED_POLICIES } from '../../facts/managed-policies.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { oncePerResource } from '../../graph/once-per-resource.js';
import { memoize } from '../../memoize.js';
import { MOST_STATEMENTS, type Policy, policyAt } from './statement.js';

/** The policies that say what a role may do, across all stacks; undefined when it may have others. */
export const policiesOf: (role: Resource) => readonly Policy[] | undefined = oncePerResource((role) => {
  const { graph } = role;
  if (graph.mayLackResources([role.stack]) || !graph.memo(attachedPolicies).isComplete) return undefined;
  const [own, attached] = [ownPoliciesOf(role), policiesAttachedTo(role)];
  if (own === undefined || own.length + attached.length > MOST_STATEMENTS) return undefined;
  return [...own, ...attached.map(({ policy }) => policy)];
});

/** The policies that are there as soon as the role is: those that it states. Undefined when one of them is not known. */
export const ownPoliciesOf: (role: Resource) => readonly Policy[] | undefined = oncePerResource((role) => {
  const [inline, managed] = [role.property('Policies').items, role.property('ManagedPolicyArns').items];
  if (inline === undefined || managed === undefined || inline.length + managed.length > MOST_STATEMENTS) return undefined;
  const policies = inline.map((policy) => policyAt(policy.get('PolicyDocument')));
  for (const arn of managed) {
    const policy = managedPolicyAt(arn);
    if (policy === undefined) return undefined;
    policies.push(policy);
  }
  return policies;
});

/** The policies that name the role, which are resources of their own. */
export function policiesAttachedTo(role: Resource): readonly AttachedPolicy[] {
  return role.graph.memo(attachedPolicies).byRole.get(role) ?? [];
}

/** The policy documents that a role has for certain; it may have others. */
export const knownPoliciesOf: (role: Resource) => readonly Policy[] = oncePerResource((role) => {
  const inline = role.property('Policies').items ?? [];
  const managed = role.property('ManagedPolicyArns').items ?? [];
  return [
    ...inline.map((policy) => policyAt(policy.get('PolicyDocument'))),
    ...managed.flatMap((arn) => managedPolicyAt(arn) ?? []),
    ...policiesAttachedTo(role).map(({ policy }) => policy),
  ];
});

/** The boundary that a role's own policies cannot go beyond: none, one, or undefined when it is not known. */
export const boundaryOf: (role: Resource) => readonly Policy[] | undefined = oncePerResource((role) => {
  const boundary = role.property('PermissionsBoundary');
  if (boundary.isAbsent) return [];
  const policy = managedPolicyAt(boundary);
  return policy === undefined ? undefined : [policy];
});

/** A managed policy that is declared here, or one of AWS that is known by name. */
function managedPolicyAt(arn: Property): Policy | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn.textWith(''))?.[1];
  if (name !== undefined) return policiesOfAws().get(name);
  const declared = arn.target('AWS::IAM::ManagedPolicy');
  return declared === undefined ? undefined : policyAt(declared.property('PolicyDocument'));
}

const policiesOfAws = memoize((): ReadonlyMap<string, Policy> => {
  const resource = { isExclusion: false, elements: [['*']] };
  return new Map(
    [...MANAGED_POLICIES].map(([name, elements]) => {
      const statement = {
        at: undefined,
        effect: 'Allow',
        principals: undefined,
        condition: undefined,
        action: { isExclusion: false, elements },
        resource,
      };
      return [name, { isCertain: true, statements: [statement] }];
    }),
  );
});

export interface AttachedPolicy {
  readonly holder: Resource;
  readonly policy: Policy;
}

interface AttachedPolicies {
  /** By the roles that the policies name. */
  readonly byRole: ReadonlyMap<Resource, readonly AttachedPolicy[]>;
  /** False when it is not known which role one of them names. */
  readonly isComplete: boolean;
}

function attachedPolicies(graph: ResourceGraph): AttachedPolicies {
  const byRole = new ResourceMap<AttachedPolicy[]>();
  let isComplete = true;
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']) {
    for (const holder of graph.resourcesOfType(type)) {
      const roles = type === 'AWS::IAM::RolePolicy' ? [holder.property('RoleName')] : holder.property('Roles').items;
      isComplete &&= roles !== undefined && !roles.some(({ isUnknown }) => isUnknown);
      for (const role of roles ?? []) {
        const target = role.target('AWS::IAM::Role');
        if (target === undefined) continue;
        const attached = byRole.get(target) ?? [];
        attached.push({ holder, policy: policyAt(holder.property('PolicyDocument')) });
        byRole.set(target, attached);
      }
    }
  }
  return { byRole, isComplete };
}
