import { isObject, own, ownString } from './json.js';
import type { MetadataEntry } from './metadata.js';
import type { Json, JsonObject } from './model.js';

export type EntriesByPath = ReadonlyMap<string, readonly MetadataEntry[]>;

/** Joins the metadata of the manifest (before CDK 2.246) and of the file beside it (since). Entries of an unknown shape are left out. */
export function readEntries(sections: readonly JsonObject[]): EntriesByPath {
  const entries = new Map<string, MetadataEntry[]>();
  for (const section of sections) {
    for (const [absolute, list] of Object.entries(section)) {
      if (!Array.isArray(list)) continue;
      const path = withoutLeadingSlash(absolute);
      const known = entries.get(path);
      entries.set(path, known === undefined ? readList(list) : [...known, ...readList(list)]);
    }
  }
  return entries;
}

export function withoutLeadingSlash(path: string): string {
  return path.startsWith('/') ? path.slice(1) : path;
}

function readList(list: readonly Json[]): MetadataEntry[] {
  const entries: MetadataEntry[] = [];
  for (const value of list) {
    const type = isObject(value) ? ownString(value, 'type') : undefined;
    if (!isObject(value) || type === undefined) continue;
    const trace = own(value, 'trace');
    entries.push({ type, data: own(value, 'data'), trace: isListOfStrings(trace) ? trace : undefined });
  }
  return entries;
}

function isListOfStrings(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
