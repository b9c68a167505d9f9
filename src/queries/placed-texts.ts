import type { Json } from '../assembly/model.js';
import { isObject } from '../graph/model/json.js';
import type { TemplatePath } from '../graph/model/property.js';

export interface PlacedText {
  readonly text: string;
  readonly path: TemplatePath;
}

/** The texts below a place as they are written, functions' arguments included, in the order of the template. */
export function* placedTexts(value: Json | undefined, path: TemplatePath): Generator<PlacedText> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* placedTexts(item as Json, [...path, index]);
  else if (isObject(value)) for (const key of Object.keys(value)) yield* placedTexts(value[key], [...path, key]);
}
