import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isPack, loadAssembly } from '../assembly/load.js';
import type { CloudAssembly } from '../assembly/model.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { declaredStacks } from '../config/stacks.js';
import { counted } from '../counted.js';
import { InputError } from '../diagnostic.js';
import { isInside } from '../files/inside.js';
import { groupBy } from '../group-by.js';
import { declareStacks, parseTemplateArgument } from '../plain/declared-stacks.js';
import { findTemplates, isCloudAssembly } from '../plain/find-templates.js';
import { stacksOfExports } from '../plain/known-exports.js';
import { loadTemplates } from '../plain/load-templates.js';
import { stacksOfSamConfig } from '../plain/sam-config.js';
import { stackOfServerless } from '../plain/serverless.js';
import { stackOf, type TemplateStack } from '../plain/template-stack.js';
import { findRepository } from '../source/project-root.js';
import { assembliesBelow } from './assemblies-below.js';

export interface Inputs {
  /** Folders that `cdk synth` wrote, folders of templates, and templates, as the user wrote them. */
  readonly paths: readonly string[];
  /** Templates with the regions that they are deployed to: `orders.yaml@us-east-1,eu-west-1`. */
  readonly templates?: readonly string[] | undefined;
  readonly workingDirectory: string;
  readonly onStep?: ((step: string) => void) | undefined;
}

/** Where a configuration that applies to the inputs may lie: beside each of these. */
export function configNeighbours({ paths, templates = [], workingDirectory }: Inputs): readonly string[] {
  const files = templates.map((text) => text.replace(/@[^@]*$/, ''));
  return [...paths.map((path) => (isTemplateFolder(resolve(workingDirectory, path)) ? join(path, '-') : path)), ...files];
}

/** Loads all that is to be one graph. Throws `InputError` when there is nothing to load. */
export function loadInputs(
  { paths, templates = [], workingDirectory, onStep }: Inputs,
  config: Pick<LoadedConfig, 'config' | 'folder'>,
): readonly CloudAssembly[] {
  const assemblies: CloudAssembly[] = [];
  const stacks: TemplateStack[] = templates.flatMap((text) => parseTemplateArgument(text, workingDirectory));
  for (const path of paths) {
    onStep?.(`Reading ${path}`);
    const absolute = resolve(workingDirectory, path);
    if (isTemplate(absolute)) stacks.push(...declaredAt(absolute, config, foundStacks(absolute)));
    else if (isTemplateFolder(absolute)) stacks.push(...stacksIn(absolute, path, config));
    else {
      if (isFolder(absolute) && !existsSync(join(absolute, 'manifest.json')))
        throw new InputError(`no manifest.json in ${path}, and no CloudFormation template: ${insteadOf(path, absolute)}`);
      const assembly = loadAssembly(pathAsGiven(path, workingDirectory));
      if (assemblies.some(({ root }) => root === assembly.root)) throw new InputError(`${path} is given twice`);
      assemblies.push(assembly);
      // What an app shares with stacks that the CDK does not write is in one graph with them.
      stacks.push(...declaredAt(dirname(absolute), config, []));
    }
  }
  if (paths.length === 0 && templates.length === 0) stacks.push(...declaredAt(undefined, config, []));
  const folders = groupBy(withoutRepetition(stacks), ({ file }) => rootOf(file, workingDirectory));
  for (const [root, together] of folders) {
    onStep?.(`Reading ${counted(together.length, 'template')}`);
    assemblies.push(loadTemplates(together, { root, path: pathAsGiven(relative(workingDirectory, root) || '.', workingDirectory) }));
  }
  return assemblies;
}

function insteadOf(path: string, absolute: string): string {
  const [first, ...others] = assembliesBelow(absolute, 3).map((below) => `\`${join(path, below)}\``);
  if (first === undefined) return 'run `cdk synth` first, or name templates';
  return others.length === 0 ? `did you mean ${first}?` : `name one or several of ${[first, ...others].join(', ')}`;
}

/** A path as the user wrote it, since it stands in every message: absolute only where it must be. */
export function pathAsGiven(path: string, workingDirectory: string): string {
  return resolve(workingDirectory) === process.cwd() ? path : resolve(workingDirectory, path);
}

/** A declared stack is met once for each input that it belongs to. */
function withoutRepetition(stacks: readonly TemplateStack[]): readonly TemplateStack[] {
  return [...new Map(stacks.map((stack) => [JSON.stringify([stack.file, stack.name, stack.account, stack.region]), stack])).values()];
}

function isTemplate(path: string): boolean {
  return basename(path) !== 'manifest.json' && !isPack(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** An app of the CDK without its output is none: its templates are not written yet. */
function isTemplateFolder(path: string): boolean {
  return (
    isFolder(path) &&
    !isCloudAssembly(path) &&
    !FOREIGN.some((file) => existsSync(join(path, file))) &&
    findTemplates(path).files.length > 0
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What says that a folder is the project or the output of a tool that writes templates, or anything else, by itself. */
const FOREIGN = ['cdk.json', 'cdktf.json', 'cdk.tf.json'];

function stacksIn(folder: string, shown: string, config: Pick<LoadedConfig, 'config' | 'folder'>): readonly TemplateStack[] {
  const { files, isCut } = findTemplates(folder);
  if (isCut) throw new InputError(`${shown} holds too many files to look for templates in all of them: name the folder of the templates`);
  return declaredAt(folder, config, files.flatMap(foundStacks));
}

/** The stacks that the tool which wrote a file says, or one of which nothing more is known. */
function foundStacks(file: string): readonly TemplateStack[] {
  return stackOfServerless(file) ?? stacksOfSamConfig(file) ?? stacksOfExports(file) ?? [stackOf(file)];
}

/** The declared stacks of a template or folder; without any, those that were found. */
function declaredAt(
  place: string | undefined,
  { config, folder }: Pick<LoadedConfig, 'config' | 'folder'>,
  found: readonly TemplateStack[],
): readonly TemplateStack[] {
  const declarations = declaredStacks(config);
  if (declarations.length === 0) return found;
  const home = findRepository(folder) ?? folder;
  // In another checkout of the same repository a template has the same path.
  const other = place === undefined ? home : (findRepository(place) ?? home);
  const base = resolve(other, relative(home, folder));
  const isWhole = place === undefined || isInside(base, place);
  const inside = declarations.filter(({ template }) => isWhole || isInside(resolve(base, template), place));
  if (inside.length === 0) return found;
  const left = new Set(declarations.filter((one) => !inside.includes(one)).map(({ name }) => name));
  // A stack that is not asked for may well be deployed before.
  return declareStacks(inside, base, other).map((stack) => ({ ...stack, dependsOn: stack.dependsOn.filter((name) => !left.has(name)) }));
}

/** The folder that a template may name others in: the repository, or where the user is. */
function rootOf(file: string, workingDirectory: string): string {
  const folder = dirname(file);
  return findRepository(folder) ?? (isInside(file, resolve(workingDirectory)) ? realOf(workingDirectory) : folder);
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : path;
}
