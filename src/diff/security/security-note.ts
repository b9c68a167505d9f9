import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { SecurityChange } from '../report.js';

/** A change of who may do what, or of what protects a resource, before it has its place in a template. */
export interface SecurityNote extends Omit<SecurityChange, 'place'> {
  readonly at: Resource | Stack;
}
