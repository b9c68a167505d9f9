import { sha256 } from '../sha256.js';
import type { PlaceParts } from './place.js';
import type { PropertyPath } from './report.js';

/**
 * Gives each finding what its name is made of: what stays when lines, folders and the order of lists change. Findings that are alike, such as
 * those of two elements of a list, are numbered in their order.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  next(checkId: string, { stack, resource, propertyPath, constructPath }: PlaceParts): string {
    const { account = '', region = '' } = stack.environment;
    const other = constructPath === undefined ? ['stack', stack.name] : ['construct', constructPath];
    const subject = resource === undefined ? other : subjectOf(resource);
    const key = JSON.stringify([account, region, ...subject, withoutPositions(propertyPath), checkId]);
    const earlier = this.#seen.get(key) ?? 0;
    this.#seen.set(key, earlier + 1);
    return earlier === 0 ? key : `${key}#${earlier + 1}`;
  }
}

/** The name that reports give a finding. */
export function fingerprintOf(key: string): string {
  return sha256().update(key).digest('hex').slice(0, 32);
}

/** A logical id says little without its stack; a construct path holds it. */
function subjectOf({ constructPath, logicalId, stack }: NonNullable<PlaceParts['resource']>): readonly string[] {
  return constructPath === undefined ? ['resource', stack.name, logicalId] : ['construct', constructPath];
}

/** Elements of a list have the place of the list. Branches of an `Fn::If` stay two places. */
function withoutPositions(path: PropertyPath): readonly string[] {
  return path.map((step, index) => (typeof step === 'number' && path[index - 1] !== 'Fn::If' ? '' : String(step)));
}
