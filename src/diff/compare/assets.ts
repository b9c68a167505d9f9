import type { Stack } from '../../assembly/model.js';
import { rootStackOf } from '../../graph/model/root-stack.js';

const HASH = /[0-9a-f]{64}/g;
/** Parameters of CDK v1 and the legacy synthesizer, named after the hash of an asset. */
const LEGACY = /AssetParameters[0-9a-f]{64}(S3Bucket|S3VersionKey|ArtifactHash)[0-9A-F]{8}/g;

const known = new WeakMap<Stack, ReadonlySet<string>>();

/** Replaces what changes with the content of assets, so that two texts are equal when nothing else differs. */
export function withoutHashes(text: string, stack: Stack): string {
  const legacy = text.replace(LEGACY, '<asset $1>');
  if (!/[0-9a-f]{64}/.test(legacy)) return legacy;
  const hashes = hashesOf(rootStackOf(stack));
  return legacy.replace(HASH, (hash) => (hashes.has(hash) ? '<asset>' : hash));
}

function hashesOf(stack: Stack): ReadonlySet<string> {
  const hashes = known.get(stack) ?? new Set(stack.assets.flatMap(({ id }) => id.match(HASH) ?? []));
  known.set(stack, hashes);
  return hashes;
}
