import type { LocatedFile } from './files.js';
import type { Loading } from './loading.js';
import type { ConstructMetadata } from './metadata.js';
import type { ResourceDeclaration, Stack, Template } from './model.js';

const MAX_DEPTH = 20;

/** What the stacks nested in a top-level one need of it. */
export interface NestingRoot {
  readonly loading: Loading;
  /** The file of a nested stack's template, relative to the parent's `directory`; undefined when it is not here. */
  fileOf(parent: Stack, logicalId: string, resource: ResourceDeclaration): string | undefined;
  constructsOf(parent: Stack, logicalId: string, template: Template, file: LocatedFile): ConstructMetadata;
}

/** Adds the stacks nested in this one, and those nested in them. `chain` holds the real paths of the templates above. */
export function addNestedStacks(root: NestingRoot, parent: Stack, chain: readonly string[]): void {
  for (const [logicalId, resource] of parent.template.resources) {
    if (resource.type !== 'AWS::CloudFormation::Stack') continue;
    const file = findFile(root, parent, logicalId, resource, chain);
    const stack = file === undefined ? undefined : makeNestedStack(root, parent, logicalId, file);
    if (file === undefined || stack === undefined) continue;
    if (!root.loading.addStack(stack)) return;
    addNestedStacks(root, stack, [...chain, file.real]);
  }
}

function findFile(
  root: NestingRoot,
  parent: Stack,
  logicalId: string,
  resource: ResourceDeclaration,
  chain: readonly string[],
): LocatedFile | undefined {
  const { loading } = root;
  const report = (severity: 'error' | 'info', message: string) => {
    loading.report(severity, `Nested stack \`${logicalId}\` of \`${parent.id}\` ${message}`, parent.templateFile);
    return undefined;
  };
  const stored = root.fileOf(parent, logicalId, resource);
  if (stored === undefined) return report('info', `has its template outside ${loading.files.noun}: it is not checked.`);
  const file = loading.files.locate(parent.directory, stored);
  if ('problem' in file) return report('error', `has its template in \`${stored}\`, which ${file.problem}. It is not checked.`);
  if (chain.includes(file.value.real))
    return report('error', `contains itself through \`${file.value.path}\`: it is not followed further.`);
  return chain.length < MAX_DEPTH ? file.value : report('error', `is nested more than ${MAX_DEPTH} levels deep: it is not checked.`);
}

function makeNestedStack(root: NestingRoot, parent: Stack, logicalId: string, file: LocatedFile): Stack | undefined {
  const template = root.loading.readTemplate(file);
  if (template === undefined) return undefined;
  return {
    id: root.loading.uniqueId(`${parent.id}/${logicalId}`, parent.directory),
    name: `${parent.name}/${logicalId}`,
    isNameAssumed: parent.isNameAssumed,
    displayName: `${parent.displayName}/${logicalId}`,
    environment: parent.environment,
    parent: { stack: parent, logicalId },
    templateFile: file.path,
    template,
    dependencies: [],
    // CloudFormation protects nested stacks with their root and passes its tags on.
    terminationProtection: parent.terminationProtection,
    get tags() {
      return parent.tags;
    },
    notificationArns: [],
    parameterValues: new Map(),
    get assets() {
      return parent.assets;
    },
    constructs: root.constructsOf(parent, logicalId, template, file),
    directory: parent.directory,
    assembly: parent.assembly,
  };
}
