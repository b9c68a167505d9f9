import type { Resource } from './resource.js';

/** Values by resource: what is assumed of a resource makes it no other one. */
export class ResourceMap<T> extends Map<Resource, T> {
  override get(resource: Resource): T | undefined {
    return super.get(resource.base);
  }

  override has(resource: Resource): boolean {
    return super.has(resource.base);
  }

  override set(resource: Resource, value: T): this {
    return super.set(resource.base, value);
  }
}
