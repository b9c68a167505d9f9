import type { Loading } from './loading.js';
import type { Artifact, Manifest } from './manifest.js';
import type { Stack } from './model.js';
import type { TopLevelStack } from './stack-artifact.js';

/** What was made of the artifacts of one manifest. */
export interface LoadedArtifacts {
  readonly stacks: ReadonlyMap<string, TopLevelStack>;
  /** Stacks of the manifest inside, by the id of a nested assembly. */
  readonly stages: ReadonlyMap<string, readonly Stack[]>;
}

/** Fills in the dependencies of stacks, which may stand in the manifest before what they depend on. */
export function linkDependencies(loading: Loading, manifest: Manifest, manifestPath: string, loaded: LoadedArtifacts): void {
  for (const artifact of manifest.artifacts.values()) reportUnknown(loading, manifest, manifestPath, artifact);
  const throughAssets = new Map<string, readonly Stack[]>();
  for (const artifact of manifest.artifacts.values()) {
    if (artifact.type === 'cdk:asset-manifest') throughAssets.set(artifact.id, stacksBefore(artifact, loaded));
  }
  for (const [id, { dependencies }] of loaded.stacks) {
    const artifact = manifest.artifacts.get(id);
    if (artifact !== undefined) for (const stack of stacksBefore(artifact, loaded, throughAssets)) dependencies.push(stack);
  }
}

function reportUnknown(loading: Loading, manifest: Manifest, manifestPath: string, artifact: Artifact): void {
  for (const id of artifact.dependencies) {
    if (manifest.artifacts.has(id)) continue;
    const message = `\`${artifact.id}\` depends on \`${id}\`, which is not in the manifest: the dependency is left out.`;
    loading.report('warning', message, manifestPath);
  }
}

/** An asset manifest is no stack, but may itself need one: that of the bucket its assets go to (app-staging-synthesizer). */
function stacksBefore(
  artifact: Artifact,
  loaded: LoadedArtifacts,
  throughAssets?: ReadonlyMap<string, readonly Stack[]>,
): readonly Stack[] {
  const stacks = new Set<Stack>();
  for (const id of artifact.dependencies) {
    const stack = loaded.stacks.get(id)?.stack;
    if (stack !== undefined) stacks.add(stack);
    for (const inside of loaded.stages.get(id) ?? throughAssets?.get(id) ?? []) stacks.add(inside);
  }
  return [...stacks];
}
