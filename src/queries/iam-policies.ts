import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** One statement of a policy document. */
export interface Statement {
  readonly at: Property;
  readonly effect: string | undefined;
  /** Undefined where they are not all known, or are said by exclusion. */
  readonly actions: readonly string[] | undefined;
  readonly resources: readonly Property[] | undefined;
}

/** The statements of a policy document; undefined when it is not known which there are. */
export function statementsOf(document: Property): readonly Statement[] | undefined {
  const { items } = document.get('Statement');
  if (items?.some((item) => item.entries === undefined)) return undefined;
  return items?.map((at) => ({
    at,
    effect: at.get('Effect').text,
    actions: at.get('NotAction').isAbsent ? textsIn(at.get('Action')) : undefined,
    resources: at.get('NotResource').isAbsent ? at.get('Resource').items : undefined,
  }));
}

function textsIn({ items }: Property): readonly string[] | undefined {
  const texts = items?.map(({ text }) => text);
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}

/** The policy documents that a role has, over all stacks; undefined when it may have more than the graph shows. */
export function documentsOf(role: Resource): readonly Property[] | undefined {
  const inline = role.property('Policies').items;
  const managed = role.property('ManagedPolicyArns').items;
  if (inline === undefined || managed === undefined || role.graph.hasUnexpandedMacros(role.stack)) return undefined;
  const isShown = managed.every((arn) => arn.target('AWS::IAM::ManagedPolicy') !== undefined);
  return isShown && role.graph.memo(indexAttachedPolicies).isComplete ? knownDocumentsOf(role) : undefined;
}

/** The policy documents that a role has for certain; it may have others. */
export function knownDocumentsOf(role: Resource): readonly Property[] {
  const inline = role.property('Policies').items ?? [];
  const managed = (role.property('ManagedPolicyArns').items ?? []).map((arn) => arn.target('AWS::IAM::ManagedPolicy'));
  return [
    ...inline.map((policy) => policy.get('PolicyDocument')),
    ...managed.flatMap((policy) => (policy === undefined ? [] : [policy.property('PolicyDocument')])),
    ...(role.graph.memo(indexAttachedPolicies).documents.get(role.base) ?? []),
  ];
}

interface AttachedPolicies {
  /** By the roles that the policies name. */
  readonly documents: ReadonlyMap<Resource, readonly Property[]>;
  /** False when it is not known which role one of them names. */
  readonly isComplete: boolean;
}

function indexAttachedPolicies(graph: ResourceGraph): AttachedPolicies {
  const documents = new Map<Resource, Property[]>();
  let isComplete = true;
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']) {
    for (const policy of graph.resourcesOfType(type)) {
      const roles = type === 'AWS::IAM::RolePolicy' ? [policy.property('RoleName')] : policy.property('Roles').items;
      isComplete &&= roles !== undefined && !roles.some(({ isUnknown }) => isUnknown);
      for (const role of roles ?? []) {
        const target = role.target('AWS::IAM::Role');
        if (target === undefined) continue;
        const attached = documents.get(target) ?? [];
        attached.push(policy.property('PolicyDocument'));
        documents.set(target, attached);
      }
    }
  }
  return { documents, isComplete };
}

/** Whether a pattern of a policy (`s3:Get*`, with `?` for one character) covers a text, or all that another pattern covers. Actions: pass both in lower case. */
export function isCovered(pattern: string, text: string): boolean {
  let [p, t, star, retry] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') [star, retry] = [p++, t];
    else if (pattern[p] === text[t] || (pattern[p] === '?' && text[t] !== '*')) [p, t] = [p + 1, t + 1];
    else if (star >= 0) [p, t] = [star + 1, ++retry];
    else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether some statement allows an action on what `isMeant` says of a resource. What is not known counts as allowed. */
export function mayAllow(documents: readonly Property[], action: string, isMeant: (resource: Property) => boolean): boolean {
  return documents.some((document) => {
    const statements = statementsOf(document);
    return (
      statements === undefined ||
      statements.some(
        ({ effect, actions, resources }) =>
          effect !== 'Deny' &&
          (actions === undefined || actions.some((pattern) => isCovered(pattern.toLowerCase(), action.toLowerCase()))) &&
          (resources === undefined || resources.some(isMeant)),
      )
    );
  });
}
