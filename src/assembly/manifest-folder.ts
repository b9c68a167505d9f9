import { findAssetManifests } from './asset-manifests.js';
import { linkDependencies } from './dependencies.js';
import type { LocatedFile } from './files.js';
import { ownString } from './json.js';
import type { Loading } from './loading.js';
import { type Artifact, type Manifest, readManifest } from './manifest.js';
import { describeVersion } from './manifest-version.js';
import type { JsonObject, Stack } from './model.js';
import { addStackArtifact, type ManifestFolder, type TopLevelStack } from './stack-artifact.js';

const MAX_DEPTH = 20;
/** Artifacts that hold nothing to check. */
const OTHER_TYPES = new Set(['cdk:asset-manifest', 'cdk:tree', 'cdk:feature-flag-report', 'none']);

/** Adds all stacks of a manifest, and of the assemblies nested in it. `depth` counts the folders from the root. */
export function addManifest(loading: Loading, directory: LocatedFile, content: JsonObject, depth: number): readonly Stack[] {
  const manifestPath = directory.path === '' ? 'manifest.json' : `${directory.path}/manifest.json`;
  const manifest = readManifest(content);
  if (depth === 0) loading.assembly.manifestVersion = manifest.version;
  reportManifest(loading, manifest, manifestPath);

  const place = { directory: directory.path, manifestPath };
  const folder: ManifestFolder = { ...place, assetManifests: findAssetManifests(loading, place, manifest) };
  const stacks = new Map<string, TopLevelStack>();
  const stages = new Map<string, readonly Stack[]>();
  for (const artifact of manifest.artifacts.values()) {
    if (artifact.type === 'aws:cloudformation:stack') {
      const stack = addStackArtifact(loading, folder, artifact);
      if (stack !== undefined) stacks.set(artifact.id, stack);
    } else if (artifact.type === 'cdk:cloud-assembly') {
      stages.set(artifact.id, addNestedAssembly(loading, folder, artifact, depth));
    } else if (artifact.type === undefined || !OTHER_TYPES.has(artifact.type)) {
      reportType(loading, artifact, manifestPath);
    }
  }
  linkDependencies(loading, manifest, manifestPath, { stacks, stages });
  return [...[...stacks.values()].map(({ stack }) => stack), ...[...stages.values()].flat()];
}

function reportManifest(loading: Loading, manifest: Manifest, manifestPath: string): void {
  const version = describeVersion(manifest.version);
  if (version !== undefined) loading.report('warning', version, manifestPath);
  for (const problem of manifest.problems) loading.report('error', `The manifest's ${problem}.`, manifestPath);
  const known = new Set(loading.assembly.missingContext.map(({ key }) => key));
  for (const missing of manifest.missing) if (!known.has(missing.key)) loading.assembly.missingContext.push(missing);
}

function reportType(loading: Loading, artifact: Artifact, manifestPath: string): void {
  const type = artifact.type === undefined ? 'no type' : `the type \`${artifact.type}\`, which is not known here`;
  loading.report('info', `Artifact \`${artifact.id}\` has ${type}: it is left out.`, manifestPath);
}

function addNestedAssembly(loading: Loading, folder: ManifestFolder, artifact: Artifact, depth: number): readonly Stack[] {
  const report = (problem: string) => {
    const message = `Nested assembly \`${artifact.id}\`: ${problem}. Its stacks are not checked.`;
    loading.report('error', message, folder.manifestPath);
    return [];
  };
  const stored = ownString(artifact.properties, 'directoryName');
  if (stored === undefined) return report('`directoryName` is missing');
  const names = `\`directoryName\` names \`${stored}\`, which`;
  const directory = loading.files.locate(folder.directory, stored);
  if ('problem' in directory) return report(`${names} ${directory.problem}`);
  if (!loading.files.isFolder(directory.value)) return report(`${names} is not a folder`);
  if (!loading.enterFolder(directory.value)) return report(`${names} was read already`);
  if (depth >= MAX_DEPTH) return report(`it is nested more than ${MAX_DEPTH} levels deep`);
  const file = loading.files.locate(directory.value.path, 'manifest.json');
  const content = 'problem' in file ? file : loading.readObject(file.value);
  if ('problem' in content) return report(`its manifest.json ${content.problem}`);
  return addManifest(loading, directory.value, content.value, depth + 1);
}
