import type { Property } from '../graph/property.js';
import type { Resource } from '../graph/resource.js';

/** The places at a dotted path below `Properties`, where `*` stands for every element of a list. None where a list is not known. */
export function placesAt(resource: Resource, path: string): readonly Property[] {
  const dot = path.indexOf('.');
  const first = dot === -1 ? path : path.slice(0, dot);
  // Most resources do not have the property.
  if (!resource.writes(first)) return [];
  const [, ...steps] = path.split('.');
  return steps.reduce<readonly Property[]>(
    (places, step) => places.flatMap((place) => (step === '*' ? (place.items ?? []) : [place.get(step)])),
    [resource.property(first)],
  );
}

/**
 * The region of what a property names by ARN, be it written out or the ARN of a resource here; undefined when it is something else
 * or its region is not known. Custom resources make things in any region, so only resources of the given types count.
 */
export function regionOf({ reference, arn }: Property, types: readonly string[], services: readonly string[]): string | undefined {
  if (reference !== undefined) return types.includes(reference.resource.type) ? arn?.region || undefined : undefined;
  return arn?.service !== undefined && services.includes(arn.service) ? arn.region || undefined : undefined;
}
