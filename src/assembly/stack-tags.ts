import { isObject, ownObject, ownString } from './json.js';
import type { Artifact } from './manifest.js';
import type { EntriesByPath } from './metadata-entries.js';

/** Tags of the stack itself. Old manifests have them as metadata, spelled `{ Key, Value }` (v1, from Python and Java) or `{ key, value }`. */
export function readStackTags(artifact: Artifact, entries: () => EntriesByPath): ReadonlyMap<string, string> {
  const tags = ownObject(artifact.properties, 'tags');
  if (tags !== undefined) return stringsOf(Object.entries(tags));
  const lists = [...entries().values()].flat().filter(({ type }) => type === 'aws:cdk:stack-tags');
  const pairs = lists.flatMap(({ data }) => (Array.isArray(data) ? data : [])).filter(isObject);
  return stringsOf(
    pairs.map((tag) => [ownString(tag, 'Key') ?? ownString(tag, 'key'), ownString(tag, 'Value') ?? ownString(tag, 'value')]),
  );
}

/** Keeps the pairs of which both parts are there; numbers and booleans become text, as CloudFormation takes them. */
export function stringsOf(pairs: readonly (readonly [string | undefined, unknown])[]): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (key !== undefined && ['string', 'number', 'boolean'].includes(typeof value)) strings.set(key, String(value));
  }
  return strings;
}
