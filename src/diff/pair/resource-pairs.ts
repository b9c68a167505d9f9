import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { changedNames, mentions } from './changed-names.js';
import { Matches } from './matches.js';
import type { ResourcePair } from './resource-pair.js';
import { sameJson } from './same-json.js';
import { pairRoots, type RootPairing, type StackPair } from './stack-pairs.js';
import { Unmatched } from './unmatched.js';

/** Who of one assembly is who in the other. */
export interface Pairing {
  readonly roots: RootPairing;
  /** Nested ones included. */
  readonly stacks: readonly StackPair[];
  /** Paired resources whose entries differ in any way, or that have another logical id or stack. The many others are not listed. */
  readonly pairs: readonly ResourcePair[];
  /** In paired stacks, or in nested stacks that come or go. What is in a whole stack that comes, goes or moves is not listed. */
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
  /** Nested stacks whose template is in one of the assemblies only, though both have the nested stack: what becomes of their resources is not known. */
  readonly unknown: readonly Stack[];
  readonly matches: Matches;
}

export function pairResources(before: ResourceGraph, after: ResourceGraph): Pairing {
  return new PairFinder(before, after).find();
}

/** Goes through the stacks that are one, and through the nested stacks of what is found to be one in them. */
class PairFinder {
  readonly #before: ResourceGraph;
  readonly #after: ResourceGraph;
  readonly #roots: RootPairing;
  /** Grows while it is walked: by the nested stacks of the pairs that are found. */
  readonly #stacks: StackPair[];
  #walked = 0;
  readonly #pairs: ResourcePair[] = [];
  readonly #matches: Matches;
  readonly #unmatched: Unmatched;
  readonly #unknown = new Set<Stack>();

  constructor(before: ResourceGraph, after: ResourceGraph) {
    this.#before = before;
    this.#after = after;
    this.#roots = pairRoots(before.stacks, after.stacks);
    this.#stacks = [...this.#roots.pairs];
    this.#matches = new Matches(before, after, this.#stacks);
    this.#unmatched = new Unmatched(this.#matches);
  }

  find(): Pairing {
    this.#walkAll();
    this.#addUnpaired('before', this.#before, this.#unmatched.removed);
    this.#addUnpaired('after', this.#after, this.#unmatched.added);
    for (const pair of this.#unmatched.anywhere()) {
      this.#addPair(pair);
      this.#walkAll();
    }
    const isListed = (unlisted: readonly Stack[], { stack }: Resource): boolean => !unlisted.includes(rootStackOf(stack));
    return {
      roots: this.#roots,
      stacks: this.#stacks,
      pairs: this.#pairs,
      removed: [...this.#unmatched.removed].filter((resource) => isListed(this.#roots.removed, resource)),
      added: [...this.#unmatched.added].filter((resource) => isListed(this.#roots.added, resource)),
      unknown: [...this.#unknown],
      matches: this.#matches,
    };
  }

  #walkAll(): void {
    for (; this.#walked < this.#stacks.length; this.#walked++) this.#walk(this.#stacks[this.#walked] as StackPair);
  }

  #walk(stackPair: StackPair): void {
    const kind = stackPair.kind === 'renamed' ? 'same' : stackPair.kind;
    if (kind === 'moved') {
      for (const [resource, partner] of this.#byLogicalId(stackPair))
        if (partner !== undefined) this.#addNested(resource, partner, resource.type === partner.type ? kind : 'recreated');
      return;
    }
    const names = changedNames(stackPair.before, stackPair.after);
    const isSame = ({ raw }: Resource, other: Resource): boolean =>
      sameJson(raw, other.raw) && !(names.size > 0 && mentions(other.raw, names));
    for (const [resource, partner] of this.#byLogicalId(stackPair)) {
      if (partner === undefined) {
        this.#unmatched.removed.add(resource);
        continue;
      }
      if (!isSame(resource, partner)) this.#pairs.push({ before: resource, after: partner, by: 'logical-id', stacks: stackPair, names });
      this.#addNested(resource, partner, resource.type === partner.type ? kind : 'recreated');
    }
    for (const resource of this.#after.resourcesOf(stackPair.after))
      if (this.#before.resource(stackPair.before, resource.logicalId) === undefined) this.#unmatched.added.add(resource);
    for (const pair of this.#unmatched.byConstructPath(stackPair)) this.#addPair(pair);
  }

  *#byLogicalId({ before, after }: StackPair): Generator<readonly [resource: Resource, partner: Resource | undefined]> {
    for (const resource of this.#before.resourcesOf(before)) yield [resource, this.#after.resource(after, resource.logicalId)];
  }

  #addPair(pair: ResourcePair): void {
    this.#pairs.push(pair);
    this.#matches.add(pair);
    this.#addNested(pair.before, pair.after, 'recreated');
  }

  #addNested(one: Resource, other: Resource, kind: StackPair['kind']): void {
    const nested = this.#before.nestedStack(one.stack, one.logicalId);
    const partner = this.#after.nestedStack(other.stack, other.logicalId);
    if (nested !== undefined && partner !== undefined) this.#matches.addStacks({ before: nested, after: partner, kind });
  }

  #addUnpaired(side: 'before' | 'after', graph: ResourceGraph, resources: Set<Resource>): void {
    for (const stack of this.#matches.unpaired(side)) {
      const { parent } = stack;
      if (parent !== undefined && (this.#unknown.has(parent.stack) || this.#isNestedInBoth(parent, side))) this.#unknown.add(stack);
      else for (const resource of graph.resourcesOf(stack)) resources.add(resource);
    }
  }

  #isNestedInBoth(parent: NonNullable<Stack['parent']>, side: 'before' | 'after'): boolean {
    const resource = (side === 'before' ? this.#before : this.#after).resource(parent.stack, parent.logicalId);
    const other = resource && (side === 'before' ? this.#matches.partnerOf(resource) : this.#matches.originOf(resource));
    return other?.type === 'AWS::CloudFormation::Stack';
  }
}
