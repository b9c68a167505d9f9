import { realpathSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { pathInTemplate } from '../assembly/construct-index.js';
import { AssemblyFiles, type LocatedFile } from '../assembly/files.js';
import { type AssemblyDraft, Loading } from '../assembly/loading.js';
import type { ConstructMetadata } from '../assembly/metadata.js';
import type { CloudAssembly, ResourceDeclaration, Stack, Template } from '../assembly/model.js';
import { addNestedStacks, type NestingRoot } from '../assembly/nested-stacks.js';
import { groupBy } from '../group-by.js';
import { toSlashes } from '../source/project-root.js';
import { parseTemplate } from '../template/parse.js';
import { assumedNames } from './assumed-names.js';
import { templateOfExports } from './known-exports.js';
import { nestedTemplatePath } from './nested-template.js';
import { expandSam } from './sam/expand.js';
import { readStackSet } from './stack-set.js';
import { stackOf, type TemplateStack } from './template-stack.js';

/** The folder that templates are read in, and how the user would write it. */
export interface TemplateFolder {
  /** Absolute. No file outside of it is read. */
  readonly root: string;
  readonly path: string;
}

/** Reads templates that have no manifest, as stacks of one assembly. What cannot be read of them is a diagnostic, and the rest is read. */
export function loadTemplates(stacks: readonly TemplateStack[], { root, path }: TemplateFolder): CloudAssembly {
  const files = new AssemblyFiles(realpathSync.native(root), 'the repository');
  const assembly: AssemblyDraft = {
    origin: 'templates',
    isOrderKnown: stacks.some(({ dependsOn }) => dependsOn.length > 0),
    isWhole: true,
    path,
    root: files.root,
    manifestVersion: undefined,
    stacks: [],
    missingContext: [],
    diagnostics: [],
    manifestModified: 0,
  };
  const loading = new Loading(files, assembly, expandSam);
  const read = withoutNested(stacks.flatMap((stack) => readStack(loading, stack)));
  const names = assumedNames(read.map(({ file }) => file.path));
  const byName = groupBy(read, ({ stack, file }) => stack.name ?? names.get(file.path) ?? '');
  const added = new Map<string, { readonly stack: Stack; readonly dependencies: Stack[]; readonly dependsOn: readonly string[] }[]>();
  for (const one of read) {
    const name = one.stack.name ?? names.get(one.file.path) ?? '';
    const isOneOfSeveral = (byName.get(name)?.length ?? 0) > 1;
    const made = addStack(loading, one, name, isOneOfSeveral ? `${name}@${environmentOf(one.stack)}` : name);
    if (made === undefined) break;
    added.set(name, [...(added.get(name) ?? []), { ...made, dependsOn: one.stack.dependsOn }]);
    addStackSets(loading, made.stack, one.file);
  }
  for (const { stack, dependencies, dependsOn } of [...added.values()].flat()) {
    for (const name of dependsOn) {
      const found = (added.get(name) ?? []).map((other) => other.stack).filter((other) => other !== stack);
      for (const other of found) dependencies.push(other);
      if (found.length === 0)
        loading.report(
          'warning',
          `\`${stack.name}\` depends on \`${name}\`, which is not among the stacks: the dependency is left out.`,
          stack.templateFile,
        );
    }
  }
  return assembly;
}

interface ReadStack {
  readonly stack: TemplateStack;
  readonly file: LocatedFile;
  readonly template: Template;
}

function readStack(loading: Loading, stack: TemplateStack): readonly ReadStack[] {
  const path = toSlashes(relative(loading.files.root, realPathOf(stack.file)));
  if (stack.exports !== undefined) return [{ stack, file: { path, real: stack.file }, template: templateOfExports(stack.exports) }];
  const file = loading.files.locate('', path);
  if ('problem' in file) {
    loading.report('error', `The template ${file.problem}: it is not checked.`, path);
    return [];
  }
  const template = loading.readTemplate(file.value);
  if (template === undefined) return [];
  if (template.resources.size === 0 && template.generators.length === 0) {
    loading.report('error', 'The file has no `Resources`, so it is no CloudFormation template: it is not checked.', path);
    return [];
  }
  return [{ stack, file: file.value, template }];
}

/** The folder may be reached through a link. */
function realPathOf(file: string): string {
  try {
    return join(realpathSync.native(dirname(file)), basename(file));
  } catch {
    return file;
  }
}

/** Without those that others nest, of which nobody says that they are deployed alone. */
function withoutNested(all: readonly ReadStack[]): readonly ReadStack[] {
  const nested = new Set<string>();
  for (const { file, template } of all) {
    for (const resource of template.resources.values()) {
      const path = nestedTemplatePath(resource);
      if (path !== undefined) nested.add(posix.join(posix.dirname(file.path), path));
    }
  }
  return all.filter(({ stack, file }) => stack.isDeclared || !nested.has(file.path));
}

function environmentOf({ account, region }: TemplateStack): string {
  return [account, region].filter((part) => part !== undefined).join('/');
}

function addStack(
  loading: Loading,
  { stack: declared, file, template }: ReadStack,
  name: string,
  id: string,
): { readonly stack: Stack; readonly dependencies: Stack[] } | undefined {
  const { account, region, parameters, tags, terminationProtection } = declared;
  const dependencies: Stack[] = [];
  const unique = loading.uniqueId(id, '');
  const stack: Stack = {
    id: unique,
    name,
    isNameAssumed: declared.name === undefined,
    displayName: unique,
    environment: { account, region },
    parent: undefined,
    templateFile: file.path,
    template,
    dependencies,
    notificationArns: [],
    terminationProtection,
    tags,
    parameterValues: parameters,
    assets: [],
    constructs: constructsIn(template),
    directory: '',
    assembly: loading.assembly,
  };
  if (!loading.addStack(stack)) return undefined;
  addNestedStacks(nestingRoot(loading), stack, [file.real]);
  return { stack, dependencies };
}

/** The stacks that stack sets make in accounts and regions, each after the stack that declares the set. */
function addStackSets(loading: Loading, parent: Stack, parentFile: LocatedFile): void {
  for (const [logicalId, resource] of parent.template.resources) {
    if (resource.type !== 'AWS::CloudFormation::StackSet') continue;
    const { name = logicalId, body, instances, isOpen } = readStackSet(resource, parent.environment);
    const source =
      body === undefined ? templateOfSet(loading, parent, resource) : inlineTemplate(loading, parent, logicalId, parentFile, body);
    if (source === undefined || isOpen)
      loading.report(
        'info',
        `Stack set \`${name}\` of \`${parent.id}\` ${source ? 'has instances in regions that are' : 'has a template that is'} not known: what it creates is not checked.`,
        parent.templateFile,
      );
    if (source === undefined) continue;
    for (const { account, region, parameters } of instances) {
      const stack = stackOf(parentFile.real, { account, region, parameters });
      const made = addStack(loading, { stack, ...source }, name, `${name}@${environmentOf(stack)}`);
      if (made === undefined) return;
      made.dependencies.push(parent);
    }
  }
}

type TemplateSource = Pick<ReadStack, 'file' | 'template'>;

function templateOfSet(loading: Loading, parent: Stack, resource: ResourceDeclaration): TemplateSource | undefined {
  const path = nestedTemplatePath(resource);
  const file = path === undefined ? undefined : loading.files.locate(posix.dirname(parent.templateFile), path);
  const template = file === undefined || 'problem' in file ? undefined : loading.readTemplate(file.value);
  return template === undefined || file === undefined || 'problem' in file ? undefined : { file: file.value, template };
}

/** A template inside of another: all of it stands where the property is. */
function inlineTemplate(loading: Loading, parent: Stack, logicalId: string, file: LocatedFile, body: string): TemplateSource | undefined {
  const { template } = parseTemplate(body, loading.shown(`${parent.templateFile}.template`));
  if (template === undefined) return undefined;
  const writtenAt = [logicalId, 'Properties', 'TemplateBody'];
  const resources = new Map([...template.resources].map(([id, resource]) => [id, { ...resource, writtenAt }]));
  return { file, template: expandSam({ ...template, resources, format: parent.template.format }) };
}

function nestingRoot(loading: Loading): NestingRoot {
  return {
    loading,
    fileOf(parent, _, resource) {
      const path = nestedTemplatePath(resource);
      return path === undefined ? undefined : posix.join(posix.dirname(parent.templateFile), path);
    },
    constructsOf: (_parent, _logicalId, template) => constructsIn(template),
  };
}

/** A template that the CDK wrote says of some resources which construct they are. */
function constructsIn(template: Template): ConstructMetadata {
  return { pathOf: (logicalId) => pathInTemplate(template, logicalId), entries: () => NO_ENTRIES, mentions: () => false };
}

const NO_ENTRIES: ReturnType<ConstructMetadata['entries']> = new Map();
