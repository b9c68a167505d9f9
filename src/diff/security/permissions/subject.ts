import type { Texts } from '../texts.js';
import type { Grant } from './grant.js';

/** Who gets the permission; for everyone and for services, what they get it on. */
export function subjectOf({ principal, resource, origin }: Grant, texts: Texts): string {
  const named = [...principal.values, ...resource.values].find((text) => texts.resourceIn(text) !== undefined);
  if (named === undefined) return principal.values[0] ?? origin;
  return texts.subject(named);
}
