import type { Stack } from '../../assembly/model.js';
import type { LinkKind } from '../model/link.js';
import type { Resource } from '../model/resource.js';
import type { DeploymentOrder, ResourceGraph } from '../model/resource-graph.js';
import { rootStackOf } from '../model/root-stack.js';

/** What is deployed before what: stacks by the manifest, resources inside a stack by their references. */
export class ManifestOrder implements DeploymentOrder {
  readonly #graph: ResourceGraph;
  readonly #before = new Map<Stack, ReadonlySet<Stack>>();
  readonly #needs = new Map<Resource, ReadonlySet<Resource>>();

  constructor(graph: ResourceGraph) {
    this.#graph = graph;
  }

  /** Whether the manifest makes `first` deploy before `second`. False for one stack and itself. */
  precedes(first: Stack, second: Stack): boolean {
    return this.stacksBefore(rootStackOf(second)).has(rootStackOf(first));
  }

  isKnown(one: Stack, other: Stack): boolean {
    const [first, second] = [rootStackOf(one), rootStackOf(other)];
    return (
      first === second ||
      (first.assembly.isOrderKnown && second.assembly.isOrderKnown) ||
      this.precedes(first, second) ||
      this.precedes(second, first)
    );
  }

  /** All stacks that the manifest makes deploy before this one, over any number of steps. */
  stacksBefore(stack: Stack): ReadonlySet<Stack> {
    return closure(stack, this.#before, ({ dependencies }, add) => dependencies.forEach(add));
  }

  /** Whether `first` exists for certain when CloudFormation creates `second`. Both may be in different templates. */
  createdBefore(first: Resource, second: Resource): boolean {
    if (rootStackOf(first.stack) !== rootStackOf(second.stack)) return this.precedes(first.stack, second.stack);
    return this.#isNeededDirectly(first, second) || this.#needed(second.base).has(first.base);
  }

  /** What one resource names itself, or in its `DependsOn`: most of what is asked for, without all that follows. */
  #isNeededDirectly(first: Resource, second: Resource): boolean {
    return this.#graph.linksFrom(second).some(({ kind, to }) => to === first.base && !isByName(kind));
  }

  /** Resources of the same deployed stack (nested ones included) that one needs, over any number of exact links. */
  #needed(resource: Resource): ReadonlySet<Resource> {
    const root = rootStackOf(resource.stack);
    return closure(resource, this.#needs, (current, add) => {
      // What a nested stack waits for, everything in it waits for.
      for (let waiting: Resource | undefined = current; waiting !== undefined; waiting = this.#enclosing(waiting)) {
        for (const { kind, to } of this.#graph.linksFrom(waiting)) {
          if (isByName(kind) || rootStackOf(to.stack) !== root) continue;
          add(to);
          this.#addContents(to, add);
        }
      }
    });
  }

  /** The nested stack that a resource is in. */
  #enclosing({ stack: { parent } }: Resource): Resource | undefined {
    return parent && this.#graph.resource(parent.stack, parent.logicalId);
  }

  /** What is there when a nested stack is: all that is in it. */
  #addContents(resource: Resource, add: (resource: Resource) => void): void {
    const nested = this.#graph.nestedStack(resource.stack, resource.logicalId);
    if (nested === undefined) return;
    for (const inner of this.#graph.resourcesOf(nested)) {
      add(inner);
      this.#addContents(inner, add);
    }
  }
}

/** CloudFormation does not see such a link, and waits for nothing. */
function isByName(kind: LinkKind): boolean {
  return kind === 'arn' || kind === 'name' || kind === 'ssm';
}

/** Everything that can be reached from a node, the node itself only through a cycle. `next` adds what is one step further. */
function closure<T>(start: T, known: Map<T, ReadonlySet<T>>, next: (node: T, add: (node: T) => void) => void): ReadonlySet<T> {
  const already = known.get(start);
  if (already !== undefined) return already;
  const reached = new Set<T>();
  const open: T[] = [];
  const add = (node: T): void => {
    if (reached.has(node)) return;
    reached.add(node);
    open.push(node);
  };
  next(start, add);
  for (let node = open.pop(); node !== undefined; node = open.pop()) next(node, add);
  known.set(start, reached);
  return reached;
}
