import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssembly } from '../../src/assembly/load.js';
import type { Json, JsonObject, Stack } from '../../src/assembly/model.js';

/** Assemblies of the corpus that have resources, by their folders. */
export function corpusAssemblies(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .flatMap((repository) => readdirSync(join(root, repository)).map((name) => join(root, repository, name)))
    .filter((folder) => existsSync(join(folder, 'manifest.json')));
}

export interface CorpusEdit {
  /** `kind stack logicalId`, as the diff must say it. */
  readonly expected: string;
}

type Entry = { Type: string; DeletionPolicy?: string; Properties?: Record<string, Json>; Metadata?: JsonObject };

/** Copies the assembly and changes one thing in it. Undefined when nothing in it fits. */
export function editCorpusAssembly(
  folder: string,
  target: string,
  kind: 'drop' | 'rename' | 'retain' | 'tweak' | 'move' | 'retarget',
  random: (below: number) => number,
): CorpusEdit | undefined {
  cpSync(folder, target, { recursive: true });
  const stacks = loadAssembly(target).stacks.filter(({ template }) => template.resources.size > 0 && template.format === 'json');
  const shuffled = [...stacks].sort(() => random(2) - 0.5);
  for (const stack of shuffled) {
    const file = join(target, stack.templateFile);
    // Several stacks may share a template: an edit would be one of each.
    if (stacks.some((other) => other !== stack && other.templateFile === stack.templateFile)) continue;
    const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Entry> };
    const expected = EDITS[kind](template, stack, stacks, random, target);
    if (expected === undefined) continue;
    writeFileSync(file, JSON.stringify(template));
    return { expected };
  }
  return undefined;
}

const OWN = /^AWS::(CDK::Metadata|CloudFormation::Stack|Lambda::Version|ApiGateway::Deployment)/;
/** Functions that the CDK brings along: nobody edits them. */
const OWN_FUNCTION = /[0-9a-f]{32}|CustomResourceProvider|framework|^Custom|Handler[0-9A-F]{8}$/;

type Editor = (
  template: { Resources: Record<string, Entry> },
  stack: Stack,
  stacks: readonly Stack[],
  random: (below: number) => number,
  root: string,
) => string | undefined;

function pick(
  template: { Resources: Record<string, Entry> },
  random: (below: number) => number,
  fits: (id: string, entry: Entry) => boolean,
) {
  const ids = Object.keys(template.Resources).filter((id) => {
    const entry = template.Resources[id] as Entry & { Condition?: string };
    const isOwn = OWN.test(entry.Type) || (entry.Type === 'AWS::Lambda::Function' && OWN_FUNCTION.test(id));
    return !isOwn && entry.Condition === undefined && fits(id, entry);
  });
  return ids[random(ids.length)];
}

/** How often a logical id is spoken of, besides where it is declared. */
function mentions(value: unknown, id: string): number {
  return (JSON.stringify(value).match(new RegExp(`"${id}"(?!:)|\\$\\{${id}[.}]`, 'g')) ?? []).length;
}

const EDITS: Readonly<Record<string, Editor>> & Record<'drop' | 'rename' | 'retain' | 'tweak' | 'move' | 'retarget', Editor> = {
  drop(template, stack, _, random) {
    const id = pick(template, random, (id) => mentions(template, id) === 0);
    if (id === undefined) return undefined;
    delete template.Resources[id];
    return `removed ${stack.id} ${id}`;
  },
  retain(template, stack, _, random) {
    const id = pick(template, random, () => true);
    if (id === undefined) return undefined;
    const entry = template.Resources[id] as Entry;
    entry.DeletionPolicy = entry.DeletionPolicy === 'Retain' ? 'Delete' : 'Retain';
    return `changed ${stack.id} ${id}`;
  },
  tweak(template, stack, _, random) {
    const id = pick(template, random, (_, { Properties }) => Object.values(Properties ?? {}).some((value) => typeof value === 'string'));
    const properties = template.Resources[id ?? '']?.Properties ?? {};
    const name = Object.keys(properties).find((key) => typeof properties[key] === 'string');
    if (id === undefined || name === undefined) return undefined;
    properties[name] = `${properties[name]}-edited`;
    return `changed ${stack.id} ${id}`;
  },
  rename(template, stack, _, random, root) {
    // What is spoken of elsewhere is replaced there too, and that is another story.
    const id = pick(template, random, (id) => mentions(template, id) === 0 && stack.constructs.pathOf(id) !== undefined);
    if (id === undefined) return undefined;
    const renamed = `${id}Renamed`;
    const path = stack.constructs.pathOf(id) as string;
    const entries = Object.entries(template.Resources).map(([key, entry]) => [key === id ? renamed : key, entry] as const);
    template.Resources = Object.fromEntries(entries);
    (template.Resources[renamed] as Entry).Metadata = { ...template.Resources[renamed]?.Metadata, 'aws:cdk:path': path };
    renameInMetadata(root, id, renamed);
    return `renamed ${stack.id} ${renamed}`;
  },
  move(template, stack, stacks, random, root) {
    const isSame = (other: Stack) =>
      other.environment.account === stack.environment.account && other.environment.region === stack.environment.region;
    const to = stacks.find((other) => other !== stack && other.parent === undefined && stack.parent === undefined && isSame(other));
    const id = pick(
      template,
      random,
      (id, entry) =>
        /::(Bucket|Table|Queue|Key|Stream|UserPool)$/.test(entry.Type) &&
        mentions(template, id) === 0 &&
        !/"Ref":"(?!AWS::)|"Fn::(GetAtt|ImportValue|GetStackOutput)/.test(JSON.stringify(entry)) &&
        Object.keys(entry.Properties ?? {}).length > 0,
    );
    if (to === undefined || id === undefined || to.template.resources.has(id)) return undefined;
    const file = join(root, to.templateFile);
    const other = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Entry> };
    other.Resources[id] = template.Resources[id] as Entry;
    writeFileSync(file, JSON.stringify(other));
    delete template.Resources[id];
    return `moved ${to.id} ${id}`;
  },
  retarget(template, stack, _, random) {
    const refs = (id: string) => JSON.stringify(template.Resources[id]?.Properties ?? {}).match(/\{"Ref":"([A-Za-z0-9]+)"\}/);
    const id = pick(template, random, (id) => template.Resources[refs(id)?.[1] ?? ''] !== undefined);
    const target = refs(id ?? '')?.[1];
    const other = Object.keys(template.Resources).find(
      (key) => key !== target && key !== id && template.Resources[key]?.Type !== template.Resources[id ?? '']?.Type,
    );
    if (id === undefined || target === undefined || other === undefined) return undefined;
    const entry = template.Resources[id] as Entry;
    entry.Properties = JSON.parse(JSON.stringify(entry.Properties).replace(`{"Ref":"${target}"}`, `{"Ref":"${other}"}`));
    return `changed ${stack.id} ${id}`;
  },
};

function renameInMetadata(root: string, id: string, renamed: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/(^|\/)(manifest|.*\.metadata)\.json$/.test(name)) continue;
    const file = join(root, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`"${id}"`, `"${renamed}"`));
  }
}
