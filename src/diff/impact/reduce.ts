import type { Json } from '../../assembly/model.js';
import { getAttArguments, intrinsicOf } from '../../graph/model/json.js';

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
