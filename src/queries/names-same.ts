import type { Property } from '../graph/model/property.js';

/** Whether two properties name one thing for certain: by reference, or as the same text. */
export function nameTheSame(one: Property, other: Property): boolean {
  const [named, alsoNamed] = [one.reference?.resource, other.reference?.resource];
  if (named !== undefined || alsoNamed !== undefined) return named?.base === alsoNamed?.base;
  return one.text !== undefined && one.text === other.text;
}
