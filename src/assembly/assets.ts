import { isObject, own, ownObject, ownString } from './json.js';
import type { EntriesByPath } from './metadata-entries.js';
import type { Asset, Json, JsonObject } from './model.js';

/** An asset as an asset manifest or legacy metadata describes it. */
export interface AssetRecord {
  readonly id: string;
  readonly kind: Asset['kind'];
  /** Path as written, relative to the folder of the manifest. */
  readonly stored: string | undefined;
  /** Hashes by which a template may refer to it. */
  readonly hashes: readonly string[];
  readonly destinations: Asset['destinations'];
}

const HASH = /[0-9a-f]{64}/g;

/** Hashes of assets that a text mentions, such as the key of an object in a bucket. */
export function hashesIn(text: string): readonly string[] {
  return text.match(HASH) ?? [];
}

/** Reads the content of a `*.assets.json`. */
export function readAssetManifest(manifest: JsonObject): readonly AssetRecord[] {
  return [
    ...entriesOf(manifest, 'files').map(([id, entry]) => readFileAsset(id, entry)),
    ...entriesOf(manifest, 'dockerImages').map(([id, entry]) => readImageAsset(id, entry)),
  ];
}

/** Before asset manifests (CDK v1, LegacyStackSynthesizer) a stack's assets were entries of its metadata. */
export function readLegacyAssets(entries: EntriesByPath): readonly AssetRecord[] {
  return [...entries.values()].flat().flatMap(({ type, data }) => {
    const id = type === 'aws:cdk:asset' && isObject(data) ? ownString(data, 'id') : undefined;
    if (!isObject(data) || id === undefined) return [];
    const kind = ownString(data, 'packaging') === 'container-image' ? 'docker-image' : 'file';
    return [{ id, kind, stored: ownString(data, 'path'), hashes: [id, ownString(data, 'sourceHash') ?? id], destinations: [] }];
  });
}

function readFileAsset(id: string, entry: JsonObject): AssetRecord {
  const destinations = entriesOf(entry, 'destinations').map(([, destination]) => destination);
  const keys = destinations.map((destination) => ownString(destination, 'objectKey') ?? '');
  return {
    id,
    kind: 'file',
    stored: ownString(ownObject(entry, 'source') ?? {}, 'path'),
    hashes: [id, ...keys].flatMap(hashesIn),
    destinations: destinations.flatMap((destination) => readDestination(destination, 'bucketName')),
  };
}

function readImageAsset(id: string, entry: JsonObject): AssetRecord {
  const destinations = entriesOf(entry, 'destinations').flatMap(([, destination]) => readDestination(destination, 'repositoryName'));
  return { id, kind: 'docker-image', stored: ownString(ownObject(entry, 'source') ?? {}, 'directory'), hashes: hashesIn(id), destinations };
}

function readDestination(destination: JsonObject, name: string): Asset['destinations'] {
  const bucketOrRepository = ownString(destination, name);
  return bucketOrRepository === undefined ? [] : [{ bucketOrRepository, region: ownString(destination, 'region') }];
}

function entriesOf(object: JsonObject, section: string): readonly (readonly [string, JsonObject])[] {
  const value: Json | undefined = own(object, section);
  return isObject(value) ? Object.entries(value).filter((entry): entry is [string, JsonObject] => isObject(entry[1])) : [];
}
