import { ATTACHED_DOCUMENTS, OWN_DOCUMENTS } from '../../facts/policy-documents.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { oncePerResource } from '../../graph/once-per-resource.js';
import { isGivenToCustomResource, isHandledByCustomResource } from '../custom-resources.js';
import { MOST_STATEMENTS, type Policy, policyAt, policyOfStatement } from './statement.js';

/** The policies about a resource, across all stacks; undefined when it may have others. Many checks ask about the same resources. */
export const policiesAbout: (resource: Resource) => readonly Policy[] | undefined = oncePerResource((resource) => {
  const { graph, base, physicalName, type } = resource;
  const { byResource, incomplete } = graph.memo(attachedDocuments);
  const canBeAttached = ATTACHED_TYPES.has(type);
  if (canBeAttached && incomplete.has(type)) return undefined;
  if (graph.mayLackResources(canBeAttached ? undefined : [resource.stack])) return undefined;
  // The trust policy of a role is not what custom resources are given its ARN for.
  if (type !== 'AWS::IAM::Role' && isHandledByCustomResource(resource)) return undefined;
  if (canBeAttached && physicalName !== undefined && isGivenToCustomResource(graph, physicalName)) return undefined;
  const attached = byResource.get(base) ?? [];
  return attached.length > MOST_STATEMENTS ? undefined : [...ownPolicies(resource), ...attached];
});

const ATTACHED_TYPES: ReadonlySet<string> = new Set(ATTACHED_DOCUMENTS.map(({ about }) => about));

function ownPolicies(resource: Resource): readonly Policy[] {
  const steps = OWN_DOCUMENTS[resource.type];
  const document = steps === undefined ? undefined : resource.property(...steps);
  return document === undefined || document.isAbsent ? [] : [policyAt(document)];
}

interface AttachedDocuments {
  readonly byResource: ReadonlyMap<Resource, readonly Policy[]>;
  /** Types of which one may have a policy that is not known to be about it. */
  readonly incomplete: ReadonlySet<string>;
}

function attachedDocuments(graph: ResourceGraph): AttachedDocuments {
  const byResource = new ResourceMap<Policy[]>();
  const incomplete = new Set<string>();
  for (const { type, names, about, document, isStatement } of ATTACHED_DOCUMENTS) {
    for (const holder of graph.resourcesOfType(type)) {
      const { items } = holder.property(names);
      if (items === undefined) incomplete.add(about);
      for (const place of items ?? []) {
        const resource = resourceAt(place, about);
        if (resource === 'unknown') incomplete.add(about);
        else if (resource !== undefined) {
          const policies = byResource.get(resource) ?? [];
          const at = holder.property(document);
          policies.push(isStatement ? policyOfStatement(at) : policyAt(at));
          byResource.set(resource, policies);
        }
      }
    }
  }
  return { byResource, incomplete };
}

/** What a policy is about; undefined when nothing here declares it. */
function resourceAt(place: Property, type: string): Resource | 'unknown' | undefined {
  const target = place.target(type);
  if (target !== undefined || place.reference !== undefined) return target;
  const { text } = place;
  if (text === undefined) return 'unknown';
  // The URL of a queue: https://sqs.us-east-1.amazonaws.com/111122223333/orders
  const url = /^https:\/\/[^/]+\/(\d{12})\/(.+)$/.exec(text);
  if (url === null || type !== 'AWS::SQS::Queue') return undefined;
  const named = place.resource.graph.names.named(url[2] ?? '', [type]);
  return named.find(({ account }) => account === url[1]) ?? (named.length > 0 ? 'unknown' : undefined);
}
