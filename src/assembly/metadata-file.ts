import { memoize } from '../memoize.js';
import type { LocatedFile } from './files.js';
import { ownObject, ownString } from './json.js';
import type { Loading } from './loading.js';
import type { Artifact, ManifestPlace } from './manifest.js';
import { MENTIONED_TYPES, type MentionedType } from './metadata.js';
import { type EntriesByPath, readEntries } from './metadata-entries.js';
import type { JsonObject } from './model.js';

/**
 * A stack's metadata, in the manifest before CDK 2.246 and in a file of its own since. Whether the file is there is found out
 * now; it is read when first asked, since it is as long as the template and many runs do not need it.
 */
export function findMetadata(loading: Loading, place: ManifestPlace, artifact: Artifact): StackMetadata {
  const inline = ownObject(artifact.raw, 'metadata') ?? {};
  const file = findFile(loading, place, artifact);
  const inlineEntries = memoize(() => [...readEntries([inline]).values()].flat());
  // The bytes are not kept: they are as many as those of the templates.
  const mentioned = memoize((): ReadonlySet<MentionedType> => {
    const bytes = file === undefined ? undefined : bytesOf(loading, file);
    return new Set(bytes === undefined ? [] : MENTIONED_TYPES.filter((type) => bytes.includes(`"${type}"`)));
  });
  return {
    entries: () => readEntries(file === undefined ? [inline] : [inline, readFile(loading, artifact, file)]),
    mentions: (type) => inlineEntries().some((entry) => entry.type === type) || mentioned().has(type),
  };
}

/** What a manifest and the file beside it hold of a stack's constructs. */
export interface StackMetadata {
  readonly entries: () => EntriesByPath;
  readonly mentions: (type: MentionedType) => boolean;
}

/** The reader of the whole says what is wrong with the file. */
function bytesOf(loading: Loading, file: LocatedFile): Buffer | undefined {
  const bytes = loading.files.readBytes(file);
  return 'value' in bytes ? bytes.value : undefined;
}

const CONSEQUENCE = 'Construct paths and source lines are not known.';

function findFile(loading: Loading, place: ManifestPlace, artifact: Artifact): LocatedFile | undefined {
  const stored = ownString(artifact.raw, 'additionalMetadataFile');
  if (stored === undefined) return undefined;
  const file = loading.files.locate(place.directory, stored);
  if ('value' in file) return file.value;
  const message = `Stack \`${artifact.id}\`: \`additionalMetadataFile\` names \`${stored}\`, which ${file.problem}. ${CONSEQUENCE}`;
  loading.report('warning', message, place.manifestPath);
  return undefined;
}

function readFile(loading: Loading, artifact: Artifact, file: LocatedFile): JsonObject {
  const content = loading.readObject(file);
  if ('value' in content) return content.value;
  loading.report('warning', `Stack \`${artifact.id}\`: its metadata file ${content.problem}. ${CONSEQUENCE}`, file.path);
  return {};
}
