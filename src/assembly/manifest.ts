import { isObject, own, ownList, ownObject, ownString } from './json.js';
import type { Json, JsonObject, MissingContext } from './model.js';

/** A manifest with its parts checked for shape, and nothing else. */
export interface Manifest {
  readonly version: string | undefined;
  readonly artifacts: ReadonlyMap<string, Artifact>;
  readonly missing: readonly MissingContext[];
  /** Sentences about parts that cannot be used. */
  readonly problems: readonly string[];
}

/** Where a manifest is. */
export interface ManifestPlace {
  /** Its folder below the root; empty for the root. */
  readonly directory: string;
  /** The file itself, below the root. */
  readonly manifestPath: string;
}

export interface Artifact {
  readonly id: string;
  readonly type: string | undefined;
  readonly properties: JsonObject;
  readonly dependencies: readonly string[];
  readonly raw: JsonObject;
}

const NOTHING: JsonObject = {};

export function readManifest(manifest: JsonObject): Manifest {
  const problems: string[] = [];
  const artifacts = new Map<string, Artifact>();
  const section = own(manifest, 'artifacts');
  if (isObject(section)) {
    for (const [id, raw] of Object.entries(section)) {
      if (isObject(raw)) artifacts.set(id, readArtifact(id, raw));
      else problems.push(`artifact \`${id}\` is not an object and is left out`);
    }
  } else if (section !== undefined) {
    problems.push('`artifacts` is not an object: no stack can be read from it');
  }
  return { version: ownString(manifest, 'version'), artifacts, missing: ownList(manifest, 'missing').flatMap(readMissing), problems };
}

function readArtifact(id: string, raw: JsonObject): Artifact {
  return {
    id,
    type: ownString(raw, 'type'),
    properties: ownObject(raw, 'properties') ?? NOTHING,
    dependencies: [...new Set(ownList(raw, 'dependencies'))].filter((name) => typeof name === 'string'),
    raw,
  };
}

function readMissing(entry: Json): readonly MissingContext[] {
  if (!isObject(entry)) return [];
  const key = ownString(entry, 'key');
  if (key === undefined) return [];
  const dummy = own(ownObject(entry, 'props') ?? NOTHING, 'dummyValue');
  const dummies = [dummy].flat().filter((value) => typeof value === 'string' && value !== '') as readonly string[];
  return [{ key, provider: ownString(entry, 'provider') ?? 'unknown', dummies }];
}
