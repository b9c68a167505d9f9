import type { CloudAssembly, Stack, Template } from '../assembly/model.js';
import { groupBy } from '../group-by.js';
import { ManifestOrder } from './deployment/order.js';
import { TemplateEvaluator } from './evaluate/evaluator.js';
import { LinkFinder } from './links/link-finder.js';
import { NameSearch } from './links/names.js';
import { StackProducers } from './links/producers.js';
import type { Link } from './model/link.js';
import { Resource } from './model/resource.js';
import type { DeploymentOrder, Evaluator, FoundLinks, Names, Producers, ResourceGraph } from './model/resource-graph.js';

/** Every resource of one or more cloud assemblies, across all stacks and regions, and how they refer to one another. */
class AssemblyGraph implements ResourceGraph {
  readonly assemblies: readonly CloudAssembly[];
  /** Parents before their nested stacks, otherwise in the order of the manifests. */
  readonly stacks: readonly Stack[];
  readonly evaluator: Evaluator;
  readonly producers: Producers;
  readonly names: Names;
  readonly order: DeploymentOrder;
  readonly #ids: ReadonlyMap<Stack, string>;
  readonly #resources = new Map<Stack, Map<string, Resource>>();
  /** Whoever looks up one resource mostly looks up others of the same stack next. */
  #lastStack: Stack | undefined;
  #lastResources: ReadonlyMap<string, Resource> | undefined;
  #all: readonly Resource[] = [];
  #byType: ReadonlyMap<string, readonly Resource[]>;
  readonly #nested = new Map<Stack, Map<string, Stack>>();
  readonly #certain = new Map<string, readonly Resource[]>();
  readonly #memos = new Map<(graph: ResourceGraph) => unknown, unknown>();
  #found: FoundLinks | undefined;
  #linksTo: ReadonlyMap<Resource, readonly Link[]> | undefined;
  readonly #linksFrom = new Map<Resource, readonly Link[]>();

  constructor(assemblies: readonly CloudAssembly[]) {
    this.assemblies = assemblies;
    this.stacks = assemblies.flatMap(({ stacks }) => stacks);
    this.#ids = uniqueIds(this.stacks);
    for (const stack of this.stacks) this.#add(stack);
    [this.#byType, this.evaluator, this.producers, this.names] = this.#indexed();
    const conditional = this.stacks.filter(({ parent, template }) => parent !== undefined || template.conditions.size > 0);
    for (const stack of conditional) this.#removeUncreated(stack);
    // Conditions may ask for anything, and found it among what is not created, too.
    if (conditional.length > 0) [this.#byType, this.evaluator, this.producers, this.names] = this.#indexed();
    this.order = new ManifestOrder(this);
  }

  #indexed(): [ReadonlyMap<string, readonly Resource[]>, Evaluator, Producers, Names] {
    this.#all = [...this.#resources.values()].flatMap((resources) => [...resources.values()]);
    const byType = groupBy(this.#all, ({ type }) => type);
    this.#certain.clear();
    return [byType, new TemplateEvaluator(this), new StackProducers(this), new NameSearch((type) => this.resourcesOfType(type))];
  }

  #add(stack: Stack): void {
    if (stack.parent !== undefined) {
      const siblings = this.#nested.get(stack.parent.stack) ?? new Map<string, Stack>();
      this.#nested.set(stack.parent.stack, siblings.set(stack.parent.logicalId, stack));
    }
    const resources = new Map<string, Resource>();
    this.#resources.set(stack, resources);
    for (const [logicalId, declaration] of stack.template.resources) {
      resources.set(logicalId, new Resource(this, stack, logicalId, declaration));
    }
  }

  /** Leaves out what stands under a condition that does not hold, in its own template or around the nested stack. */
  #removeUncreated(stack: Stack): void {
    const resources = this.#resources.get(stack);
    for (const resource of resources?.values() ?? []) if (resource.existence === 'none') resources?.delete(resource.logicalId);
  }

  /** The stack's id, unique in the graph: after the assembly's path when an assembly before has a stack of this id. */
  idOf(stack: Stack): string {
    return this.#ids.get(stack) ?? stack.id;
  }

  resource(stack: Stack, logicalId: string): Resource | undefined {
    if (stack !== this.#lastStack) {
      this.#lastStack = stack;
      this.#lastResources = this.#resources.get(stack);
    }
    return this.#lastResources?.get(logicalId);
  }

  nestedStack(stack: Stack, logicalId: string): Stack | undefined {
    return this.#nested.get(stack)?.get(logicalId);
  }

  /** Whether the template declares it under a condition that does not hold. */
  isRemoved(stack: Stack, logicalId: string): boolean {
    return stack.template.resources.has(logicalId) && this.resource(stack, logicalId) === undefined;
  }

  /** All resources, by stack, in the order of the templates. */
  resources(): readonly Resource[] {
    return this.#all;
  }

  resourcesOf(stack: Stack): Iterable<Resource> {
    return this.#resources.get(stack)?.values() ?? [];
  }

  /** Resources of a type that may be there: ask this to say that something is missing. */
  resourcesOfType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** Resources of a type that are certainly there: ask this to say that something is wrong with them. */
  certainResourcesOfType(...types: readonly string[]): readonly Resource[] {
    if (types.length !== 1) return types.flatMap((type) => this.certainResourcesOfType(type));
    const [type] = types as [string];
    let certain = this.#certain.get(type);
    if (certain === undefined) {
      certain = this.resourcesOfType(type).filter(({ existence }) => existence === 'certain');
      this.#certain.set(type, certain);
    }
    return certain;
  }

  types(): Iterable<string> {
    return this.#byType.keys();
  }

  /** Whether templates of this stack may hold resources that synthesis does not show (macros, `Fn::ForEach`). */
  hasUnexpandedMacros(stack: Stack): boolean {
    return this.memo(opaqueStacks).has(stack);
  }

  /** Whether something may be deployed that the graph does not have. */
  mayLackResources(stacks: Iterable<Stack> = this.stacks): boolean {
    if (!this.assemblies.every(({ isWhole }) => isWhole)) return true;
    const [opaque, nesting] = [this.memo(opaqueStacks), this.memo(stacksWithUnreadNested)];
    if (opaque.size + nesting.size === 0) return false;
    for (const stack of stacks) if (opaque.has(stack) || nesting.has(stack)) return true;
    return false;
  }

  get links(): FoundLinks['links'] {
    return this.#search().links;
  }
  get stackLinks(): FoundLinks['stackLinks'] {
    return this.#search().stackLinks;
  }
  get unresolved(): FoundLinks['unresolved'] {
    return this.#search().unresolved;
  }

  linksTo(resource: Resource): readonly Link[] {
    this.#linksTo ??= groupBy(this.links, ({ to }) => to);
    return this.#linksTo.get(resource.base) ?? [];
  }

  linksFrom(resource: Resource): readonly Link[] {
    this.#search();
    return this.#linksFrom.get(resource.base) ?? [];
  }

  /** What a function finds in this graph, found once. The function itself is the key: an arrow function in the call would be a new one each time. */
  memo<T>(find: (graph: ResourceGraph) => T): T {
    let found = this.#memos.get(find);
    if (found === undefined && !this.#memos.has(find)) {
      found = find(this);
      this.#memos.set(find, found);
    }
    return found as T;
  }

  #search(): FoundLinks {
    if (this.#found !== undefined) return this.#found;
    const found: FoundLinks = { links: [], stackLinks: [], unresolved: [] };
    for (const [stack, resources] of this.#resources) {
      for (const resource of resources.values()) {
        const before = found.links.length;
        new LinkFinder(this, resource, found).visitResource(resource.raw);
        if (found.links.length > before) this.#linksFrom.set(resource, found.links.slice(before));
      }
      for (const [output, raw] of stack.template.outputs) new LinkFinder(this, { kind: 'output', stack, output }, found).visitOutput(raw);
      for (const name of stack.template.generators) {
        found.unresolved.push({
          from: { kind: 'stack', stack },
          path: ['Resources', name],
          kind: 'generator',
          class: 'unknown',
          reason: 'function',
          name,
          label: name,
        });
      }
    }
    this.#found = found;
    return found;
  }
}

const SAM = 'AWS::Serverless-2016-10-31';

function opaqueStacks({ stacks }: ResourceGraph): ReadonlySet<Stack> {
  return new Set(
    stacks.filter(({ template }) => template.generators.length > 0 || [...new Set(template.transforms)].some(mayAdd(template))),
  );
}

/** Stacks that nest a template which is not in the assembly. */
function stacksWithUnreadNested(graph: ResourceGraph): ReadonlySet<Stack> {
  const read = new Map<Stack, Set<string>>();
  for (const { parent } of graph.stacks)
    if (parent !== undefined) read.set(parent.stack, (read.get(parent.stack) ?? new Set()).add(parent.logicalId));
  const nested = graph.resourcesOfType('AWS::CloudFormation::Stack');
  return new Set(nested.flatMap(({ stack, logicalId }) => (read.get(stack)?.has(logicalId) ? [] : stack)));
}

/** SAM makes an application (of which CDK has one rotate a secret) a nested stack, and adds nothing beside what it makes others of. */
function mayAdd({ resources }: Template): (transform: string) => boolean {
  const makesOthers = () => [...resources.values()].some(({ type }) => /^AWS::Serverless::(?!Application$)/.test(type));
  return (transform) => transform !== SAM || makesOthers();
}

/** Ids are unique in one assembly only, and a hostile manifest may write anything. */
function uniqueIds(stacks: readonly Stack[]): ReadonlyMap<Stack, string> {
  const ids = new Map<Stack, string>();
  const times = new Map<string, number>();
  const taken = new Set<string>();
  for (const stack of stacks) {
    const long = `${stack.assembly.path}:${stack.id}`;
    let id = taken.has(stack.id) ? long : stack.id;
    while (taken.has(id)) {
      const time = (times.get(long) ?? 1) + 1;
      times.set(long, time);
      id = `${long}#${time}`;
    }
    taken.add(id);
    ids.set(stack, id);
  }
  return ids;
}

/** Builds one graph over all assemblies. */
export function buildGraph(assemblies: readonly CloudAssembly[]): ResourceGraph {
  return new AssemblyGraph(assemblies);
}
