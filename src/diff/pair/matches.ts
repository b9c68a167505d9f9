import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { Naming } from '../compare/canonical.js';
import type { ResourcePair } from './resource-pair.js';
import type { StackPair } from './stack-pairs.js';

/** Answers who is who, for all resources: by logical id in paired stacks unless something else was found. */
export class Matches {
  readonly #before: ResourceGraph;
  readonly #after: ResourceGraph;
  readonly #stacks: StackPair[];
  readonly #byBefore = new Map<Stack, StackPair>();
  readonly #byAfter = new Map<Stack, StackPair>();
  readonly #matches = new Map<Resource, ResourcePair>();
  readonly #origins = new Map<Resource, ResourcePair>();

  constructor(before: ResourceGraph, after: ResourceGraph, stacks: StackPair[]) {
    this.#before = before;
    this.#after = after;
    this.#stacks = stacks;
    for (const pair of stacks) this.#index(pair);
  }

  addStacks(pair: StackPair): void {
    if (this.#byBefore.has(pair.before) || this.#byAfter.has(pair.after)) return;
    this.#stacks.push(pair);
    this.#index(pair);
  }

  #index(pair: StackPair): void {
    this.#byBefore.set(pair.before, pair);
    this.#byAfter.set(pair.after, pair);
  }

  add(pair: ResourcePair): void {
    this.#matches.set(pair.before, pair);
    this.#origins.set(pair.after, pair);
  }

  stacksOf(side: 'before' | 'after', stack: Stack): StackPair | undefined {
    return (side === 'before' ? this.#byBefore : this.#byAfter).get(stack);
  }

  unpaired(side: 'before' | 'after'): readonly Stack[] {
    const { stacks } = side === 'before' ? this.#before : this.#after;
    return stacks.filter((stack) => this.stacksOf(side, stack) === undefined);
  }

  /** The resource of after that a resource of before is. */
  partnerOf(resource: Resource): Resource | undefined {
    const { base } = resource;
    const found = this.#matches.get(base);
    if (found !== undefined) return found.after;
    const stacks = this.#byBefore.get(base.stack);
    const partner = stacks && this.#after.resource(stacks.after, base.logicalId);
    return partner === undefined || this.#origins.has(partner) ? undefined : partner;
  }

  /** The resource of before that a resource of after is. */
  originOf(resource: Resource): Resource | undefined {
    const { base } = resource;
    const found = this.#origins.get(base);
    if (found !== undefined) return found.before;
    const stacks = this.#byAfter.get(base.stack);
    const origin = stacks && this.#before.resource(stacks.before, base.logicalId);
    return origin === undefined || this.#matches.has(origin) ? undefined : origin;
  }

  /** Whether both are in stacks that CloudFormation sees as one, under one logical id. */
  isUpdatedInPlace(after: Resource): boolean {
    const stacks = this.#byAfter.get(after.stack);
    return (stacks?.kind === 'same' || stacks?.kind === 'renamed') && this.originOf(after)?.logicalId === after.logicalId;
  }

  /** One name for both of a pair. */
  readonly namingBefore: Naming = (resource) => {
    const partner = this.partnerOf(resource);
    return partner === undefined ? `before ${resource.id}` : partner.id;
  };
  readonly namingAfter: Naming = (resource) => resource.id;

  /** The same, where what has no partner is called by its type: to look for one. */
  readonly looseBefore: Naming = (resource) => this.partnerOf(resource)?.id ?? `#${resource.type}`;
  readonly looseAfter: Naming = (resource) => (this.originOf(resource) === undefined ? `#${resource.type}` : resource.id);
}
