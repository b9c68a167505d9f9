import { isObject } from '../../assembly/json.js';
import type { Json } from '../../assembly/model.js';
import type { TemplatePath } from '../../graph/model/property.js';

/**
 * Other tools write `Properties.Tags.0.Key`, `Properties/Tags/0/Key` or `Properties.Tags[0].Key`, and do not say which dots belong to a key.
 * What the template has decides; steps that it does not have (a property that is missing) are taken as they stand.
 */
export function toTemplatePath(root: Json | undefined, written: string): TemplatePath {
  const separator = /[./]/.exec(written)?.[0] ?? '.';
  const parts = written
    .replace(/\[['"]?([^[\]'"]*)['"]?\]/g, `${separator}$1`)
    .split(separator)
    .filter((part) => part !== '');
  const path: (string | number)[] = [];
  let value = root;
  for (let index = 0; index < parts.length; ) {
    const { step, count } = nextStep(value, parts, index, separator);
    path.push(step);
    value = below(value, step);
    index += count;
  }
  return path;
}

interface Step {
  readonly step: string | number;
  /** How many of the parts it is made of. */
  readonly count: number;
}

/** The most dots that a key is taken to have. */
const MAX_KEY_DOTS = 20;

function nextStep(value: Json | undefined, parts: readonly string[], index: number, separator: string): Step {
  const first = parts[index] ?? '';
  if (Array.isArray(value)) return { step: /^\d+$/.test(first) ? Number(first) : first, count: 1 };
  if (isObject(value)) {
    for (let count = 1; count <= Math.min(parts.length - index, MAX_KEY_DOTS + 1); count++) {
      const key = parts.slice(index, index + count).join(separator);
      if (Object.hasOwn(value, key)) return { step: key, count };
    }
  }
  return { step: value === undefined && /^\d+$/.test(first) ? Number(first) : first, count: 1 };
}

function below(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)] as Json | undefined;
  return isObject(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}
