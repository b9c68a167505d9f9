import type { Json, JsonObject } from '../../assembly/model.js';

/** Whether two JSON values are equal; the order of an object's keys does not count. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) if (!sameJson(one[index], other[index])) return false;
    return true;
  }
  if (Array.isArray(other)) return false;
  let keys = 0;
  for (const key in one as JsonObject) {
    if (!Object.hasOwn(other, key) || !sameJson((one as JsonObject)[key], (other as JsonObject)[key])) return false;
    keys++;
  }
  for (const _ in other as JsonObject) keys--;
  return keys === 0;
}
