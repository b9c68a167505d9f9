import type { Json, JsonObject } from '../../assembly/model.js';
import { getAttArguments, intrinsicOf, isObject, own } from '../../graph/model/json.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { Differences } from '../compare/differences.js';

/** New logical ids of a template's resources, by their old ones. */
export type Renaming = ReadonlyMap<string, string>;

/** The entry as it would be written with the new logical ids, so that a grant to a renamed role is still that grant. */
export function renameIn(raw: Json, renaming: Renaming): Json {
  if (renaming.size === 0 || typeof raw !== 'object' || raw === null) return raw;
  if (Array.isArray(raw)) return raw.map((item) => renameIn(item as Json, renaming));
  const [name, argument] = intrinsicOf(raw) ?? [];
  const renamed = (logicalId: string): string => renaming.get(logicalId) ?? logicalId;
  if (name === 'Ref' && typeof argument === 'string') return { Ref: renamed(argument) };
  if (name === 'Fn::GetAtt' && argument !== undefined) {
    const parts = getAttArguments(argument);
    if (parts !== undefined) return { 'Fn::GetAtt': [renamed(parts[0]), parts[1]] };
  }
  if (name === 'Fn::Sub') {
    const rename = (text: Json): Json =>
      typeof text === 'string'
        ? text.replace(/\$\{([A-Za-z0-9]+)([.}])/g, (_, id: string, end: string) => `\${${renamed(id)}${end}`)
        : text;
    if (Array.isArray(argument)) return { 'Fn::Sub': [rename(argument[0] as Json), renameIn(argument[1] as Json, renaming)] };
    return { 'Fn::Sub': rename(argument as Json) };
  }
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, renameIn(value, renaming)]));
}

/** The entry of after, with what only its form changed of written as in before. */
export function withFormOf(after: Resource, { folded }: Differences, renaming: Renaming): JsonObject {
  let entry: Json = after.raw;
  for (const { path, before, as } of folded) {
    if (as !== 'order' && before !== undefined) entry = replaceAt(entry, path, renameIn(before, renaming));
  }
  return isObject(entry) ? entry : after.raw;
}

function replaceAt(raw: Json | undefined, [step, ...rest]: TemplatePath, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(raw)) {
    const copy = [...(raw as readonly Json[])];
    copy[Number(step)] = replaceAt(copy[Number(step)], rest, value);
    return copy;
  }
  const entries = isObject(raw) ? Object.entries(raw).filter(([key]) => key !== step) : [];
  return Object.fromEntries([...entries, [String(step), replaceAt(own(raw, String(step)), rest, value)]]);
}
