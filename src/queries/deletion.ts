import { DELETION_PROTECTION } from '../facts/deletion-protection.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';

/** What becomes of a resource when its stack is deleted. */
export type Fate = 'deleted' | 'snapshot' | 'retained';

const FATES: ReadonlyMap<string, Fate> = new Map([
  ['Delete', 'deleted'],
  ['Snapshot', 'snapshot'],
  ['Retain', 'retained'],
  ['RetainExceptOnCreate', 'retained'],
]);

/**
 * What the resource's own `DeletionPolicy` says; undefined when that is not known.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function ownFateOf(resource: Resource): Fate | undefined {
  const policy = resource.attribute('DeletionPolicy');
  if (!policy.isAbsent) return policy.text === undefined ? undefined : FATES.get(policy.text);
  return resource.type === 'AWS::RDS::DBCluster' || (resource.type === 'AWS::RDS::DBInstance' && !isClusterInstance(resource))
    ? 'snapshot'
    : 'deleted';
}

/** The same, with the nested stack counted in that it is part of: one that is retained keeps all its resources. */
export function fateOf(resource: Resource): Fate | undefined {
  return isRetainedAbove(resource) ? 'retained' : ownFateOf(resource);
}

/** Whether a nested stack around the resource is retained. */
export function isRetainedAbove({ graph, stack }: Resource): boolean {
  const nested = stack.parent && graph.resource(stack.parent.stack, stack.parent.logicalId);
  return nested !== undefined && fateOf(nested) === 'retained';
}

export interface Protection {
  /** The property that switches it on or off. */
  readonly at: Property;
  /** Undefined when it is not known. */
  readonly isOn: boolean | undefined;
  /** What the service answers to an attempt to delete the resource. */
  readonly answer: string | undefined;
}

/** The deletion protection of a resource: the part of it that is on, when there are several. Undefined for types without one. */
export function protectionOf(resource: Resource): Protection | undefined {
  const table = DELETION_PROTECTION.get(resource.type);
  // Instances of a cluster are protected with it, not on their own.
  if (table === undefined || isClusterInstance(resource)) return undefined;
  const found = placesBelow(resource.property(), table.path).map((at) => ({
    at,
    isOn: at.isAbsent ? table.byDefault : at.text === undefined ? undefined : at.text.toLowerCase() === table.on,
    answer: table.answer,
  }));
  return found.find(({ isOn }) => isOn) ?? found.find(({ isOn }) => isOn === undefined) ?? found[0];
}

/** The places that a path of the table leads to. A list of `Key`s and `Value`s is gone through by key. */
function placesBelow(start: Property, path: readonly string[]): readonly Property[] {
  let place = start;
  for (const [index, step] of path.entries()) {
    const rest = path.slice(index + 1);
    if (step === 'LoadBalancerAttributes') {
      const attribute = place.get(step).items?.find((item) => item.get('Key').text === rest.join('.'));
      return attribute === undefined ? [place.get(step)] : [attribute.get('Value')];
    }
    if (step === '*') return place.items?.flatMap((item) => placesBelow(item, rest)) ?? [place];
    place = place.get(step);
  }
  return [place];
}

/** Whether it is an instance of a database cluster, which holds the data. */
export function isClusterInstance(resource: Resource): boolean {
  return resource.type.endsWith('::DBInstance') && !resource.property('DBClusterIdentifier').isAbsent;
}

/** As a person would call it: `DBCluster orders`. */
export function labelOf(resource: Resource): string {
  const { type } = resource;
  return `${type.slice(type.lastIndexOf(':') + 1)} ${resource.physicalName ?? resource.displayName}`;
}
