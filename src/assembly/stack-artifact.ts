import { memoize } from '../memoize.js';
import { type AssetList, type AssetManifests, makeAssetList } from './asset-manifests.js';
import { readLegacyAssets } from './assets.js';
import { ConstructIndex } from './construct-index.js';
import { parseEnvironment } from './environment.js';
import type { LocatedFile } from './files.js';
import { ownBoolean, ownList, ownObject, ownString } from './json.js';
import type { Loading } from './loading.js';
import type { Artifact, ManifestPlace } from './manifest.js';
import { findMetadata } from './metadata-file.js';
import type { Environment, Stack } from './model.js';
import { findNestedStackFile } from './nested-stack-file.js';
import { addNestedStacks, type NestingRoot } from './nested-stacks.js';
import { readStackTags, stringsOf } from './stack-tags.js';

/** A manifest's place, with what its stacks share. */
export interface ManifestFolder extends ManifestPlace {
  readonly assetManifests: AssetManifests;
}

/** A stack of the manifest; its dependencies are filled in once all stacks are there. */
export interface TopLevelStack {
  readonly stack: Stack;
  readonly dependencies: Stack[];
}

/** Adds the stack of an artifact and the stacks nested in it. Undefined when its template cannot be read. */
export function addStackArtifact(loading: Loading, folder: ManifestFolder, artifact: Artifact): TopLevelStack | undefined {
  const file = findTemplate(loading, folder, artifact);
  const template = file === undefined ? undefined : loading.readTemplate(file);
  const environment = readEnvironment(loading, folder, artifact);
  const metadata = findMetadata(loading, folder, artifact);
  if (file === undefined || template === undefined) return undefined;

  const index = new ConstructIndex(metadata, file.path);
  const assetLists = findAssets(loading, folder, artifact, index);
  const assets = memoize(() => assetLists.flatMap((list) => list.assets()));
  const tags = memoize(() => readStackTags(artifact, () => (index.mentions('aws:cdk:stack-tags') ? index.entries() : new Map())));
  const dependencies: Stack[] = [];
  const { properties } = artifact;
  const stack: Stack = {
    id: loading.uniqueId(artifact.id, folder.directory),
    name: ownString(properties, 'stackName') ?? artifact.id,
    isNameAssumed: false,
    displayName: ownString(artifact.raw, 'displayName') ?? artifact.id,
    environment,
    parent: undefined,
    templateFile: file.path,
    template,
    dependencies,
    terminationProtection: ownBoolean(properties, 'terminationProtection') ?? false,
    get tags() {
      return tags();
    },
    notificationArns: ownList(properties, 'notificationArns').filter((arn) => typeof arn === 'string'),
    parameterValues: stringsOf(Object.entries(ownObject(properties, 'parameters') ?? {})),
    get assets() {
      return assets();
    },
    constructs: index.view(template, () => ''),
    directory: folder.directory,
    assembly: loading.assembly,
  };
  if (!loading.addStack(stack)) return undefined;
  addNestedStacks(nestingRoot(loading, index, assetLists), stack, [file.real]);
  return { stack, dependencies };
}

function nestingRoot(loading: Loading, index: ConstructIndex, assetLists: readonly AssetList[]): NestingRoot {
  return {
    loading,
    fileOf: (parent, logicalId, resource) =>
      findNestedStackFile(resource, {
        assetLists,
        templateFileOf: () => index.templateFileOf(parent.constructs.pathOf(logicalId) ?? ''),
      }),
    constructsOf: (parent, logicalId, template, file) =>
      index.view(
        template,
        memoize(() => index.scopeOf(file.path, parent.constructs.pathOf(logicalId))),
      ),
  };
}

function findTemplate(loading: Loading, folder: ManifestFolder, artifact: Artifact): LocatedFile | undefined {
  const report = (problem: string) => {
    loading.report(
      'error',
      `Stack \`${artifact.id}\`: ${problem}. The stack is not checked; run \`cdk synth\` again.`,
      folder.manifestPath,
    );
    return undefined;
  };
  const stored = ownString(artifact.properties, 'templateFile');
  if (stored === undefined) return report('`templateFile` is missing');
  const file = loading.files.locate(folder.directory, stored);
  return 'problem' in file ? report(`\`templateFile\` names \`${stored}\`, which ${file.problem}`) : file.value;
}

function readEnvironment(loading: Loading, folder: ManifestFolder, artifact: Artifact): Environment {
  const { account, region, complaint } = parseEnvironment(ownString(artifact.raw, 'environment'));
  if (complaint !== undefined) {
    const message = `Stack \`${artifact.id}\` ${complaint.problem}: what is not known of its environment is taken as open.`;
    loading.report(complaint.severity, message, folder.manifestPath);
  }
  return { account, region };
}

function findAssets(loading: Loading, folder: ManifestFolder, artifact: Artifact, index: ConstructIndex): readonly AssetList[] {
  const lists = artifact.dependencies.flatMap((id) => folder.assetManifests.get(id) ?? []);
  return lists.length > 0
    ? lists
    : [makeAssetList(loading, folder.directory, () => (index.mentions('aws:cdk:asset') ? readLegacyAssets(index.entries()) : []))];
}
