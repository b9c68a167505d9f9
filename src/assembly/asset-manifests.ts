import { memoize } from '../memoize.js';
import { type AssetRecord, readAssetManifest } from './assets.js';
import { MISSING } from './files.js';
import { ownString } from './json.js';
import type { Loading } from './loading.js';
import type { Artifact, Manifest, ManifestPlace } from './manifest.js';
import type { Asset } from './model.js';

/** The assets of one asset manifest, read when first asked. */
export interface AssetList {
  readonly assets: () => readonly Asset[];
  /** Where the asset with a hash is, as written in the asset manifest. */
  readonly storedAt: (hash: string) => string | undefined;
}

/** By artifact id. */
export type AssetManifests = ReadonlyMap<string, AssetList>;

/** Looks for the files of asset manifests now, so that a missing one is reported, and leaves reading them for later. */
export function findAssetManifests(loading: Loading, place: ManifestPlace, manifest: Manifest): AssetManifests {
  const found = new Map<string, AssetList>();
  for (const artifact of manifest.artifacts.values()) {
    if (artifact.type !== 'cdk:asset-manifest') continue;
    found.set(artifact.id, makeAssetList(loading, place.directory, findRecords(loading, place, artifact)));
  }
  return found;
}

export function makeAssetList(loading: Loading, directory: string, read: () => readonly AssetRecord[]): AssetList {
  const records = memoize(read);
  const byHash = memoize(() => new Map(records().flatMap((record) => record.hashes.map((hash) => [hash, record.stored]))));
  const assets = memoize(() => records().map((record) => describeAsset(loading, directory, record)));
  return { assets, storedAt: (hash) => byHash().get(hash) };
}

function findRecords(loading: Loading, place: ManifestPlace, artifact: Artifact): () => readonly AssetRecord[] {
  const nothing = (problem: string, path: string): readonly AssetRecord[] => {
    loading.report('warning', `Asset manifest \`${artifact.id}\`: ${problem}. Its assets are not checked.`, path);
    return [];
  };
  const stored = ownString(artifact.properties, 'file');
  const file = stored === undefined ? undefined : loading.files.locate(place.directory, stored);
  if (file === undefined || 'problem' in file) {
    const none = nothing(
      file === undefined ? '`file` is missing' : `\`file\` names \`${stored}\`, which ${file.problem}`,
      place.manifestPath,
    );
    return () => none;
  }
  return () => {
    const content = loading.readObject(file.value);
    return 'problem' in content ? nothing(`the file ${content.problem}`, file.value.path) : readAssetManifest(content.value);
  };
}

/** Says whether the asset is on disk. One outside the assembly (`cdk synth --no-staging`) is not looked at. */
function describeAsset(loading: Loading, directory: string, { id, kind, stored, destinations }: AssetRecord): Asset {
  const path = stored === undefined ? undefined : loading.files.resolve(directory, stored);
  if (stored === undefined || path === undefined || 'problem' in path)
    return { id, kind, source: undefined, exists: undefined, destinations };
  const file = loading.files.locate(directory, stored);
  if ('value' in file) return { id, kind, source: path.value, exists: true, destinations };
  return file.problem === MISSING
    ? { id, kind, source: path.value, exists: loading.files.packed === undefined ? false : undefined, destinations }
    : { id, kind, source: undefined, exists: undefined, destinations };
}
