import { createHash } from 'node:crypto';
import type { PlaceParts } from './place.js';

/** Gives each finding a name that stays when lines and folders change. Findings that are alike are numbered in their order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  next(checkId: string, { stack, resource, propertyPath, constructPath }: PlaceParts): string {
    const { account = '', region = '' } = stack.environment;
    const other = constructPath === undefined ? ['stack', stack.name] : ['construct', constructPath];
    const subject = resource === undefined ? other : subjectOf(resource);
    const key = JSON.stringify([account, region, ...subject, propertyPath.map(String), checkId]);
    const earlier = this.#seen.get(key) ?? 0;
    this.#seen.set(key, earlier + 1);
    return createHash('sha256')
      .update(earlier === 0 ? key : `${key}#${earlier + 1}`)
      .digest('hex')
      .slice(0, 32);
  }
}

/** A logical id says little without its stack; a construct path holds it. */
function subjectOf({ constructPath, logicalId, stack }: NonNullable<PlaceParts['resource']>): readonly string[] {
  return constructPath === undefined ? ['resource', stack.name, logicalId] : ['construct', constructPath];
}
