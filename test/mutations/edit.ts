import type { Json } from '../../src/assembly/model.js';
import type { MutableExample } from './mutation.js';

/** Sets what stands below a resource's entry (`Properties`, …); without a value, takes it away. */
export function edit(assembly: MutableExample, stack: string, resource: string, path: readonly (string | number)[], value?: Json): void {
  const steps: readonly (string | number)[] = [stack, 'resources', resource, ...path];
  let place: unknown = assembly;
  for (const step of steps.slice(0, -1)) place = Reflect.get(Object(place), step);
  const last = steps.at(-1) as string | number;
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
}
