import type { AssetList } from './asset-manifests.js';
import { hashesIn } from './assets.js';
import { isObject, own, ownObject, ownString } from './json.js';
import type { Json, ResourceDeclaration } from './model.js';

/** What tells where the templates of nested stacks are. */
export interface NestedStackHints {
  readonly assetLists: readonly AssetList[];
  readonly templateFileOf: () => string | undefined;
}

/**
 * The file a nested stack's template is in, as written in the assembly; undefined for a template that is not part of it. The CDK
 * leaves several traces, none of them in every version: the path of the asset is in the resource only when the CLI did the
 * synthesis, the asset's hash is in the URL since v2, in the name of a parameter before (`AssetParameters<hash>S3Bucket…`).
 */
export function findNestedStackFile(resource: ResourceDeclaration, hints: NestedStackHints): string | undefined {
  const path = ownString(ownObject(resource.raw, 'Metadata') ?? {}, 'aws:asset:path');
  if (path !== undefined) return path;
  const url = own(ownObject(resource.raw, 'Properties') ?? {}, 'TemplateURL');
  for (const text of stringsIn(url)) {
    for (const hash of hashesIn(text)) {
      const stored = hints.assetLists.map((list) => list.storedAt(hash)).find((found) => found !== undefined);
      if (stored !== undefined) return stored;
    }
  }
  return hints.templateFileOf();
}

function* stringsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* stringsIn(item);
}
