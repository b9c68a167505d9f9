import type { JsonObject } from '../../src/assembly/model.js';

/** Sets what stands at a path of property names and indexes, `*` for the first of a list, and makes what is missing on the way. */
export function put(target: object, path: string, value: unknown): void {
  const steps = path.replaceAll('*', '0').split('.');
  let place: object = target;
  for (const [index, step] of steps.slice(0, -1).entries()) {
    if (Reflect.get(place, step) === undefined) Reflect.set(place, step, /^\d+$/.test(steps[index + 1] ?? '') ? [] : {});
    place = Object(Reflect.get(place, step));
  }
  Reflect.set(place, steps.at(-1) ?? '', value);
}

/** Properties that are set at paths. */
export function propertiesWith(...set: readonly (readonly [path: string, value: unknown])[]): JsonObject {
  const properties = {};
  for (const [path, value] of set) put(properties, path, value);
  return properties;
}
