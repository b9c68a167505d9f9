import type { Resource } from './model/resource.js';

/** Reads once what several checks ask of a resource, or of a view of one. */
export function oncePerResource<T>(read: (resource: Resource) => T): (resource: Resource) => T {
  // A weak map of half a million resources would take most of the time of a run.
  const ofGraph = (): Map<Resource, T> => new Map();
  const ofViews = new WeakMap<Resource, T>();
  return (resource) => {
    const known = resource.base === resource ? resource.graph.memo(ofGraph) : ofViews;
    let found = known.get(resource);
    if (found === undefined && !known.has(resource)) {
      found = read(resource);
      known.set(resource, found);
    }
    return found as T;
  };
}
