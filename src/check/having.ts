import type { ResourceCheck } from './check.js';

/** For `among`: the resources that have one of these top-level properties, whatever its value. */
export function having(...properties: readonly string[]): NonNullable<ResourceCheck['among']> {
  return () => ({ has: (resource) => properties.some((property) => resource.hasProperty(property)) });
}
