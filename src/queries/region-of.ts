import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { memoizeByKey } from '../memoize.js';
import { stepsOf } from './steps-of.js';

/** The places at dotted paths below `Properties`, where `*` stands for every element of a list and `{}` for every value of a map. None where a list is not known. */
export function placesAt(resource: Resource, ...paths: readonly string[]): readonly Property[] {
  const found: Property[] = [];
  for (const path of paths) {
    const { first, steps, hasWildcard } = pathOf(path);
    // Most resources do not have the property.
    if (!resource.hasProperty(first)) continue;
    if (hasWildcard) found.push(...steps.reduce(below, [resource.property()]));
    else found.push(resource.property(...steps));
  }
  return found;
}

const pathOf = memoizeByKey((path) => {
  const steps = stepsOf(path);
  return { first: String(steps[0]), steps, hasWildcard: steps.some((step) => step === '*' || step === '{}') };
});

/** The places at a path; where it leads to a list of `Key` and `Value`, the values with this key. */
export function placesWith(resource: Resource, { path, attribute }: { readonly path: string; readonly attribute?: string }) {
  const places = placesAt(resource, path);
  if (attribute === undefined) return places;
  return places.filter((place) => place.get('Key').text === attribute).map((place) => place.get('Value'));
}

/** One step further down from each place. */
function below(places: readonly Property[], step: string | number): readonly Property[] {
  const [only] = places;
  if (places.length === 1 && only !== undefined && step !== '{}' && step !== '*') return [only.get(step)];
  if (step === '{}') return places.flatMap((place) => place.entries?.map(([, value]) => value) ?? []);
  return places.flatMap((place) => (step === '*' ? (place.items ?? []) : [place.get(step)]));
}

/**
 * The region of what a property names by ARN, be it written out or the ARN of a resource here; undefined when it is something else
 * or its region is not known. Custom resources make things in any region, so only resources of the given types count.
 */
export function regionOf(place: Property, types: readonly string[], services: readonly string[]): string | undefined {
  const { reference } = place;
  if (reference !== undefined) return types.includes(reference.resource.type) ? place.arn?.region || undefined : undefined;
  const { arn } = place;
  return arn?.service !== undefined && services.includes(arn.service) ? arn.region || undefined : undefined;
}
